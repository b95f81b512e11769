"""Ordinary characters are removed, and the others are left in their order."""

import pytest

from corpusfmt.text.characters import rare_characters


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
