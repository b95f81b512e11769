"""WARC files, as warcio writes them, and damaged ones: which pages they have, and what is wrong."""

import gzip
import io
import random
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpusfmt.files.archives.limits import Limits
from corpusfmt.files.archives.members import Archive, read_archive
from corpusfmt.files.globs import compile_globs
from corpusfmt.files.input import Input
from corpusfmt.files.patterns import Patterns
from corpusfmt.files.walk import SkippedFile
from tests.files.archives.reading import read_all

warcwriter = pytest.importorskip("warcio.warcwriter")
headers_of = pytest.importorskip("warcio.statusandheaders").StatusAndHeaders

# warcio leaves its temporary files to the garbage collector.
pytestmark = pytest.mark.filterwarnings("ignore:Unclosed file:ResourceWarning")

PAGE = b"<!doctype html><html><body><p>The ferry sailed.</p></body></html>"
HTML = ("Content-Type", "text/html; charset=utf-8")


class Writer:
    """A WARC file in memory."""

    def __init__(self, *, is_packed: bool = True) -> None:
        self.out = io.BytesIO()
        self.writer = warcwriter.WARCWriter(self.out, gzip=is_packed)

    def add(
        self,
        url: str,
        body: bytes = PAGE,
        *headers: tuple[str, str],
        status: str = "200 OK",
        kind: str = "response",
        **more: Any,
    ) -> None:
        """Add a record; without headers, the page is HTML."""
        message = headers_of(status, list(headers or (HTML,)), protocol="HTTP/1.1")
        payload = io.BytesIO(body)
        record = self.writer.create_warc_record(
            url, kind, payload=payload, http_headers=message, **more
        )
        self.writer.write_record(record)

    @property
    def data(self) -> bytes:
        return self.out.getvalue()


def warc(*urls: str, is_packed: bool = True) -> bytes:
    writer = Writer(is_packed=is_packed)
    for url in urls:
        writer.add(url)
    return writer.data


def read(data: bytes, limits: Limits | None = None) -> list[Input]:
    return read_all(data, "warc", limits)


def skipped(data: bytes, exclude: Sequence[str] = ()) -> list[str]:
    patterns = Patterns("/", compile_globs(["*.txt"]), compile_globs(exclude), "not", None)
    archive = Archive("/a", "warc", patterns, Limits(), "text")
    found = read_archive(archive, io.BytesIO(data))
    return [item.reason for item in found if isinstance(item, SkippedFile)]


def errors(found: Sequence[Input]) -> list[tuple[str, str]]:
    return [(item.path, item.error) for item in found if item.error is not None]


@pytest.mark.parametrize("is_packed", [True, False])
def test_pages_are_read_in_their_order(is_packed: bool) -> None:
    found = read(warc("https://a.example/x", "http://b.example/?q=1", is_packed=is_packed))
    assert found == [
        Input(
            "a/https://a.example/x",
            PAGE,
            archive="a",
            member="https://a.example/x",
            row=1,
            kind="html",
            encoding="utf-8",
        ),
        Input(
            "a/http://b.example/?q=1",
            PAGE,
            archive="a",
            member="http://b.example/?q=1",
            row=2,
            kind="html",
            encoding="utf-8",
        ),
    ]


def test_a_url_that_is_there_twice_has_the_number_of_its_record() -> None:
    found = read(warc("https://a.example/", "https://b.example/", "https://a.example/"))
    assert [item.path for item in found] == [
        "a/https://a.example/",
        "a/https://b.example/",
        "a/https://a.example/#record-3",
    ]


def test_what_is_not_a_page_is_skipped() -> None:
    writer = Writer()
    writer.writer.write_record(writer.writer.create_warcinfo_record("a", {"software": "x"}))
    writer.add("https://a.example/gone", status="404 Not Found")
    writer.add("https://a.example/moved", b"", status="301 Moved")
    writer.add("https://a.example/a.png", b"png", ("Content-Type", "image/png"))
    writer.add("https://a.example/x", kind="request")
    writer.add("dns:a.example")
    writer.add("https://a.example/plain", PAGE, ("Server", "x"))
    assert skipped(writer.data) == [
        "WARC record of type warcinfo",
        "page with the HTTP status 404",
        "page with the HTTP status 301",
        "not an HTML page",
        "WARC record of type request",
        "WARC record without a web URL",
    ]
    assert [item.member for item in read(writer.data)] == ["https://a.example/plain"]


def test_a_resource_is_a_page_without_headers() -> None:
    writer = Writer()
    for content_type in ("text/html; charset=latin-1", "image/png"):
        record = writer.writer.create_warc_record(
            "https://a.example/x",
            "resource",
            payload=io.BytesIO(PAGE),
            warc_content_type=content_type,
        )
        writer.writer.write_record(record)
    [item] = read(writer.data)
    assert (item.data, item.encoding, item.kind) == (PAGE, "latin-1", "html")


def test_pages_can_be_excluded() -> None:
    data = warc("https://a.example/x", "https://ads.example/y")
    assert skipped(data, ["a/https://ads.example/"]) == ["excluded"]


def test_what_leads_out_of_the_archive_is_escaped() -> None:
    [item] = read(warc("https://a.example/../../../etc/passwd"))
    assert item.path == "a/https://a.example/%2E%2E/%2E%2E/%2E%2E/etc/passwd"
    assert item.member == "https://a.example/../../../etc/passwd"


@pytest.mark.parametrize("name", ["gzip", "br"])
def test_a_page_is_as_before_it_was_sent(name: str) -> None:
    brotli = pytest.importorskip("brotli")
    body = {"gzip": gzip.compress, "br": brotli.compress}[name](PAGE)
    body = b"%x\r\n%s\r\n0\r\n\r\n" % (len(body), body)
    writer = Writer()
    writer.add(
        "https://a.example/",
        body,
        HTML,
        ("Content-Encoding", name),
        ("Transfer-Encoding", "chunked"),
    )
    assert [item.data for item in read(writer.data)] == [PAGE]


def test_lines_can_be_folded_and_end_with_a_line_feed() -> None:
    head = b"WARC/1.1\nWARC-Type: response\nWARC-Target-URI:\n  <https://a.example/>\n"
    block = b"HTTP/1.1 200 OK\nContent-Type: text/html\n\n" + PAGE
    data = head + b"Content-Length: %d\n\n%s\n\n\n\n" % (len(block), block)
    assert [(item.member, item.data) for item in read(data * 2)] == [
        ("https://a.example/", PAGE)
    ] * 2


# --- what is damaged ------------------------------------------------------------------------------


def lengthened(data: bytes, by: int, record: int = 1) -> bytes:
    """Return a WARC file with another length of a record."""
    parts = data.split(b"Content-Length: ")
    length, rest = parts[record].split(b"\r\n", 1)
    parts[record] = b"%d\r\n%s" % (int(length) + by, rest)
    return b"Content-Length: ".join(parts)


URLS = [f"https://a.example/{number}" for number in range(3)]


@pytest.mark.parametrize("by", [-20, 20, 200])
def test_a_wrong_length_costs_what_it_damages(by: int) -> None:
    data = lengthened(warc(*URLS, is_packed=False), by)
    found = read(data)
    assert [item.member for item in found if item.error is None][-1] == URLS[-1]
    [(path, error)] = errors(found)
    assert path == "a/1"
    assert error.startswith("has a wrong length: ")
    assert error.endswith(" bytes after it are not read (record 1)")


def test_a_file_that_is_cut_is_truncated() -> None:
    data = warc(*URLS, is_packed=False)
    found = read(data[:-100])
    assert [item.member for item in found if item.error is None] == URLS[:2]
    [(path, error)] = errors(found)
    assert path == f"a/{URLS[2]}"
    assert error == "is truncated (96 bytes are missing); the rest is not read (record 3)"
    assert errors(read(data[: data.rindex(b"WARC-Date")])) == [
        ("a", "is truncated: record 3 has no end (after 2 members)")
    ]
    packed = warc(*URLS)
    assert "is truncated: its compressed data has no end" in errors(read(packed[:-10]))[-1][1]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"no WARC file\n", "is not a WARC file"),
        (b"", None),
        (b"x\nWARC/1.0\nContent-Length: 0\n\n", "is not a WARC file: it does not begin with WARC/"),
        (b"WARC/1.0\nWARC-Type: x\n\n", "is damaged: record 1 has no length; the rest is not read"),
        (b"WARC/1.0\nContent-Length: -1\n\n", "is damaged: record 1 has no length"),
        (b"WARC/1.0\nContent-Length: " + b"9" * 99 + b"\n\n", "is damaged: record 1 has no length"),
        (b"WARC/1.0\n" + b"a: b\n" * 5000, "is damaged: record 1 has too many lines"),
        (b"WARC/1.0\n" + b"a" * 100_000 + b"\n\n", "is damaged: record 1 has too many lines, or"),
        (
            b"WARC/1.0\nContent-Length: 0\n\nrest",
            "is damaged: 4 bytes after record 1 belong to no record",
        ),
    ],
)
def test_what_is_no_warc_file_is_reported(data: bytes, message: str | None) -> None:
    found = errors(read(data))
    if message is None:
        assert found == []
    else:
        assert found[-1][0] == "a"
        assert found[-1][1].startswith(message)


@pytest.mark.parametrize(
    ("body", "headers", "message"),
    [
        (b"\x1f\x8b", (HTML, ("Content-Encoding", "gzip")), "is truncated: its compressed data"),
        (PAGE * 40, (HTML,), "a member may have 1,000 bytes (max-member-bytes) (record 1)"),
        (
            gzip.compress(bytes(5000), mtime=0),
            (HTML, ("Content-Encoding", "gzip")),
            "expands to more than 1,000 bytes (max-member-bytes) (record 1)",
        ),
    ],
)
def test_a_page_that_cannot_be_read_costs_only_itself(
    body: bytes, headers: tuple[tuple[str, str], ...], message: str
) -> None:
    writer = Writer()
    writer.add("https://a.example/bad", body, *headers)
    writer.add("https://a.example/good")
    found = read(writer.data, Limits(member=1000))
    assert [item.error is None for item in found] == [False, True]
    assert found[0].path == "a/https://a.example/bad"
    assert message in (found[0].error or "")


def test_a_record_that_is_no_message_is_reported() -> None:
    block = b"hello\r\n\r\nworld"
    head = b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/\r\n"
    data = head + b"Content-Length: %d\r\n\r\n%s\r\n\r\n" % (len(block), block)
    assert errors(read(data)) == [("a/https://a.example/", "is not an HTTP message (record 1)")]


def test_a_large_record_is_not_held_in_memory() -> None:
    head = b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/\r\n"
    large = head + b"Content-Length: 900000\r\n\r\n" + bytes(900_000) + b"\r\n\r\n"
    found = read(gzip.compress(large) + warc(*URLS), Limits(member=1000))
    assert found[0].error == (
        "has 900,000 bytes; a member may have 1,000 bytes (max-member-bytes) (record 1)"
    )
    assert [item.member for item in found[1:]] == URLS


@given(st.binary(max_size=60), st.integers(0, 2000), st.integers(0, 60))
def test_any_damage_is_reported_and_ends(noise: bytes, place: int, cut: int) -> None:
    data = warc(*URLS, is_packed=False)
    place %= len(data)
    for item in read(data[:place] + noise + data[place + cut :]):
        assert item.error is not None or item.data is not None


def test_random_bytes_end() -> None:
    chance = random.Random(7)
    for _ in range(50):
        read(b"WARC/1.0\r\nContent-Length: 5\r\n\r\n" + chance.randbytes(500))
