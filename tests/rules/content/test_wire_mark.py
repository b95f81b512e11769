"""The marks of agencies are reported at the ends of the body, and words are not."""

import pytest

from tests.rules.cases import article, found

MARKS = [
    *("ENDS", "(ENDS)", "-END-", "-30-", "MORE TO COME", "(MORE)", "###", "***MORE FOLLOWS***"),
    *("/dpa", "dpa abc xyz n1 de", "BC-Ferry-Returns", "EDS: updates throughout", "—URGENT—"),
    *("abc/def/gh", "jkl/mn", "Enditem", "(Reporting by Ada Brook; Editing by Tom Reed)"),
    *("--With assistance from Ada Brook.", "To contact the reporter on this story: Ada Brook"),
]
WORDS = [
    "Ends",
    "30",
    "MORE",
    "Urgent",
    "ALERT",
    "The end",
    "dpa reported it.",
    "#",
    "More to come",
]


@pytest.mark.parametrize("mark", MARKS)
def test_marks_are_reported(mark: str) -> None:
    text = mark.replace("*", r"\*").replace("###", r"\###")
    found_texts = [message for _, _, message in found("wire-mark", article("Body.", "B.", text))]
    assert found_texts == [f"“{mark}” is the mark of an agency"]


@pytest.mark.parametrize("text", WORDS)
def test_words_are_not(text: str) -> None:
    assert found("wire-mark", article("Body.", "B.", text)) == []


def test_nothing_inside_the_body_is() -> None:
    blocks = ["One.", "Two.", "ENDS", "Four.", "Five.", "Six."]
    assert found("wire-mark", article(*blocks)) == []
