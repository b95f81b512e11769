"""Each byte sequence that is not UTF-8 is told, in order, and what it may mean."""

import pytest

from tests.rules.cases import article, expected, findings, found


def test_utf8_is_no_finding() -> None:
    assert found("invalid-utf8", article("Grüße aus Kelsby.").encode()) == []


def test_a_text_that_is_no_bytes_has_no_bytes_to_find() -> None:
    assert found("invalid-utf8", article("a\udc80b")) == []


def test_every_sequence_is_told_in_the_order_of_the_file() -> None:
    data = article(*["ä ö ü"] * 100).encode("windows-1252")
    told = findings("invalid-utf8", data)
    offsets = [finding.byte_offset for finding in told]
    assert len(told) == 300
    assert offsets == [place for place, byte in enumerate(data) if byte >= 0x80]


PLACES = {
    "one byte": (b"# T\n\n\n\ncaf\xe9.\n", [("5:4", "byte E9 at offset 10 is not UTF-8")]),
    "nothing else": (b"\xff", [("1:1", "byte FF at offset 0 is not UTF-8")]),
    "two on a line": (b"a\xff\xff", [(f"1:{n + 1}", f"byte FF at offset {n} is not UTF-8") for n in (1, 2)]),
    "a cut sequence": ("é ’ “ ”".encode() + b" \xe2\x80", [("1:9", "bytes E2 80 at offset 15 are not UTF-8")]),
    "after a carriage return": (b"a\r\nb\r\xff", [("3:1", "byte FF at offset 5 is not UTF-8")]),
}


@pytest.mark.parametrize(("data", "told"), PLACES.values(), ids=PLACES)
def test_the_place_counts_characters_and_the_offset_bytes(data: bytes, told: list[tuple[str, str]]) -> None:
    assert [(place, message.partition(";")[0]) for place, _, message in found("invalid-utf8", data)] == told


def test_what_the_bytes_say_in_the_likely_encoding_is_told() -> None:
    [(_, _, message)] = found("invalid-utf8", article("The café on Quay Street.").encode("windows-1252"))
    assert message.endswith("; in windows-1252 it is “é”")


LIKELY = {
    "windows-1252": ("# Grüße\n".encode("windows-1252"), "UTF-8 text; the file is most likely windows-1252"),
    "damaged": ("é é é é".encode() + b" \xc3 ", "UTF-8 text; most of the file is, so it is likely damaged"),
    "unknown": (b"\x00\xff\x00\xfe\x00", "UTF-8 text"),
}


@pytest.mark.parametrize(("data", "wanted"), LIKELY.values(), ids=LIKELY)
def test_what_the_file_may_be_is_told(data: bytes, wanted: str) -> None:
    assert set(expected("invalid-utf8", data)) == {wanted}


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_a_wide_encoding_is_one_finding(encoding: str) -> None:
    data = article("The ferry sailed on Monday.").encode(encoding)
    assert found("invalid-utf8", data) == [("1:1", "", f"the file is {encoding.upper()}, not UTF-8")]


def test_no_fix_is_offered() -> None:
    assert findings("invalid-utf8", b"\xff")[0].fix is None
