"""Characters that documents cannot contain are found in a JSON text, wherever they are."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpusfmt.convert.json_characters import has_c1_controls, has_other_unheld, is_clean
from corpusfmt.syntax.normal_form import LOST_CONTROL

BREAKS = "\t\x0b\x0c\r\x1c\x1d\x1e\x85\u2028\u2029"


def has_unheld(text: str) -> bool:
    """Return whether a value has a character that `is_clean` is about, one by one."""
    return any(one in BREAKS + "\ufeff\x1f" or LOST_CONTROL.match(one) for one in text)


@given(
    st.text(st.sampled_from('aé\u0153\u00a0\u2003\n"\\/\x00\x07\x7f\x80\x9f\xc2\ufeff' + BREAKS))
)
def test_a_text_is_clean_if_its_characters_are(value: str) -> None:
    text = json.dumps(value, ensure_ascii=False)
    is_known_clean = not has_c1_controls(text.encode()) and is_clean(text)
    if is_known_clean:
        assert not has_unheld(value)
    elif "\\\\" not in text:  # after an escaped backslash, any character may look like an escape
        assert has_unheld(value)


@pytest.mark.parametrize("code", [*range(0x80, 0xA0)])
def test_every_control_character_of_c1_is_found(code: int) -> None:
    assert has_c1_controls(f"aÂ{chr(code)}".encode())
    assert not has_c1_controls("aÂ\u00a0éœ\u2028".encode())


def test_an_escape_by_number_is_not_examined() -> None:
    assert not is_clean(r'"\u00e9"')
    assert not is_clean(r'"\\\u0007"')
    assert is_clean(r'"a\nb\"c\/"')


def test_characters_that_json_does_not_escape() -> None:
    assert [has_other_unheld(f"a{one}") for one in "\x7f\u2028\u2029\ufeff"] == [True] * 4
    assert not has_other_unheld("é\u2027\u202a\ufefe")
