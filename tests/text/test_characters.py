"""Ordinary characters are removed, and the others are left in their order."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from corpusfmt.text.characters import rare_characters, words_in


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
    assert words_in(text) == re.findall(r"\w+", text)
