"""Decoding of texts in other encodings than UTF-8."""

import pytest

from corpusfmt.convert.encodings import contradicting_mark, decode_as, encoding_named


@pytest.mark.parametrize(
    ("name", "expected"),
    [("CP1252", "cp1252"), ("UTF-16LE", "utf-16-le"), ("ISO-8859-1", "iso8859-1")],
)
def test_an_encoding_has_one_name(name: str, expected: str) -> None:
    assert encoding_named(name) == expected


def test_a_byte_order_mark_contradicts_other_encodings() -> None:
    data = "text".encode("utf-16")
    assert contradicting_mark(data, "utf-16") is None
    assert contradicting_mark(data, "cp1252") == "utf-16"
    assert contradicting_mark(b"text", "cp1252") is None


@pytest.mark.parametrize(
    "encoding", ["shift_jis", "euc_jp", "gb18030", "iso2022_jp", "utf-16-le", "big5", "euc_kr"]
)
def test_invalid_bytes_after_wide_characters_have_the_right_position(encoding: str) -> None:
    before = "標題\n日本"
    data = before.encode(encoding) + (b"\xff\xdc" if encoding == "utf-16-le" else b"\xff") * 2
    result = decode_as(data, encoding, 1)
    assert result.text is None
    assert result.invalid_count >= 1
    [invalid] = result.invalid
    assert (invalid.offset, invalid.start) == (len(before.encode(encoding)), len(before))
