"""Reading the documents of a file: one from a text or a JSON file, one a line from JSON Lines."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache

from corpusfmt.convert.file_bytes import decode_requested, find_blocking
from corpusfmt.convert.front_matter import ForeignFileError
from corpusfmt.convert.json_reading import read_json_file, read_rows, read_rows_of_part
from corpusfmt.convert.json_text import JsonProblem
from corpusfmt.convert.kinds import FOREIGN
from corpusfmt.convert.problem_diagnostics import to_diagnostics, to_foreign_diagnostics
from corpusfmt.convert.read_result import ForeignFile, ReadResult
from corpusfmt.convert.source_entry import make_source
from corpusfmt.files.row_part import RowPart
from corpusfmt.lint.checker import MOST_LISTED
from corpusfmt.lint.context import Context
from corpusfmt.syntax.date_order import NO_ORDERS, DateOrders
from corpusfmt.syntax.reading import Reading
from corpusfmt.text.annotations import TYPE_CHECKING
from corpusfmt.validation.validator import is_valid, problems

if TYPE_CHECKING:
    from corpusfmt.model.diagnostic import Diagnostic
    from corpusfmt.model.document import Document, SourceEntry


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
        yield read_json_file(data, path, source_path or path, place)
        return
    if kind == "jsonl":
        yield from read_rows(data, path, source_path or path, place)
        return
    source = make_source(data, source_path or path, place)
    if kind in FOREIGN or (kind == "html" and not _is_own_page(data)):
        file = ForeignFile(data, path, kind, source, encoding, columns or {})
        yield from _foreign_reader()(file)
    else:
        yield _read_one(data, path, source, kind, orders, encoding)


def read_part(
    data: bytes,
    path: str,
    kind: str,
    rows: RowPart,
    *,
    source_path: str,
    columns: Mapping[str, str],
    has_document: bool,
) -> Iterator[ReadResult]:
    """Yield the documents of a part of a large file of rows, as `read_documents` does.

    ``has_document`` is whether an earlier part has a document.
    """
    source = make_source(data, source_path, digest=rows.sha256)
    if kind == "jsonl":
        yield from read_rows_of_part(data, path, rows, source, has_document=has_document)
        return
    yield from _foreign_reader()(ForeignFile(data, path, kind, source, None, columns, rows))


@cache  # to import it again takes a tenth of the time of reading a record
def _foreign_reader() -> Callable[[ForeignFile], Iterator[ReadResult]]:
    from corpusfmt.convert.foreign_file import read_foreign_file

    return read_foreign_file


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
        return ReadResult(None, _other_format(data, path) or found)
    return _read_text(text.encode("utf-8", "surrogatepass"), path, source, orders)


def _read_text(data: bytes, path: str, source: SourceEntry, orders: DateOrders) -> ReadResult:
    reading = Reading.from_bytes(data, orders)
    context = Context(reading, path)
    if not find_blocking(context, "bytes", "text"):
        document = reading.document
        if is_valid(document):
            document["source"] = source
            return ReadResult(document, text=reading.text)
    return ReadResult(
        None, _other_format(data, path) or find_blocking(context, "bytes", "text", "document")
    )


def _other_format(data: bytes, path: str) -> tuple[Diagnostic, ...]:
    """Return the problem of a file that is in another format than the text that it is read as."""
    from corpusfmt.convert.guessing import report_format
    from corpusfmt.convert.unread_formats import report_unread

    return report_unread(data, path) or report_format(data, path)


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
