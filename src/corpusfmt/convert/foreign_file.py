"""The articles of a file of another program, as the results of reading it."""

from __future__ import annotations

from collections.abc import Iterator

from corpusfmt.convert.file_bytes import find_invalid_row, text_of
from corpusfmt.convert.foreign_reading import import_bytes, import_text
from corpusfmt.convert.foreign_records import decode_lines, import_lines, lines_of
from corpusfmt.convert.imported import Imported
from corpusfmt.convert.importer import (
    BytesImporter,
    ImportOptions,
    RecordImporter,
    install,
    missing_module,
)
from corpusfmt.convert.importers import IMPORTERS, AnyImporter
from corpusfmt.convert.json_characters import has_c1_controls
from corpusfmt.convert.json_text import JsonProblem
from corpusfmt.convert.problem_diagnostics import to_foreign_diagnostics, to_import_diagnostics
from corpusfmt.convert.read_result import ForeignFile, ReadResult
from corpusfmt.convert.unread_formats import report_unread
from corpusfmt.files.paths import is_url
from corpusfmt.files.row_part import RowPart
from corpusfmt.model.diagnostic import Diagnostic
from corpusfmt.text.source import SourceText

_NO_OPTIONS = ImportOptions()


def read_foreign_file(file: ForeignFile) -> Iterator[ReadResult]:
    """Yield the articles of a file; some have documents and diagnostics."""
    importer = IMPORTERS[file.kind]
    missing = missing_module(importer) if importer.modules else None
    if missing is not None:
        problem = JsonProblem(f"{missing} is not installed", (0, 0), install(importer))
        yield ReadResult(None, to_foreign_diagnostics(problem, "", file.path))
        return
    if file.rows is not None and not file.rows.is_utf8:
        yield from _invalid_rows(file, file.rows)
        return
    found, diagnostics = _read(file, importer)
    if diagnostics:
        yield ReadResult(None, diagnostics)
    source: SourceText | None = None
    for article in found:
        if not article.problems:
            yield _result(article, file, ())
            continue
        if source is None or article.text is not source.text:
            source = SourceText(article.text, file.path)  # the lines of a text are counted once
        yield _result(article, file, to_import_diagnostics(article.problems, source, article.row))


def _read(
    file: ForeignFile, importer: AnyImporter
) -> tuple[Iterator[Imported], tuple[Diagnostic, ...]]:
    """Return the articles of a file, or what is wrong with its bytes."""
    options = _options(file, importer)
    if isinstance(importer, BytesImporter):
        return import_bytes(file.data, importer, options), ()
    is_utf_8 = file.encoding is None
    has_controls = not is_utf_8 or has_c1_controls(file.data)
    line = 1 if file.rows is None else file.rows.line
    if is_utf_8 and isinstance(importer, RecordImporter) and importer.delimiter is None:
        lines = _lines_of(file)
        if lines is not None:
            return import_lines(lines, importer, options, has_controls, line), ()
    text, diagnostics = text_of(file.data, file.path, file.encoding)
    if text is None:
        return iter(()), report_unread(file.data, file.path) or diagnostics
    if file.rows is not None:
        assert isinstance(importer, RecordImporter)
        return import_lines(text.split("\n"), importer, options, has_controls, line), ()
    return import_text(text, importer, options, has_controls=has_controls), ()


def _lines_of(file: ForeignFile) -> list[str] | None:
    """Return the lines of a file in UTF-8 whose lines are records; None for another."""
    return lines_of(file.data) if file.rows is None else decode_lines(file.data)


def _invalid_rows(file: ForeignFile, part: RowPart) -> Iterator[ReadResult]:
    """Yield what is wrong with the rows that are not UTF-8; such a file has no articles."""
    for number, row in enumerate(file.data.split(b"\n"), part.line):
        found = find_invalid_row(row, file.path, number)
        if found:
            yield ReadResult(None, found)


def _options(file: ForeignFile, importer: AnyImporter) -> ImportOptions:
    if isinstance(importer, RecordImporter):
        return ImportOptions(file.columns) if file.columns else _NO_OPTIONS
    member = file.source.get("member", "")
    return ImportOptions(file.columns, file.path, member if is_url(member) else "", file.encoding)


def _result(article: Imported, file: ForeignFile, listed: tuple[Diagnostic, ...]) -> ReadResult:
    document = article.document
    if document is not None:
        document["source"] = file.source.copy()
        if article.number is not None:
            document["source"]["line"] = article.number
    return ReadResult(document, listed, article.number, article.original)
