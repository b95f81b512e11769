"""Reading JSON: a file with one document, JSON Lines, and a part of a large file of these."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice

from corpusfmt.convert.file_bytes import find_invalid_bytes, find_invalid_row, text_of
from corpusfmt.convert.json_characters import has_c1_controls
from corpusfmt.convert.json_positions import find_positions
from corpusfmt.convert.json_text import JsonProblem, find_problems, read_json, read_leniently
from corpusfmt.convert.plain_document import read_plain_document
from corpusfmt.convert.problem_diagnostics import to_diagnostics, to_foreign_diagnostics
from corpusfmt.convert.read_result import ReadResult
from corpusfmt.convert.source_entry import make_source
from corpusfmt.files.row_part import RowPart
from corpusfmt.lint.checker import MOST_LISTED
from corpusfmt.model.diagnostic import Diagnostic
from corpusfmt.model.fields import FIELDS
from corpusfmt.text.annotations import TYPE_CHECKING
from corpusfmt.text.decode import decode, decode_plain
from corpusfmt.text.encoding_guess import guess_wide_encoding
from corpusfmt.validation.messages import shown
from corpusfmt.validation.validator import is_valid, problems

if TYPE_CHECKING:
    from corpusfmt.model.document import Document, SourceEntry

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_BLANKS = " \t\r"
_FIELDS = frozenset(FIELDS)
_OWN = frozenset({"corpusfmt", "body"})
"""The properties that each document has."""


def read_json_file(
    data: bytes, path: str, source_path: str, place: SourceEntry | None
) -> ReadResult:
    """Return the document of a file that has one."""
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


def read_rows(
    data: bytes, path: str, source_path: str, place: SourceEntry | None
) -> Iterator[ReadResult]:
    """Yield the rows of a file.

    All bytes that are not UTF-8 are reported first, and the rows that contain them skipped.
    """
    texts, invalid = _split_rows(data, path)
    if invalid:
        yield ReadResult(None, invalid)
    if not data or data.isspace():
        yield ReadResult(None, _no_rows(path))
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


def read_rows_of_part(
    data: bytes, path: str, part: RowPart, source: SourceEntry, *, has_document: bool
) -> Iterator[ReadResult]:
    """Yield the rows of a part of a file.

    A row that is not UTF-8 is reported on its own. ``source`` is that of the whole file, and
    ``has_document`` whether a row of an earlier part is a document.
    """
    if part.is_whole and not part.is_utf8 and guess_wide_encoding(data) is not None:
        yield ReadResult(None, find_invalid_bytes(data, path))  # its lines cannot be split
        return
    if part.is_whole and not data.strip():
        yield ReadResult(None, _no_rows(path))
    some_have_controls = has_c1_controls(data)
    for number, row in enumerate(data.split(b"\n"), part.line):
        text = decode(row).text
        if text is None:
            yield ReadResult(None, find_invalid_row(row, path, number))
            continue
        if not text.strip(_BLANKS):
            continue
        has_controls = some_have_controls and has_c1_controls(row)
        result = _read_json(text, has_controls, path, number, may_be_foreign=not has_document)
        if result.document is not None:
            has_document = True
            _add_source(result.document, source, number)
        yield result


def _add_source(document: Document, source: SourceEntry, line: int) -> None:
    """Set the source of a document that has no path of its own."""
    if not _has_path(document):
        document["source"] = {**source, "line": line}


def _no_rows(path: str) -> tuple[Diagnostic, ...]:
    problem = JsonProblem("the file has no rows", (0, 0), "a document on each line")
    return to_diagnostics([problem], "", path)


def _split_rows(data: bytes, path: str) -> tuple[list[tuple[int, str]], tuple[Diagnostic, ...]]:
    """Return the rows that have a text, with their numbers, and what is reported of the others."""
    rows = data.removeprefix(_BYTE_ORDER_MARK).split(b"\n")
    texts = list(map(decode_plain, rows))
    invalid: tuple[Diagnostic, ...] = ()
    if None in texts:
        invalid = find_invalid_bytes(data, path)
        encoding = decode(data).encoding or "" if invalid else ""
        if encoding.startswith(("utf-16", "utf-32")):  # its lines cannot be split here
            return [], invalid
        texts = [decode(row).text for row in rows]
    numbered: list[tuple[int, str]] = []
    for number, text in enumerate(texts, 1):
        if text is not None and text.strip(_BLANKS):
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
    if field is None and _is_of_unknown_kind(record):
        message = "this is not a document, nor JSON of another program that is known"
        return JsonProblem(message, (0, 1), _columns_to_name(record))
    if field is None or not ways:
        return None
    message = f"this is not a document, but has a text in the field {shown(field)}"
    return JsonProblem(message, (0, 1), ", or ".join(ways))


def _columns_to_name(record: object) -> str:
    """Return the option that names the columns of a record in which no field is known."""
    from corpusfmt.convert.importers.table import column_of

    assert isinstance(record, Mapping)
    title = "" if column_of(record, "title") else "--map title=FIELD "
    return f"--from rows {title}--map text=FIELD, if a field has the text"


def _is_of_unknown_kind(record: object) -> bool:
    """Return whether a JSON value has properties, and none that tells a document from others."""
    if not isinstance(record, Mapping) or not _OWN.isdisjoint(record):
        return False
    return not _FIELDS.issuperset(record)


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
