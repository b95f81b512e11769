"""Bodies of HTTP: chunks and compressions, those that a crawler has undone, and damaged ones."""

import gzip
import sys
import tracemalloc
import zlib

import pytest

from corpusfmt.files.archives.http_body import charset_of, decode_body
from corpusfmt.files.archives.limits import MemberError

brotli = pytest.importorskip("brotli")

PAGE = b"<html><body>" + b"The ferry sailed. " * 40 + b"</body></html>"
MOST = 10_000


def raw_deflate(data: bytes) -> bytes:
    encoder = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return encoder.compress(data) + encoder.flush()


ENCODERS = {
    "gzip": gzip.compress,
    "x-gzip": gzip.compress,
    "deflate": zlib.compress,
    "br": brotli.compress,
    "identity": bytes,
}


def chunked(data: bytes, size: int = 100, end: bytes = b"\r\n") -> bytes:
    parts = [data[place : place + size] for place in range(0, len(data), size)]
    return b"".join(b"%x;x=y" % len(part) + end + part + end for part in parts) + b"0" + end + end


def decode(body: bytes, encoding: str = "", transfer: str = "", most: int = MOST) -> bytes:
    headers = {"content-encoding": encoding, "transfer-encoding": transfer}
    return decode_body(body, headers, most)


@pytest.mark.parametrize("name", ENCODERS)
def test_a_body_is_decompressed(name: str) -> None:
    assert decode(ENCODERS[name](PAGE), name.upper()) == PAGE


def test_deflate_without_a_header_is_read() -> None:
    assert decode(raw_deflate(PAGE), "deflate") == PAGE


def test_encodings_are_undone_from_the_last_to_the_first() -> None:
    assert decode(gzip.compress(brotli.compress(PAGE)), "br, gzip") == PAGE


@pytest.mark.parametrize("end", [b"\r\n", b"\n"])
def test_chunks_are_joined(end: bytes) -> None:
    assert decode(chunked(gzip.compress(PAGE), end=end), "gzip", "Chunked") == PAGE


@pytest.mark.parametrize("name", ENCODERS)
def test_what_a_crawler_has_undone_is_taken_as_it_is(name: str) -> None:
    assert decode(PAGE, name, "chunked") == PAGE


@pytest.mark.parametrize(
    ("body", "encoding", "transfer", "message"),
    [
        (
            gzip.compress(PAGE, mtime=0)[:-12],
            "gzip",
            "",
            "is truncated: its compressed data has no end",
        ),
        (brotli.compress(PAGE)[:-4], "br", "", "is truncated: its compressed data has no end"),
        (b"\x1f\x8b\x07" + b"\xff" * 40, "gzip", "", "is damaged (Error -3"),
        (b"\xff" * 40, "br", "", "is damaged ("),
        (b"\xff" * 40, "deflate", "", "is damaged (Error -3"),
        (PAGE, "compress", "", "has the content encoding 'compress', which is not read"),
        (b"5\r\nabc", "", "chunked", "is truncated (2 bytes of a chunk are missing)"),
        (b"3\r\nabc", "", "chunked", "is damaged (no chunk size at byte 6 of the body)"),
        (b"3\r\nabcx\r\n", "", "chunked", "is damaged (no chunk size at byte 6 of the body)"),
    ],
)
def test_a_damaged_body_is_reported(
    body: bytes, encoding: str, transfer: str, message: str
) -> None:
    with pytest.raises(MemberError) as caught:
        decode(body, encoding, transfer)
    assert caught.value.reason.startswith(message)


@pytest.mark.slow
@pytest.mark.parametrize("name", ["gzip", "deflate", "br"])
def test_a_bomb_is_not_expanded(name: str) -> None:
    body = ENCODERS[name](bytes(20_000_000))
    tracemalloc.start()
    try:
        with pytest.raises(MemberError, match=r"expands to more than 1,000,000 bytes"):
            decode(body, name, most=1_000_000)
        assert tracemalloc.get_traced_memory()[1] < 8_000_000
    finally:
        tracemalloc.stop()


def test_without_brotli_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "brotli", None)
    with pytest.raises(MemberError, match=r"pip install 'corpusfmt\[warc\]'"):
        decode(brotli.compress(PAGE), "br")


@pytest.mark.parametrize(
    ("content_type", "charset"),
    [
        ("text/html; charset=ISO-8859-1", "iso-8859-1"),
        ("text/html;charset='utf-8'", "utf-8"),
        ("text/html", None),
        ("text/html; charset=", None),
    ],
)
def test_the_charset_is_that_of_the_content_type(content_type: str, charset: str | None) -> None:
    assert charset_of(content_type) == charset
