"""Bytes are decoded as UTF-8, or every error has its position."""

import codecs

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from corpusfmt.text.decode import ByteProblem, decode, lossy_text
from corpusfmt.text.source import SourceText


@pytest.mark.parametrize(
    "text", ["", "abc\r\n", "żółć \N{GRINNING FACE} 東京", "\ufeffmarked", "a\0b", "\ufffd"]
)
def test_utf8_is_text(text: str) -> None:
    decoded = decode(text.encode())
    assert (decoded.text, tuple(decoded.problems), decoded.encoding) == (text, (), "utf-8")


# data, then (offset, raw, line, column) for each error
FAULTS: list[tuple[bytes, list[tuple[int, bytes, int, int]]]] = [
    (b"\xffabc", [(0, b"\xff", 1, 1)]),
    (b"ab\xffc", [(2, b"\xff", 1, 3)]),
    (b"abc\xff", [(3, b"\xff", 1, 4)]),
    (b"abc\xe2\x82", [(3, b"\xe2\x82", 1, 4)]),
    (b"\xe2\x82x\xe2\x82", [(0, b"\xe2\x82", 1, 1), (3, b"\xe2\x82", 1, 3)]),
    (b"\xf0\x9f\x98", [(0, b"\xf0\x9f\x98", 1, 1)]),
    (b"\xf0\x9f\x98\n\xff", [(0, b"\xf0\x9f\x98", 1, 1), (4, b"\xff", 2, 1)]),
    (b"\xc0\x80", [(0, b"\xc0", 1, 1), (1, b"\x80", 1, 2)]),  # overlong
    (b"\xe0\x80\x80", [(0, b"\xe0", 1, 1), (1, b"\x80", 1, 2), (2, b"\x80", 1, 3)]),
    (b"\xed\xa0\x80", [(0, b"\xed", 1, 1), (1, b"\xa0", 1, 2), (2, b"\x80", 1, 3)]),  # a surrogate
    (
        b"\xf4\x90\x80\x80",
        [(0, b"\xf4", 1, 1), (1, b"\x90", 1, 2), (2, b"\x80", 1, 3), (3, b"\x80", 1, 4)],
    ),
    (
        "żó\r\nł".encode() + b"\x80" + "ł".encode() + b"\x80",
        [(8, b"\x80", 2, 2), (11, b"\x80", 2, 4)],
    ),
    ("\ufffd".encode() + b"\xff", [(3, b"\xff", 1, 2)]),
    ("a\u2028".encode() + b"\xff", [(4, b"\xff", 1, 3)]),
    ("\N{GRINNING FACE}".encode() + b"\xff", [(4, b"\xff", 1, 2)]),
    (b"\r\xff\n\xff", [(1, b"\xff", 2, 1), (3, b"\xff", 3, 1)]),
]


@pytest.mark.parametrize(("data", "faults"), FAULTS)
def test_faults_have_places(data: bytes, faults: list[tuple[int, bytes, int, int]]) -> None:
    decoded = decode(data)
    assert decoded.text is None
    assert [
        (fault.offset, fault.raw, fault.line, fault.column) for fault in decoded.problems
    ] == faults
    assert all(fault.length == len(fault.raw) for fault in decoded.problems)


def find_faults_with_the_decoder(data: bytes) -> list[tuple[int, int]]:
    found = []

    def note(error: UnicodeError) -> tuple[str, int]:
        assert isinstance(error, UnicodeDecodeError)
        found.append((error.start, error.end - error.start))
        return "", error.end

    codecs.register_error("note-faults", note)
    data.decode("utf-8", "note-faults")
    return found


PIECES = [b"a", b"\n", "é".encode(), "€".encode(), "\N{GRINNING FACE}".encode(), "\ufffd".encode()]
BYTES = [
    bytes([byte])
    for byte in (0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC1, 0xC2, 0xE0, 0xE1, 0xED, 0xF0, 0xF1, 0xF4)
]


@given(st.one_of(st.binary(), st.lists(st.sampled_from(PIECES + BYTES)).map(b"".join)))
@example(b"\xf0\x90\x80\x80\xf0\x90\x80")
def test_faults_are_those_of_the_decoder(data: bytes) -> None:
    decoded = decode(data)
    assert [
        (fault.offset, fault.length) for fault in decoded.problems
    ] == find_faults_with_the_decoder(data)
    assert (decoded.text is None) == bool(decoded.problems)
    text = lossy_text(data)
    for fault in decoded.problems:
        assert text[fault.start] == "\ufffd"
        assert (fault.line, fault.column) == SourceText(text, "").position(fault.start)
        assert data[fault.offset :].startswith(fault.raw)


def test_faults_are_a_sequence() -> None:
    faults = decode(b"\xff\xff\xff").problems
    assert faults[-1] == ByteProblem(2, 1, 1, 3, b"\xff", 2)
    assert faults[1:] == (faults[1], faults[2])
    with pytest.raises(IndexError):
        faults[3]


def test_lossy_text_has_one_character_for_a_fault() -> None:
    assert lossy_text(b"a\xe2\x82b\xff") == "a\ufffdb\ufffd"
