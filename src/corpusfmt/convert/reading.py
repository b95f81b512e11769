"""Reading the documents of a file: one from a text or a JSON file, one a line from JSON Lines."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import islice

from corpusfmt.convert.file_bytes import (
    decode_requested,
    find_blocking,
    find_invalid_bytes,
    text_of,
)
from corpusfmt.convert.front_matter import ForeignFileError
from corpusfmt.convert.json_characters import has_c1_controls
from corpusfmt.convert.json_positions import find_positions
from corpusfmt.convert.json_text import JsonProblem, find_problems, read_json, read_leniently
from corpusfmt.convert.kinds import FOREIGN
from corpusfmt.convert.plain_document import read_plain_document
from corpusfmt.convert.problem_diagnostics import (
    to_diagnostics,
    to_foreign_diagnostics,
)
from corpusfmt.convert.read_result import ReadResult
from corpusfmt.files.read import sha256
from corpusfmt.lint.checker import MOST_LISTED
from corpusfmt.lint.context import Context
from corpusfmt.model.diagnostic import Diagnostic
from corpusfmt.model.document import Document, SourceEntry
from corpusfmt.syntax.date_order import NO_ORDERS, DateOrders
from corpusfmt.syntax.reading import Reading
from corpusfmt.text.decode import decode, decode_plain
from corpusfmt.text.patterns import regex
from corpusfmt.validation.messages import shown
from corpusfmt.validation.validator import is_valid, problems

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"

_NOT_IN_JSON = regex("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff]")
"""The characters of a path that are escaped in a document."""

_UNDECODABLE_BYTES = range(0xDC80, 0xDD00)
"""The surrogates for the bytes of a file name that is not UTF-8."""


def read_documents(
    data: bytes,
    path: str,
    kind: str,
    orders: DateOrders = NO_ORDERS,
    *,
    source_path: str | None = None,
    encoding: str | None = None,
    place: SourceEntry | None = None,
    columns: Mapping[str, str] | None = None,
) -> Iterator[ReadResult]:
    """Yield the documents of a file of a kind; each satisfies the schema and has a ``source``.

    ``source_path`` is the ``path`` of the source, if it differs from the one to report, and
    ``place`` the member or line of an archive that the data is from.
    ``encoding`` is that of a text, if it is not UTF-8. Numeric dates in a text are read by
    ``orders``. A text with invalid bytes or control characters is not a document, since they would
    be lost. ``columns`` are those of a table of another program, by the fields of an article.
    """
    if kind == "json":
        yield _read_json_file(data, path, source_path or path, place)
        return
    if kind == "jsonl":
        yield from _read_rows(data, path, source_path or path, place)
        return
    source = make_source(data, source_path or path, place)
    if kind in FOREIGN or (kind == "html" and not _is_own_page(data)):
        from corpusfmt.convert.foreign_file import ForeignFile, read_foreign_file

        file = ForeignFile(data, path, kind, source, encoding, columns or {})
        yield from read_foreign_file(file)
    else:
        yield _read_one(data, path, source, kind, orders, encoding)


def make_source(data: bytes, path: str, place: SourceEntry | None = None) -> SourceEntry:
    """Return the ``source`` of what is read from bytes; ``place`` says where in the file it is."""
    source: SourceEntry = {"path": _escape_path(path), "sha256": sha256(data)}
    if place is not None:
        source = {**source, **place}
    if "member" in source:
        source["member"] = _escape_path(source["member"])
    return source


def _read_one(
    data: bytes,
    path: str,
    source: SourceEntry,
    kind: str,
    orders: DateOrders,
    encoding: str | None,
) -> ReadResult:
    if kind in ("markdown", "html"):
        return _read_page(data, path, source, kind)
    if encoding is not None:
        return _read_text_as(data, path, source, orders, encoding)
    return _read_text(data, path, source, orders)


def _is_own_page(data: bytes) -> bool:
    from corpusfmt.convert.formats.html import GENERATOR

    return GENERATOR.encode() in data


def _read_text_as(
    data: bytes, path: str, source: SourceEntry, orders: DateOrders, encoding: str
) -> ReadResult:
    """Read a text in the requested encoding; problems of its bytes are about that encoding."""
    text, found = decode_requested(data, path, encoding)
    if text is None:
        return ReadResult(None, found)
    return _read_text(text.encode("utf-8", "surrogatepass"), path, source, orders)


def _read_text(data: bytes, path: str, source: SourceEntry, orders: DateOrders) -> ReadResult:
    reading = Reading.from_bytes(data, orders)
    context = Context(reading, path)
    if not find_blocking(context, "bytes", "text"):
        document = reading.document
        if is_valid(document):
            document["source"] = source
            return ReadResult(document)
    return ReadResult(None, find_blocking(context, "bytes", "text", "document"))


def _read_page(data: bytes, path: str, source: SourceEntry, kind: str) -> ReadResult:
    """Read a page that was written here, Markdown or HTML."""
    found = find_blocking(Context(Reading.from_bytes(data), path), "bytes", "text")
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
    listed: list[JsonProblem] = []
    for one in problems(document)[:MOST_LISTED]:
        listed.append(JsonProblem(one.message, (0, 0), one.expected, one.pointer))
    return ReadResult(None, to_diagnostics(listed, text, path))


def _page_reader(kind: str) -> Callable[[str], Document]:
    if kind == "markdown":
        from corpusfmt.convert.markdown_reading import read_markdown_document

        return read_markdown_document
    from corpusfmt.convert.html_reading import read_html_document

    return read_html_document


def _read_json_file(
    data: bytes, path: str, source_path: str, place: SourceEntry | None
) -> ReadResult:
    text, found = text_of(data, path, None)
    if text is None:
        return ReadResult(None, found)
    result = _read_json(text, has_c1_controls(data), path, None)
    if result.document is not None and not _has_path(result.document):
        result.document["source"] = make_source(data, source_path, place)
    return result


def _has_path(document: Document) -> bool:
    """Return whether a document has the path of the file that it was first read from."""
    return "source" in document and "path" in document["source"]


def _read_rows(
    data: bytes, path: str, source_path: str, place: SourceEntry | None
) -> Iterator[ReadResult]:
    """Yield the rows.

    All bytes that are not UTF-8 are reported first, and the rows that contain them skipped.
    """
    texts, invalid = _split_rows(data, path)
    if invalid:
        yield ReadResult(None, invalid)
    if not data or data.isspace():
        problem = JsonProblem("the file has no rows", (0, 0), "a document on each line")
        yield ReadResult(None, to_diagnostics([problem], "", path))
    some_have_controls = has_c1_controls(data)
    has_document = False
    source: SourceEntry | None = None  # made when a row needs it
    for number, text in texts:
        has_controls = some_have_controls and has_c1_controls(text.encode())
        result = _read_json(text, has_controls, path, number, may_be_foreign=not has_document)
        has_document |= result.document is not None
        if result.document is not None and not _has_path(result.document):
            source = source or make_source(data, source_path, place)
            result.document["source"] = {**source, "line": number}
        yield result


def _split_rows(data: bytes, path: str) -> tuple[list[tuple[int, str]], tuple[Diagnostic, ...]]:
    """Return the rows that have a text, with their numbers, and what is reported of the others."""
    rows = data.removeprefix(_BYTE_ORDER_MARK).split(b"\n")
    texts = [decode_plain(row) for row in rows]
    invalid: tuple[Diagnostic, ...] = ()
    if None in texts:
        invalid = find_invalid_bytes(data, path)
        encoding = decode(data).encoding or "" if invalid else ""
        if encoding.startswith(("utf-16", "utf-32")):  # its lines cannot be split here
            return [], invalid
        texts = [decode(row).text for row in rows]
    numbered: list[tuple[int, str]] = []
    for number, text in enumerate(texts, 1):
        if text is not None and text.strip(" \t\r"):
            numbered.append((number, text))
    return numbered, invalid


def _read_json(
    text: str, has_controls: bool, path: str, line: int | None, *, may_be_foreign: bool = True
) -> ReadResult:
    """Return the document of a JSON text, with its own source if it has one.

    Where it has none and ``may_be_foreign``, it is reported if another program wrote the text.
    """
    original = None if line is None else text
    document = None if has_controls else read_plain_document(text)
    if document is not None:
        return ReadResult(document, (), line, original)
    value, found = read_json(text)
    if not found and is_valid(value):
        return ReadResult(value, (), line, original)
    listed = list(islice(found or find_problems(text), MOST_LISTED))
    if not listed:
        foreign = _find_foreign(value, line) if may_be_foreign else None
        if foreign is not None:
            diagnostics = to_foreign_diagnostics(foreign, text, path, line)
            return ReadResult(None, diagnostics, line, original)
        listed = _schema_problems(value, text)
    else:
        listed = _add_expectations(listed, text)
    return ReadResult(None, to_diagnostics(listed, text, path, line), line, original)


def _find_foreign(value: object, line: int | None) -> JsonProblem | None:
    """Return the problem of a value that is an article of another program, or a row with a text."""
    from corpusfmt.convert.guessing import find_text_field, guess_record
    from corpusfmt.convert.importers.table import is_row

    record = value[0] if isinstance(value, list) and value else value
    other = guess_record(record)
    if other is not None:
        return JsonProblem(f"this looks like {other.title}", (0, 1), f"--from {other.name}")
    field = find_text_field(record)
    ways = ["--from rows"] if is_row(record) else []
    if line is not None:
        ways.append(f"--text-field {field} if the field has the whole article")
    if field is None or not ways:
        return None
    message = f"this is not a document, but has a text in the field {shown(field)}"
    return JsonProblem(message, (0, 1), ", or ".join(ways))


def _add_expectations(listed: list[JsonProblem], text: str) -> list[JsonProblem]:
    """Return the problems; where a value is not JSON, with what the schema expects there."""
    if all(problem.place is None for problem in listed):
        return listed
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
    if path.isascii() and path.isprintable():
        return path
    return _NOT_IN_JSON.sub(_escape, path)


def _escape(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code in _UNDECODABLE_BYTES:
        code -= 0xDC00
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
