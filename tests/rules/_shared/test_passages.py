"""Each character of a passage is where it is in the file."""

import re

import pytest

from corpusfmt.lint import Context
from corpusfmt.rules._shared.passages import passages, remains, visible_text
from tests.rules.cases import article

SOURCES = {
    "plain": "The ferry sailed.",
    "marks": "The **ferry** *sailed* ***at*** __noon__ \\*so\\* &#42;",
    "marks in marks": "The **ferry *sailed* at** noon",
    "a link": "See [the *new* timetable](https://a.example/b_c) now",
    "an open mark": "The **ferry sailed\n** at noon",
    "a heading": "## The ferry",
    "an item": "- The ferry\n  sailed",
    "a quote": "> The ferry",
    "underlining": "The <u>ferry</u>",
    "an image in a line": "See ![a](b) there",
}


@pytest.mark.parametrize("source", SOURCES.values(), ids=SOURCES)
def test_characters_are_where_they_are_in_the_file(source: str) -> None:
    context = Context(article(source, "The end."))
    passage = next(one for one in passages(context, "") if one.pointer == "/body/0")
    assert passage.text.split() == context.texts[0].split()
    for number, character in enumerate(passage.text):
        start, end = passage.span(number, number + 1)
        written = context.text[start:end]
        assert written == character or written[:1] in "\\&" or character == "\n"


def test_the_header_has_passages() -> None:
    text = (
        "# **The Ferry**\n\n## It Runs\n\nAn intro.\n\nBy Ada Brook\n\n\n\nPier. **AFP**\n\nSo.\n"
    )
    context = Context(text)
    assert [(one.pointer, one.text) for one in passages(context, "")] == [
        ("/title", "The Ferry"),
        ("/subtitle", "It Runs"),
        ("/intro/0", "An intro."),
        ("/caption", "Pier. AFP"),
        ("/body/0", "So."),
    ]
    assert visible_text(context) == "The Ferry\n\nIt Runs\n\nAn intro.\n\nPier.\n\nAFP\n\nSo."


def test_only_passages_with_a_needle_are_made() -> None:
    context = Context(article("One.", "Two.", "Three."))
    assert [one.text for one in passages(context, "w", "hr")] == ["Two.", "Three."]


@pytest.mark.parametrize("line_end", ["\r", "\r\n"])
def test_a_carriage_return_ends_a_line_of_a_passage(line_end: str) -> None:
    """As in the document: a link whose URL has one is none."""
    text = f"# T{line_end}{line_end}0[0\\0](<a{line_end}0>)00*{line_end}"
    context = Context(text)
    shown = [one.text.replace(" \n", "\n") for one in passages(context, "*")]
    assert shown == ["0[0\\0](<a\n0>)00*"]
    assert [*context.texts] == ["0[0\\0](<a\n0>)00*"]


@pytest.mark.parametrize(
    "source",
    [
        "See 2 > 1 at <https://a.example>, it sailed.",
        "> The ferry\n> > sailed",
        "A \\> in the text and a &#62;",
        "Two. \\[b] sailed",
    ],
)
def test_a_prefilter_skips_only_passages_without_a_match(source: str) -> None:
    def prefilter() -> tuple[str, ...]:
        return (r"\.example>", r"\n> ", r">", r"\[b")

    context = Context(article(source, "The end, with a [ and a >."))
    pattern = re.compile(r"(?P<found>\.example>|\n> |\[b|>)")
    found: list[list[tuple[str, list[tuple[int, int]]]]] = []
    for each in (None, prefilter):
        every = remains(context, pattern, ">", "[", prefilter=each)
        found.append([(one.passage.text, [m.span() for m in one.matches]) for one in every])
    assert found[0] == found[1]
    assert len(found[0]) == 2


def test_a_passage_without_a_match_of_the_prefilter_is_skipped() -> None:
    context = Context(article("One [b].", "Two [c]."))
    assert context.is_canonical
    found = list(remains(context, re.compile(r"(?P<mark>\[)"), "[", prefilter=lambda: (r"\[c",)))
    assert [one.passage.text for one in found] == ["Two [c]."]
