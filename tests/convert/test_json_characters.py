"""Characters that documents cannot contain are found in a JSON text, wherever they are."""

import json
from unicodedata import normalize

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from corpusfmt.convert.json_characters import (
    CLEAN,
    NORMAL,
    UNKNOWN,
    Strings,
    has_c1_controls,
    has_other_unheld,
    strings_of,
)
from corpusfmt.syntax.normal_form import LOST_CONTROL

BREAKS = "\t\x0b\x0c\r\x1c\x1d\x1e\x85\u2028\u2029"


def has_unheld(text: str) -> bool:
    """Return whether a value has a character that `strings_of` is about, one by one."""
    return any(one in BREAKS + "\ufeff\x1f" or LOST_CONTROL.match(one) for one in text)


@given(
    st.text(st.sampled_from('aé\u0153\u00a0\u2003\n"\\/\x00\x07\x7f\x80\x9f\xc2\ufeff' + BREAKS))
)
def test_a_text_is_clean_if_its_characters_are(value: str) -> None:
    text = json.dumps(value, ensure_ascii=False)
    is_known_clean = not has_c1_controls(text.encode()) and strings_of(text).are_clean
    if is_known_clean:
        assert not has_unheld(value)
    elif "\\\\" not in text:  # after an escaped backslash, any character may look like an escape
        assert has_unheld(value)


@pytest.mark.parametrize("code", [*range(0x80, 0xA0)])
def test_every_control_character_of_c1_is_found(code: int) -> None:
    assert has_c1_controls(f"aÂ{chr(code)}".encode())
    assert not has_c1_controls("aÂ\u00a0éœ\u2028".encode())


CHARACTERS = st.characters(exclude_categories=()) | st.sampled_from(
    [*'aé\u0301\u212b\n"\\/u\x00\x07\x1f\x7f\x80\x9f\u2028\ufeff\U0001f600\ud83d\ude00']
)


@given(st.lists(CHARACTERS, max_size=8).map("".join), st.booleans())
@example("\\\\ud83d\ude00", True)
@example("\ud83d\ude00\ude00", True)
def test_what_is_known_of_the_strings_of_a_text_is_true(value: str, is_ascii: bool) -> None:
    padding = "x" * 1000  # few of the characters are escapes
    text = json.dumps(value + padding, ensure_ascii=is_ascii or has_surrogate(value))
    if has_c1_controls(text.encode()):
        return
    strings = strings_of(text)
    read = json.loads(text)
    if strings.are_clean:
        assert not has_unheld(read)
    if strings.are_normal:
        assert strings.are_clean
        assert normalize("NFC", read) == read


def has_surrogate(text: str) -> bool:
    return any("\ud800" <= one <= "\udfff" for one in text)


@pytest.mark.parametrize(
    ("text", "strings"),
    [
        (r'"a\nb\"c\/"', NORMAL),
        ('"\u00e9"', NORMAL),
        ('"e\u0301"', CLEAN),
        (r'"\u00e9"', CLEAN),
        (r'"\ud83d\ude00"', CLEAN),
        (r'"\ud83d\ude00\ude00"', UNKNOWN),
        (r'"\ude00\ud83d"', UNKNOWN),
        (r'"\\ud83d\ude00"', UNKNOWN),
        (r'"\\\u0007"', UNKNOWN),
        (r'"a\tb"', UNKNOWN),
        ('"a\x7fb"', UNKNOWN),
    ],
)
def test_what_is_known_of_a_text(text: str, strings: Strings) -> None:
    assert strings_of(text + " " * 500) == strings


def test_a_text_with_many_escapes_is_examined_when_its_strings_are() -> None:
    assert strings_of(r'"\u00e9"' * 100) == UNKNOWN


def test_characters_that_json_does_not_escape() -> None:
    assert [has_other_unheld(f"a{one}") for one in "\x7f\u2028\u2029\ufeff"] == [True] * 4
    assert not has_other_unheld("é\u2027\u202a\ufefe")
