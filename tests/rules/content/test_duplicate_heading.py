"""The title and a heading are said once; what only sounds like them is left alone."""

import pytest

from tests.rules.cases import article, fixed, found

BODY = "The first ferry since October sailed on Monday with 61 passengers."
TITLE = "the text repeats the title"

CASES = {
    "none": (article(BODY), []),
    "the title as a paragraph": (
        article("Ferry Runs Again", BODY),
        [("5:1", "Ferry Runs Again", TITLE)],
    ),
    "in another case": (article("FERRY RUNS AGAIN.", BODY), [("5:1", "FERRY RUNS AGAIN.", TITLE)]),
    "as a heading": (
        article("### **Ferry Runs Again**", BODY),
        [("5:1", "### **Ferry Runs Again**", TITLE)],
    ),
    "behind a line": (
        article("Skerry", "Ferry Runs Again", BODY),
        [("7:1", "Ferry Runs Again", TITLE)],
    ),
    "far down": (article(BODY, BODY, BODY, BODY, BODY, "Ferry Runs Again"), []),
    "as a quote": (article("> Ferry Runs Again", BODY), []),
    "as the subtitle": (
        article(BODY, head="## Ferry runs again"),
        [("3:1", "## Ferry runs again", TITLE)],
    ),
    "in the intro": (article(BODY, head="Ferry runs again"), [("3:1", "Ferry runs again", TITLE)]),
    "with more words": (article("Ferry Runs Again Today", BODY), []),
    "with other words": (article("Ferry Runs Alone", BODY), []),
    "in Russian": (
        "# Паром снова ходит\n\n\n\nПАРОМ СНОВА ХОДИТ\n\nВ понедельник.\n",
        [("5:1", "ПАРОМ СНОВА ХОДИТ", TITLE)],
    ),
    "of one character": ("# X\n\n\n\nX\n\nMore.\n", []),
    "in Chinese": (
        "# 渡轮复航\n\n\n\n周一，渡轮复航。\n\n渡轮复航\n",
        [("7:1", "渡轮复航", TITLE)],
    ),
    "two headings": (
        article(BODY, "### Costs", "### Costs", BODY),
        [("9:1", "### Costs", "the text repeats the heading of line 7")],
    ),
    "a heading and a paragraph": (
        article(BODY, "### **Costs**", "Costs:", BODY),
        [("9:1", "Costs:", "the text repeats the heading of line 7")],
    ),
    "a heading and a longer paragraph": (
        article(BODY, "### Costs", "Costs are 12 crowns.", BODY),
        [],
    ),
    "a heading and the paragraph above it": (
        article(BODY, "Costs", "### Costs", BODY),
        [("7:1", "Costs", "the text repeats the heading of line 9")],
    ),
    "two headings apart": (article("### Costs", BODY, "### Costs", BODY), []),
    "a title in two headings": (
        article("### Ferry Runs Again", "Ferry Runs Again", BODY),
        [("5:1", "### Ferry Runs Again", TITLE), ("7:1", "Ferry Runs Again", TITLE)],
    ),
    "no title": (f"{BODY}\n", []),
}


@pytest.mark.parametrize(("text", "shown"), CASES.values(), ids=CASES)
def test_headings_that_are_said_twice_are_found(
    text: str, shown: list[tuple[str, str, str]]
) -> None:
    assert found("duplicate-heading", text) == shown


def test_the_fix_leaves_the_second_out() -> None:
    assert fixed("duplicate-heading", article("Ferry Runs Again", BODY)) == article(BODY)
    assert fixed("duplicate-heading", article(BODY, "### A b", "A b", BODY)) == article(
        BODY, "### A b", BODY
    )


@pytest.mark.parametrize("between", [" ", "", "  "])
def test_a_title_that_is_the_same_words_twice_is_found(between: str) -> None:
    text = f"# Ferry Runs Again{between}Ferry Runs Again\n\n\n\nThe ferry to Skerry sailed.\n"
    assert [message for *_, message in found("duplicate-heading", text)] == [
        "the title is the same words twice"
    ]
    assert fixed("duplicate-heading", text).startswith("# Ferry Runs Again\n")


@pytest.mark.parametrize(
    "title", ["Bora Bora", "No No No No", "Ferry Runs, Ferry Runs Not", "Ferry"]
)
def test_other_titles_with_the_same_words_are_not(title: str) -> None:
    assert found("duplicate-heading", f"# {title}\n\n\n\nThe ferry to Skerry sailed.\n") == []


@pytest.mark.parametrize("between", ["", " "])
def test_a_title_that_has_run_into_the_text_is_found(between: str) -> None:
    title = "The Ferry of Skerry Runs Again"
    text = f"# {title}\n\n\n\n{title}{between}The first ferry since October sailed on Monday.\n"
    [(_, span, message)] = found("duplicate-heading", text)
    assert (span, message) == (title, "the text begins with the title")


def test_a_sentence_that_begins_as_the_title_is_not_found() -> None:
    title = "The Ferry of Skerry Runs Again"
    text = f"# {title}\n\n\n\n{title} on Monday, for the first time since October.\n"
    assert found("duplicate-heading", text) == []
