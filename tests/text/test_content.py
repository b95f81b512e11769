"""The content of a file: its text, and what its bytes are."""

import pytest

from corpusfmt.text.content import Content
from corpusfmt.text.decode import DecodeResult, decode

FRENCH = "Le café était là, où les députés de la République avaient été élus par les années.\n"


def test_a_string_is_text() -> None:
    content = Content.from_text("a\ud800")
    assert content.is_text
    assert content.decoded == DecodeResult("a\ud800", (), None)
    assert content.data == b"a\xed\xa0\x80"


@pytest.mark.parametrize("data", [b"", b"# A\n", "Ä\x00".encode()])
def test_utf_8_is_text(data: bytes) -> None:
    content = Content.from_bytes(data)
    assert content.is_text
    assert content.text == data.decode()
    assert content.decoded == decode(data)
    assert content.data == data


@pytest.mark.parametrize(
    ("data", "text", "foreign"),
    [
        (b"a \xff b", "a \ufffd b", None),
        ("Words.\n".encode("utf-16"), "Words.\n", "utf-16"),
        (FRENCH.encode("windows-1252"), FRENCH, "windows-1252"),
    ],
)
def test_other_bytes_have_a_text_too(data: bytes, text: str, foreign: str | None) -> None:
    content = Content.from_bytes(data)
    assert not content.is_text
    assert content.text == text
    assert content.foreign == foreign
    assert content.is_reencodable == (foreign is not None)
    assert content.data == data
