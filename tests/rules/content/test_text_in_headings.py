"""An article whose sentences are headings is found; one with some such headings is not."""

from tests.rules.cases import article, found

SENTENCE = "The first ferry since October sailed on Monday with {} passengers."
HEADINGS = [f"## {SENTENCE.format(number)}" for number in range(4)]


def test_sentences_that_are_headings_are_found() -> None:
    [(place, _, message)] = found("text-in-headings", article(*HEADINGS, "It is back."))
    assert place == "5:1"
    assert message == "4 sentences are headings"


def test_headings_among_more_paragraphs_are_not_found() -> None:
    body = [block for heading in HEADINGS for block in (heading, "It is back.", "It left.")]
    assert found("text-in-headings", article(*body)) == []


def test_headings_without_full_stops_are_not_found() -> None:
    body = [f"## A long heading about the ferry of Skerry and its crew {n}" for n in range(5)]
    assert found("text-in-headings", article(*body)) == []


def test_two_sentences_are_not_enough() -> None:
    assert found("text-in-headings", article(*HEADINGS[:2])) == []
