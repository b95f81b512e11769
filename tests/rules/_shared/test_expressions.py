"""The parts of expressions match all that their names say."""

import re
import sys
from collections.abc import Iterator

import pytest

from corpusfmt.rules._shared.expressions import (
    TEXT_START,
    WORD_END,
    WORD_START,
    any_of,
    capital,
    lower_letter,
)


def characters() -> Iterator[str]:
    """Yield every character; a list of them would slow down each process that a test forks."""
    return map(chr, range(sys.maxunicode + 1))


@pytest.mark.parametrize("boundary", [WORD_START, WORD_END])
def test_words_begin_and_end_at_all_that_is_no_letter_or_digit(boundary: str) -> None:
    pattern = re.compile(boundary)
    others = (one for one in characters() if not one.isalnum())
    assert [one for one in others if pattern.fullmatch(one) is None] == []
    for letter in "aZ9éßЖя\u1ee5":
        assert pattern.fullmatch(letter) is None


def test_words_begin_and_end_with_the_lines() -> None:
    pattern = re.compile(f"{WORD_START}ferry{WORD_END}", re.MULTILINE)
    assert pattern.search("The\nferry\nsailed") is not None
    assert pattern.search("ferry") is not None
    assert pattern.search("ferrys") is None


def test_texts_begin_after_marks_and_spaces() -> None:
    pattern = re.compile(f"{TEXT_START}(?=ferry)", re.MULTILINE)
    for start in ("", "**", "<u>", "_[", "\\\\*", "\t", "\ufeff"):
        assert pattern.match(f"{start}ferry") is not None, start
    spaces = [one for one in characters() if one.isspace() and one not in "\n\r"]
    assert [one for one in spaces if pattern.match(f"{one}ferry") is None] == []
    assert pattern.match("a ferry") is None


def test_letters_of_all_alphabets_have_their_case() -> None:
    lower, upper = re.compile(lower_letter()), re.compile(capital())
    letters = [one for one in characters() if one.isalpha()]
    assert [one for one in letters if one.islower() and lower.fullmatch(one) is None] == []
    assert [one for one in letters if one.isupper() and upper.fullmatch(one) is None] == []
    for other in ("A", "1", "\u3042", "\u4e2d", "Ж", "“"):
        assert lower.fullmatch(other) is None
    for other in ("a", "1", "\u3042", "\u4e2d", "ж", "“"):
        assert upper.fullmatch(other) is None


def test_some_capitals_can_be_excepted() -> None:
    pattern = re.compile(capital(but="AЖ"))
    assert [one for one in "ABЖЗ" if pattern.fullmatch(one)] == ["B", "З"]


def test_words_are_matched_as_they_are_written() -> None:
    pattern = re.compile(any_of(["a.b", "c d"]))
    assert pattern.fullmatch("a.b") is not None
    assert pattern.fullmatch("c d") is not None
    assert pattern.fullmatch("axb") is None
