"""What the schema has against a document is found where the text has it."""

import pytest

from corpusfmt.lint.context import Context
from tests.rules.cases import RULES, article, findings, found

NO_TITLE, NO_BODY, NOTHING = (
    "the article has no title",
    "the article has no body",
    "the file contains no article",
)
LATE = "the title is not the first block, so the article has none"
CASES = {
    "an article": (article("Body."), []),
    "no title": ("Body.\n\nMore.\n", [("1:1", "Body.", NO_TITLE)]),
    "no title, blank lines first": ("\n \n\ufeffBody.\n", [("3:2", "Body.", NO_TITLE)]),
    "a subtitle alone": ("## Two\n\nBody.\n", [("1:1", "## Two", NO_TITLE)]),
    "a late title": ("Body.\n\n# Late\n\n# Later\n", [("3:1", "# Late", LATE)]),
    "no body": ("# Ferry\n\nBy [Ana](#)\n", [("1:1", "# Ferry", NO_BODY)]),
    "only an address": (
        "Original url: <https://a.example>\n",
        [
            ("1:1", "Original url: <https://a.example>", NO_TITLE),
            ("1:1", "Original url: <https://a.example>", NO_BODY),
        ],
    ),
    "empty": ("", [("1:1", "", NOTHING)]),
    "only blanks": (" \n\t\n", [("1:1", "", NOTHING)]),
    "only a mark": ("\ufeff", [("1:1", "", NOTHING)]),
    "only control characters": ("\0\0\n", [("1:1", "", NOTHING)]),
}


@pytest.mark.parametrize(("text", "shown"), CASES.values(), ids=CASES)
def test_what_an_article_must_have_is_found_missing(
    text: str, shown: list[tuple[str, str, str]]
) -> None:
    assert found("schema", text) == shown


def test_the_pointer_is_where_the_document_is_wrong() -> None:
    assert [finding.pointer for finding in findings("schema", "# Ferry\n")] == ["/body"]
    assert [finding.pointer for finding in findings("schema", "Body.\n")] == [""]


def test_any_other_problem_has_its_pointer_and_its_place_in_the_text() -> None:
    context = Context(article("Body.", "- An item", head="By [Ana](#) and [Per](#)"))
    document = context.reading.document
    document["byline"][1]["name"] = "Per\n"  # which no text has
    item = document["body"][1]
    assert item["type"] == "item"
    item["depth"] = 99
    shown = list(RULES["schema"].check(context))
    assert [finding.pointer for finding in shown] == ["/byline/1/name", "/body/1/depth"]
    assert [context.text[finding.start : finding.end] for finding in shown] == [
        "[Per](#)",
        "- An item",
    ]
    assert [finding.expected for finding in shown] == [None, "a whole number from 1 to 20"]
