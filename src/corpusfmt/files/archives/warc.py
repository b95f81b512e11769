"""The web pages of a WARC file (ISO 28500), read forward only.

The records are split here, not by a library, so that the limits of archives hold for what is
decompressed, and a damaged record has a number: a record is a few lines and a block of bytes. The
tests read what warcio writes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from corpusfmt.files.archives.http_body import charset_of, decode_body
from corpusfmt.files.archives.limits import ArchiveError, Budget, MemberError
from corpusfmt.files.archives.streams import ByteStream
from corpusfmt.text.patterns import regex

_VERSION = b"WARC/"
_LONGEST_LINE = 1 << 16
_MOST_LINES = 1000
_LARGEST_HEAD = 1 << 17
"""How many bytes the lines before the body of an HTTP message may have."""

_PAGES = ("response", "resource")
"""The types of records that can have a page."""

_HTML = ("text/html", "application/xhtml+xml")
_STATUS = regex(rb"HTTP/\d(?:\.\d)? +(\d{3})\b")
_HEAD_END = regex(rb"\r?\n\r?\n")
_FOLDED = regex(r"\r?\n[ \t]+")


@dataclass(frozen=True, slots=True)
class Page:
    """A record: its number, from 1, and the URL of its page.

    ``data`` is the page as the server has it. Without it, ``problem`` is why it cannot be read, or
    ``skipped`` why it is not a page. ``charset`` is the encoding that the server names, or None.
    """

    number: int
    url: str = ""
    data: bytes = b""
    charset: str | None = None
    problem: str | None = None
    skipped: str | None = None


@dataclass(slots=True)
class _Record:
    """The lines of a record, and how many bytes its block has."""

    number: int
    length: int
    headers: Mapping[str, str] = field(default_factory=dict)

    @property
    def url(self) -> str:
        return self.headers.get("warc-target-uri", "").strip("<> \t")


def read_warc(stream: ByteStream, budget: Budget) -> Iterator[Page]:
    """Yield the records; raise ArchiveError where the rest cannot be read."""
    number = 0
    line, lost = _next_record(stream)
    while line:
        number += 1
        if lost and number > 1:
            yield Page(
                number - 1, problem=f"has a wrong length: {lost:,} bytes after it are not read"
            )
        elif lost:
            raise ArchiveError("is not a WARC file: it does not begin with WARC/")
        record = _read_head(stream, number)
        yield _read_page(stream, record, budget)
        line, lost = _next_record(stream)
    if lost:
        what = f"{lost:,} bytes after record {number} belong to no record"
        raise ArchiveError(f"is damaged: {what}" if number else "is not a WARC file")


def _next_record(stream: ByteStream) -> tuple[bytes, int]:
    """Return the first line of the next record, and how many bytes before it belong to none."""
    lost = 0
    while True:
        line, size = stream.read_line(_LONGEST_LINE)
        if not size:
            return b"", lost
        if line.startswith(_VERSION):
            return line, lost
        if line.strip() or size > _LONGEST_LINE:
            lost += size


def _read_head(stream: ByteStream, number: int) -> _Record:
    """Return a record, whose first line is read; raise ArchiveError if it has no length."""
    lines: list[bytes] = []
    while True:
        line, size = stream.read_line(_LONGEST_LINE)
        if not size:
            raise ArchiveError(f"is truncated: record {number} has no end")
        if size > _LONGEST_LINE or len(lines) > _MOST_LINES:
            raise ArchiveError(f"is damaged: record {number} has too many lines, or too long ones")
        if not line.strip():
            break
        lines.append(line)
    headers = _headers(b"".join(lines))
    length = headers.get("content-length", "").strip()
    if not (length.isascii() and length.isdigit() and len(length) < 16):
        raise ArchiveError(f"is damaged: record {number} has no length; the rest is not read")
    return _Record(number, int(length), headers)


def _read_page(stream: ByteStream, record: _Record, budget: Budget) -> Page:
    """Return the page of a record, and read its block to the end."""
    skipped = _skip_reason(record)
    most = budget.limits.member + _LARGEST_HEAD
    block = b""
    if skipped is None and record.length <= most:
        block = stream.read(record.length)
        size = len(block)
    else:
        size = stream.skip(record.length)
    if size < record.length:
        missing = record.length - size
        problem = f"is truncated ({missing:,} bytes are missing); the rest is not read"
        return Page(record.number, record.url, problem=problem)
    if skipped is not None:
        return Page(record.number, record.url, skipped=skipped)
    if record.length > most:
        limit = f"a member may have {budget.limits.member:,} bytes (max-member-bytes)"
        problem = f"has {record.length:,} bytes; {limit}"
        return Page(record.number, record.url, problem=problem)
    try:
        return _page_of(block, record, budget)
    except MemberError as error:
        return Page(record.number, record.url, problem=error.reason)


def _skip_reason(record: _Record) -> str | None:
    kind = record.headers.get("warc-type", "").strip().lower()
    if kind not in _PAGES:
        return f"WARC record of type {kind or 'unknown'}"
    if not record.url.lower().startswith(("http://", "https://")):
        return "WARC record without a web URL"
    content = record.headers.get("content-type", "").lower()
    if kind == "resource" and not content.startswith(_HTML):
        return "not an HTML page"
    return None


def _page_of(block: bytes, record: _Record, budget: Budget) -> Page:
    content = record.headers.get("content-type", "").lower()
    if content.startswith(_HTML):  # the page itself, without the headers of HTTP
        return _page(block, content, record, budget)
    head = _HEAD_END.search(block, 0, _LARGEST_HEAD)
    status = _STATUS.match(block)
    if head is None or status is None:
        raise MemberError("is not an HTTP message")
    headers = _headers(block[: head.start()].partition(b"\n")[2])
    if status[1] != b"200":
        reason = f"page with the HTTP status {status[1].decode()}"
        return Page(record.number, record.url, skipped=reason)
    content = headers.get("content-type", "").lower()
    if content and not content.strip().startswith(_HTML):
        return Page(record.number, record.url, skipped="not an HTML page")
    body = decode_body(block[head.end() :], headers, budget.limits.member)
    return _page(body, content, record, budget)


def _page(body: bytes, content: str, record: _Record, budget: Budget) -> Page:
    budget.refuse_large(len(body))
    budget.add(0, max(0, len(body) - record.length))
    return Page(record.number, record.url, body, charset_of(content))


def _headers(data: bytes) -> dict[str, str]:
    """Return headers by their names in lower case; of several of one name, the last."""
    headers: dict[str, str] = {}
    text = _FOLDED.sub(" ", data.decode("utf-8", "replace"))
    for line in text.split("\n"):
        name, colon, value = line.partition(":")
        if colon:
            headers[name.strip().lower()] = value.strip()
    return headers
