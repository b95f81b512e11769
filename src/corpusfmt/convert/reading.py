"""Reading the documents of a file: one from a text or a JSON file, one a line from JSON Lines."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from corpusfmt.config.policy import default_policy
from corpusfmt.convert.encodings import InvalidBytes, contradicting_mark, decode_as
from corpusfmt.convert.front_matter import ForeignFileError
from corpusfmt.convert.json_positions import find_positions
from corpusfmt.convert.json_text import JsonProblem, find_problems, read_json, read_leniently
from corpusfmt.convert.problem_diagnostics import (
    to_diagnostics,
    to_encoding_diagnostics,
    to_foreign_diagnostics,
)
from corpusfmt.files.read import sha256
from corpusfmt.lint.checker import MOST_LISTED, Checker
from corpusfmt.lint.context import Context
from corpusfmt.lint.rule import Stage
from corpusfmt.model.diagnostic import Diagnostic
from corpusfmt.model.document import Document, SourceEntry
from corpusfmt.syntax.date_order import NO_ORDERS, DateOrders
from corpusfmt.syntax.reading import Reading
from corpusfmt.text.content import Content
from corpusfmt.text.decode import decode
from corpusfmt.text.patterns import regex
from corpusfmt.validation.validator import is_valid, problems

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"

_MOST_INVALID_BYTES = 20
"""How many invalid sequences of one file are reported, if its encoding was requested."""

_NOT_IN_JSON = regex("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff]")
"""The characters of a path that are escaped in a document."""

_UNDECODABLE_BYTES = range(0xDC80, 0xDD00)
"""The surrogates for the bytes of a file name that is not UTF-8."""


@dataclass(frozen=True, slots=True)
class ReadResult:
    """A document, or why there is none; ``line`` is its line in JSON Lines, from 1."""

    document: Document | None
    diagnostics: tuple[Diagnostic, ...] = ()
    line: int | None = None


def read_documents(
    data: bytes,
    path: str,
    kind: str,
    orders: DateOrders = NO_ORDERS,
    *,
    source_path: str | None = None,
    encoding: str | None = None,
    place: SourceEntry | None = None,
) -> Iterator[ReadResult]:
    """Yield the documents of a file of a kind; each satisfies the schema and has a ``source``.

    ``source_path`` is the ``path`` of the source, if it differs from the one to report, and
    ``place`` the member or line of an archive that the data is from.
    ``encoding`` is that of a text, if it is not UTF-8. Numeric dates in a text are read by
    ``orders``. A text with invalid bytes or control characters is not a document, since they would
    be lost.
    """
    source: SourceEntry = {"path": _escape_path(source_path or path), "sha256": sha256(data)}
    if place is not None:
        source = {**source, **place}
    if "member" in source:
        source["member"] = _escape_path(source["member"])
    if kind == "jsonl":
        yield from _read_rows(data, path, source)
    elif kind == "json":
        yield _read_json_file(data, path, source)
    elif kind in ("markdown", "html"):
        yield _read_page(data, path, source, kind)
    elif encoding is not None:
        yield _read_text_as(data, path, source, orders, encoding)
    else:
        yield _read_text(data, path, source, orders)


def _read_text_as(
    data: bytes, path: str, source: SourceEntry, orders: DateOrders, encoding: str
) -> ReadResult:
    """Read a text in the requested encoding; problems of its bytes are about that encoding."""
    marked = contradicting_mark(data, encoding)
    if marked is not None:
        message = f"the file starts with a byte order mark of {marked}, not of {encoding}"
        problem = JsonProblem(message, (0, 0), f"--encoding {marked}")
        return ReadResult(None, to_encoding_diagnostics([problem], "", path))
    decoded = decode_as(data, encoding, _MOST_INVALID_BYTES)
    if decoded.text is not None:
        utf8 = decoded.text.encode("utf-8", "surrogatepass")
        return _read_text(utf8, path, source, orders)
    found = [_describe_invalid_bytes(invalid, encoding) for invalid in decoded.invalid]
    unlisted = decoded.invalid_count - len(found)
    if unlisted > 0:
        message = f"{unlisted:,} more sequences of bytes that are not {encoding}"
        found.append(JsonProblem(message, (0, 0)))
    lossy = decoded.invalid[0].lossy
    return ReadResult(None, to_encoding_diagnostics(found, lossy, path))


def _describe_invalid_bytes(invalid: InvalidBytes, encoding: str) -> JsonProblem:
    noun, verb = ("bytes", "are") if len(invalid.raw) > 1 else ("byte", "is")
    digits = invalid.raw.hex(" ").upper()
    message = f"{noun} {digits} at offset {invalid.offset} {verb} not {encoding}"
    span = (invalid.start, invalid.start + 1)
    return JsonProblem(message, span, "a file in that encoding, or another --encoding")


def _read_text(data: bytes, path: str, source: SourceEntry, orders: DateOrders) -> ReadResult:
    reading = Reading.from_bytes(data, orders)
    context = Context(reading, path)
    if not _find_blocking(context, "bytes", "text"):
        document = reading.document
        if is_valid(document):
            document["source"] = source
            return ReadResult(document)
    return ReadResult(None, _find_blocking(context, "bytes", "text", "document"))


def _read_page(data: bytes, path: str, source: SourceEntry, kind: str) -> ReadResult:
    """Read a page that was written here, Markdown or HTML."""
    found = _find_blocking(Context(Reading.from_bytes(data), path), "bytes", "text")
    if found:
        return ReadResult(None, found)
    text = data.decode().removeprefix("\ufeff").replace("\r\n", "\n")
    try:
        document = _page_reader(kind)(text)
    except ForeignFileError as error:
        problem = JsonProblem(error.message, error.span, error.expected)
        return ReadResult(None, to_foreign_diagnostics(problem, text, path))
    if is_valid(document):
        document["source"] = source
        return ReadResult(document)
    listed = [
        JsonProblem(problem.message, (0, 0), problem.expected, problem.pointer)
        for problem in problems(document)[:MOST_LISTED]
    ]
    return ReadResult(None, to_diagnostics(listed, text, path))


def _page_reader(kind: str) -> Callable[[str], Document]:
    if kind == "markdown":
        from corpusfmt.convert.markdown_reading import read_markdown_document

        return read_markdown_document
    from corpusfmt.convert.html_reading import read_html_document

    return read_html_document


def _find_blocking(context: Context, *stages: Stage) -> tuple[Diagnostic, ...]:
    """Return the findings that prevent reading a text at these stages."""
    policy = default_policy(date_orders=context.reading.orders)
    return Checker(policy).find(context, policy.blocking_reading(*stages))


def _find_invalid_bytes(data: bytes, path: str) -> tuple[Diagnostic, ...]:
    """Return the findings about the bytes of a file that is not an article."""
    content = Content.from_bytes(data)
    if content.is_text:
        return ()
    return _find_blocking(Context(Reading(content), path), "bytes")


def _read_json_file(data: bytes, path: str, source: SourceEntry) -> ReadResult:
    found = _find_invalid_bytes(data, path)
    if found:
        return ReadResult(None, found)
    text = data.decode().removeprefix("\ufeff")
    return _read_json(text, path, source, None)


def _read_rows(data: bytes, path: str, source: SourceEntry) -> Iterator[ReadResult]:
    """Yield the rows.

    All bytes that are not UTF-8 are reported first, and the rows that contain them skipped.
    """
    found = _find_invalid_bytes(data, path)
    if found:
        yield ReadResult(None, found)
        encoding = decode(data).encoding or ""
        if encoding.startswith(("utf-16", "utf-32")):  # its lines cannot be split here
            return
    if not data.strip():
        problem = JsonProblem("the file has no rows", (0, 0), "a document on each line")
        yield ReadResult(None, to_diagnostics([problem], "", path))
    rows = data.removeprefix(_BYTE_ORDER_MARK).split(b"\n")
    for number, row in enumerate(rows, 1):
        text = decode(row).text
        if text is not None and text.strip(" \t\r"):
            row_source: SourceEntry = {**source, "line": number}
            yield _read_json(text, path, row_source, number)


def _read_json(text: str, path: str, source: SourceEntry, line: int | None) -> ReadResult:
    """Return the document of a JSON text; if its own source has no path, it has ``source``."""
    value, found = read_json(text)
    if not found and is_valid(value):
        document = value
        if "path" not in document.get("source", {}):
            document["source"] = source
        return ReadResult(document, (), line)
    listed = list(islice(found or find_problems(text), MOST_LISTED))
    if not listed:
        listed = _schema_problems(value, text)
    elif any(problem.place is not None for problem in listed):
        listed = _add_expectations(listed, text)
    return ReadResult(None, to_diagnostics(listed, text, path, line), line)


def _add_expectations(listed: Iterable[JsonProblem], text: str) -> list[JsonProblem]:
    """Return the problems; where a value is not JSON, with what the schema expects there."""
    expected = {problem.pointer: problem.expected for problem in problems(read_leniently(text))}
    completed: list[JsonProblem] = []
    for problem in listed:
        if problem.place is not None:
            expectation = expected.get(problem.place, problem.expected)
            completed.append(problem._replace(expected=expectation))
        else:
            completed.append(problem)
    return completed


def _schema_problems(document: object, text: str) -> list[JsonProblem]:
    """Return the problems that the schema finds; beyond a limit, their number."""
    found = problems(document)
    listed = found[:MOST_LISTED]
    spans = find_positions(text, {problem.pointer for problem in listed})
    result: list[JsonProblem] = []
    for problem in listed:
        span = spans[problem.pointer]
        result.append(JsonProblem(problem.message, span, problem.expected, problem.pointer))
    unlisted = len(found) - len(listed)
    if unlisted > 0:
        message = f"{unlisted:,} more problems of this document"
        result.append(JsonProblem(message, spans[""], None, ""))
    return result


def _escape_path(path: str) -> str:
    r"""Return a path as a document can contain it, with escapes such as ``\xff`` for a byte."""
    return _NOT_IN_JSON.sub(_escape, path)


def _escape(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code in _UNDECODABLE_BYTES:
        code -= 0xDC00
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
