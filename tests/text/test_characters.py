"""Ordinary characters are removed, and the others are left in their order."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from corpusfmt.text.characters import (
    lower_words,
    places_of,
    rare_characters,
    words_in_lower_case,
    words_of_lines,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        ("Ferry 12 sails\non Monday", ""),
        ("“Ferry” – it sails, (then)!", "“”–,()!"),
        ("tab\tand\r\n", "\t\r"),
        ("é\udc80я", "é\udc80я"),
    ],
)
def test_ordinary_characters_are_removed(text: str, expected: str) -> None:
    assert rare_characters(text) == expected


@given(st.text())
@example("“Ferry”–boats, it’s snake_case: 12½ é\u0301 я中\x1c\x85\udc80x")
def test_words_are_those_of_the_pattern(text: str) -> None:
    words = re.findall(r"\w+", text.lower())
    assert lower_words(text) == [word.encode("utf-8", "surrogatepass") for word in words]


@given(st.text("ab.:"), st.sampled_from("a.:"), st.integers(0, 9))
def test_places_are_those_of_the_character(text: str, character: str, end: int) -> None:
    expected = [place for place, other in enumerate(text[:end]) if other == character]
    assert places_of(character, text, end) == expected


@given(st.lists(st.text(), min_size=1))
def test_the_words_of_lines_are_those_of_each(lines: list[str]) -> None:
    lower = [line.lower().replace("\n", " ") for line in lines]
    assert words_of_lines("\n".join(lower)) == list(map(words_in_lower_case, lower))
