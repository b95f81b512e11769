"""Bodies that say the same are found, whatever their marks and blanks."""

from tests.rules.across import article, found_across

TEXT = "The ferry to Skerry sailed on Monday."
MARKED = "The **ferry** to [Skerry](https://a.example) sailed  on Monday."


def test_bodies_that_say_the_same_are_found() -> None:
    articles = {
        "a.txt": article("One", TEXT, "The harbour master waved."),
        "b.txt": article(
            "Two",
            "The **ferry** to [Skerry](https://a.example) sailed  on Monday.",
            "The harbour master waved.",
        ),
        "c.txt": article(
            "Three", f"## {TEXT}", "The harbour master waved.", url="https://news.example/3"
        ),
        "d.txt": article("Four", TEXT),
    }
    message = "the body is the same as in a.txt:5:1"
    assert found_across("duplicate-body", articles) == [("b.txt", message), ("c.txt", message)]


def test_bodies_without_words_are_not_compared() -> None:
    assert (
        found_across("duplicate-body", {"a.txt": "# A\n\n\n\n***\n", "b.txt": "# B\n\n\n\n***\n"})
        == []
    )
