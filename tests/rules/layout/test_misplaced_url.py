"""A label that gives the article no address is found, and one in running text is not."""

import pytest

from tests.rules.cases import article, found

ADDRESS = "<https://skerrynews.example/ferry>"
LAST = f"Original url:\n\n{ADDRESS}"
ELSEWHERE = "“Original url:” and its URL are not the last block"
NOWHERE = "no URL follows “Original url:”"

CASES = {
    "none": (article("Body."), []),
    "in its place": (article("Body.", LAST), []),
    "in its place, on one line": (article("Body.", f"Original url: {ADDRESS}"), []),
    "in its place, in lower case": (article("Body.", f"original url: {ADDRESS}"), []),
    "before the body's end": (
        article("Body.", LAST, "More."),
        [("7:1", "Original url:", ELSEWHERE)],
    ),
    "twice": (article("Body.", LAST, LAST), [("7:1", "Original url:", ELSEWHERE)]),
    "without an address": (
        article("Body.", "Original url: not known"),
        [("7:1", "Original url:", NOWHERE)],
    ),
    "as the last line of a paragraph": (
        article("Body.\nOriginal url:", ADDRESS),
        [("6:1", "Original url:", ELSEWHERE)],
    ),
    "alone": (article("Body.", "Original url:"), [("7:1", "Original url:", NOWHERE)]),
    "in a quote": (
        article("Body.", f"> Original url: {ADDRESS}"),
        [("7:3", "Original url:", ELSEWHERE)],
    ),
    "in an item": (
        article("Body.", f"- ORIGINAL URL: {ADDRESS}"),
        [("7:3", "ORIGINAL URL:", ELSEWHERE)],
    ),
    "in a heading": (
        article("Body.", "### Original url:", "More."),
        [("7:5", "Original url:", NOWHERE)],
    ),
    "in bold": (
        article("Body.", f"**Original url:** {ADDRESS}"),
        [("7:3", "Original url:", ELSEWHERE)],
    ),
    "in the intro": (
        article("Body.", head=f"Original url: {ADDRESS}"),
        [("3:1", "Original url:", ELSEWHERE)],
    ),
    "run on": (article(f"Body. Original url: {ADDRESS}"), []),
    "run on, in the line below": (article(f"Body.\nOriginal url: {ADDRESS}"), []),
    "run on, before other blocks": (
        article(f"Body. Original url: {ADDRESS}", "More."),
        [("5:7", "Original url:", ELSEWHERE)],
    ),
    "run on, with an address in its place": (article(f"Body. Original url: {ADDRESS}", LAST), []),
    "in an item, with an address in its place": (
        article("- Original url: where it was printed", LAST),
        [],
    ),
    "in a starred item, with an address in its place": (
        article("* Original url: where it was printed", LAST),
        [],
    ),
    "in running text": (article("The label Original url: comes last."), []),
    "escaped": (article("Original url\\: unknown", "More."), []),
    "at the start of the text": (
        f"Original url: {ADDRESS}\n\nBody.\n",
        [("1:1", "Original url:", ELSEWHERE)],
    ),
}


@pytest.mark.parametrize(("text", "shown"), CASES.values(), ids=CASES)
def test_labels_out_of_place_are_found(text: str, shown: list[tuple[str, str, str]]) -> None:
    assert found("misplaced-url", text) == shown
