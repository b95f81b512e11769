"""Every heading of level 1 but the title is a second title."""

import pytest

from tests.rules.cases import article, found

MESSAGE = "a second title, read as a heading of level 2"
CASES = {
    "no other heading": (article("Body."), []),
    "other levels": (article("## Two", "### Three", "###### Six"), []),
    "not a heading": (article("#hashtag", "\\# Escaped"), []),
    "in the body": (article("Body.", "# Again", "More."), [("7:1", "# Again", MESSAGE)]),
    "indented, in bold": (article("Body.", "  # **Again**  "), [("7:3", "# **Again**", MESSAGE)]),
    "two": (article("# One", "# Two"), [("5:1", "# One", MESSAGE), ("7:1", "# Two", MESSAGE)]),
    "behind a mark": (article("Body.", "\ufeff# Again"), [("7:2", "# Again", MESSAGE)]),
    "a late title is the schema's": ("Body.\n\n# Late\n\nMore.\n", []),
    "after a late title": ("Body.\n\n# Late\n\n# Again\n", [("5:1", "# Again", MESSAGE)]),
}


@pytest.mark.parametrize(("text", "shown"), CASES.values(), ids=CASES)
def test_second_titles_are_found(text: str, shown: list[tuple[str, str, str]]) -> None:
    assert [
        (place, span.strip(), message) for place, span, message in found("extra-title", text)
    ] == shown


def test_a_title_above_a_gap_may_be_that_of_another_article() -> None:
    body = "The ferry sailed on Monday with 61 passengers, four cows and all of the winter’s mail."
    text = article(body) + f"\n# Bakery Closes\n\n\n\n{body}\n"
    [(_, _, message)] = found("extra-title", text)
    assert message == f"{MESSAGE}; another article may begin here"
    for other in (
        article(body) + f"\n# Bakery Closes\n\n{body}\n",
        article("Short.") + f"\n# Bakery Closes\n\n\n\n{body}\n",
        article(body) + f"\n\n\n{body}\n\n\n\n# Bakery Closes\n\n\n\n{body}\n",
    ):
        [(_, _, message)] = found("extra-title", other)
        assert message == MESSAGE
