"""WARC files compressed with Zstandard: a frame for each record, with and without a dictionary."""

import random
import struct
import sys

import pytest
import zstandard

from corpusfmt.files.archives.kinds import archive_kind
from corpusfmt.files.input import Input
from tests.files.archives.reading import read_all

URLS = [f"https://a.example/ferry/{number}" for number in range(40)]
PAGE = b"<!doctype html><html><body><p>The ferry sailed.</p></body></html>"


def record(url: str) -> bytes:
    """Return a record of WARC 1.1 with a page."""
    message = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + PAGE
    head = (
        f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\n"
        "Content-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(message)}\r\n\r\n"
    )
    return head.encode() + message + b"\r\n\r\n"


RECORDS: list[bytes | bytearray | memoryview] = [record(url) for url in URLS]
DICTIONARY = zstandard.train_dictionary(2048, RECORDS * 4)
MARK = 0x184D2A5D


def skippable(content: bytes, mark: int = MARK) -> bytes:
    """Return a frame that decoders skip, which has a dictionary if the mark is the default."""
    return struct.pack("<II", mark, len(content)) + content


def packed(dictionary: zstandard.ZstdCompressionDict | None = None) -> bytes:
    """Return the records, each as a frame with a size and a checksum."""
    compressor = zstandard.ZstdCompressor(dict_data=dictionary, write_checksum=True)
    return b"".join(map(compressor.compress, RECORDS))


def with_dictionary(content: bytes) -> bytes:
    return skippable(content) + packed(DICTIONARY)


def errors(found: list[Input]) -> list[tuple[str, str]]:
    return [(item.path, item.error) for item in found if item.error is not None]


def pages(data: bytes) -> list[tuple[str, bytes]]:
    return [(item.member, item.read()) for item in read_all(data, "warc")]


@pytest.mark.parametrize(
    "data",
    [
        packed(),
        with_dictionary(DICTIONARY.as_bytes()),
        with_dictionary(zstandard.compress(DICTIONARY.as_bytes())),
        packed() + skippable(b"of another program", MARK - 1) + packed()[:0],
        zstandard.compress(b"") + skippable(b"x", MARK - 13) + packed(),
    ],
    ids=["no-dictionary", "dictionary", "compressed", "extension", "empty-frame"],
)
def test_the_pages_are_those_of_the_records(data: bytes) -> None:
    assert pages(data) == [(url, PAGE) for url in URLS]


def test_a_name_says_that_it_is_one() -> None:
    assert archive_kind("crawl.WARC.zst") == "warc"


NO_DICTIONARY = "was compressed with a Zstandard dictionary that is not at its start"
OTHER = zstandard.train_dictionary(2048, [one[::-1] for one in RECORDS * 4])


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (packed(DICTIONARY), f"{NO_DICTIONARY}; the rest is not read"),
        (skippable(OTHER.as_bytes()) + packed(DICTIONARY), NO_DICTIONARY),
        (skippable(b"no dictionary") + packed(), "is damaged: its dictionary is not a Zstandard"),
        (
            skippable(DICTIONARY.as_bytes()[:40]) + packed(),
            "is damaged: its dictionary is not a Zstandard dictionary (",
        ),
        (with_dictionary(DICTIONARY.as_bytes())[:200], "is truncated: its dictionary has no end"),
        (with_dictionary(DICTIONARY.as_bytes())[:5], "is truncated: its dictionary has no end"),
        (struct.pack("<II", MARK, 1 << 31), "has a dictionary of 2,147,483,648 bytes; expected"),
        (
            skippable(zstandard.compress(bytes(9_000_000))) + packed(),
            "has a dictionary that is too large; expected at most 8,388,608 bytes",
        ),
        (skippable(zstandard.compress(DICTIONARY.as_bytes())[:-9]), "is truncated"),
        (skippable(DICTIONARY.as_bytes()), "is truncated: its compressed data has no end"),
    ],
)
def test_what_is_wrong_with_a_dictionary_is_reported(data: bytes, message: str) -> None:
    [(path, problem)] = errors(read_all(data, "warc"))
    assert path == "a"
    assert problem.startswith(message)


def test_a_frame_that_is_damaged_or_cut_does_not_hold_the_pages_before_it() -> None:
    data = with_dictionary(DICTIONARY.as_bytes())
    cut = read_all(data[:-10], "warc")
    assert [item.member for item in cut if item.error is None][:38] == URLS[:38]
    assert errors(cut)[-1][1].startswith("is truncated: its compressed data has no end")
    damaged = bytearray(data)
    damaged[-3] ^= 0xFF  # in the checksum of the last frame
    assert errors(read_all(bytes(damaged), "warc"))[-1][1].startswith("is damaged (")


def test_any_damage_is_reported() -> None:
    data = with_dictionary(zstandard.compress(DICTIONARY.as_bytes()))
    chosen = random.Random(5)
    for _ in range(60):
        damaged = bytearray(data)
        damaged[chosen.randrange(4, len(data))] ^= 1 << chosen.randrange(8)
        found = read_all(bytes(damaged), "warc")
        assert errors(found) or [item.read() for item in found] == [PAGE] * len(URLS)


@pytest.mark.skipif(sys.version_info >= (3, 14), reason="the standard library has Zstandard")
def test_a_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "zstandard", None)
    for data in (packed(), with_dictionary(DICTIONARY.as_bytes())):
        [(_, problem)] = errors(read_all(data, "warc"))
        assert "install the extra: pip install 'corpusfmt[zstd]'" in problem
