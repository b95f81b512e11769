"""A prepared text has the offsets of the text and only characters that the grammars know."""

import pytest
from hypothesis import given

from corpusfmt.syntax.prepare import is_readable, prepare
from corpusfmt.testing import texts


@pytest.mark.parametrize(
    ("text", "prepared"),
    [
        ("a", "a\n"),
        ("a\n\n\n", "a\n"),
        (" \n\t\n", ""),
        ("a\r\nb\rc", "a \nb\nc\n"),
        ("a\x0cb", "a b\n"),
        ("a\x00b", "a\x0bb\n"),
        ("\ufeffa", "\x0ba\n"),
        ("a\ud800", "a\ufffd\n"),
    ],
)
def test_what_cannot_be_read_is_replaced(text: str, prepared: str) -> None:
    assert prepare(text) == prepared


@given(texts())
def test_a_readable_text_changes_only_at_its_end(text: str) -> None:
    prepared = prepare(text)
    assert len(prepared.rstrip()) <= len(text)
    if is_readable(text):
        assert prepared == prepare(text, is_readable=True)
        assert prepared.rstrip() == text.rstrip()
