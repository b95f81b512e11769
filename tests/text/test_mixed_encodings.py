"""Bytes of another encoding in UTF-8 are read, and bytes of damaged UTF-8 are not."""

import pytest

from corpusfmt.text.decode import decode
from corpusfmt.text.mixed_encodings import find_mixed

UTF8 = "Não há café. É só água, avó. L’été à Nîmes.\n".encode()

MIXED = {
    "one line": (UTF8 + b"A irm\xe3 disse.", [["ã"]]),
    "two lines": (UTF8 + b"A irm\xe3 disse.\n\x93n\xe3o\x94", [["ã"], ["“", "ã", "”"]]),
    "the first line": (b"Caf\xe9 Lumen\n" + UTF8, [["é"]]),
}

DAMAGED = {
    "cut characters": UTF8 + b"caf\xc3 \xc3",
    "a cut sign": UTF8 + b"it\xe2\x80s",
    "unassigned bytes": UTF8 + b"\x81\x8d",
    "alone among digits": UTF8 + b"1 \xfe 2",
}


@pytest.mark.parametrize(("data", "characters"), MIXED.values(), ids=MIXED)
def test_bytes_of_another_encoding_are_read(data: bytes, characters: list[list[str]]) -> None:
    mixed = find_mixed(data, decode(data).problems)
    assert mixed is not None
    assert mixed.encoding == "windows-1252"
    assert [[one.characters for one in line] for line in mixed.lines] == characters


@pytest.mark.parametrize("data", DAMAGED.values(), ids=DAMAGED)
def test_damaged_utf8_is_not_read(data: bytes) -> None:
    assert find_mixed(data, decode(data).problems) is None
