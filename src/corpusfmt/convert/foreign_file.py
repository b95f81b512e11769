"""The articles of a file of another program, as the results of reading it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from corpusfmt.convert.file_bytes import find_invalid_row, text_of
from corpusfmt.convert.foreign_reading import import_bytes, import_lines, import_text
from corpusfmt.convert.imported import Imported
from corpusfmt.convert.importer import (
    BytesImporter,
    ImportOptions,
    RecordImporter,
    TextImporter,
    install,
    missing_module,
)
from corpusfmt.convert.importers import IMPORTERS
from corpusfmt.convert.json_characters import has_c1_controls
from corpusfmt.convert.json_text import JsonProblem
from corpusfmt.convert.problem_diagnostics import to_foreign_diagnostics, to_import_diagnostics
from corpusfmt.convert.read_result import ReadResult
from corpusfmt.files.paths import is_url
from corpusfmt.files.row_part import RowPart
from corpusfmt.model.diagnostic import Diagnostic
from corpusfmt.model.document import SourceEntry
from corpusfmt.text.named_tuples import NamedTuple
from corpusfmt.text.source import SourceText


class ForeignFile(NamedTuple):
    """A file of another program: its bytes, its path, its kind, and how to read it.

    ``encoding`` is that of a text, if it is not UTF-8; ``columns`` are those of a table, by the
    fields of an article. ``source`` is that of its documents. ``rows`` is set if the data is a part
    of a file of rows.
    """

    data: bytes
    path: str
    kind: str
    source: SourceEntry
    encoding: str | None
    columns: Mapping[str, str]
    rows: RowPart | None = None


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
    if isinstance(importer, BytesImporter):
        found = import_bytes(file.data, importer, _options(file))
    else:
        text, diagnostics = text_of(file.data, file.path, file.encoding)
        if text is None:
            yield ReadResult(None, diagnostics)
            return
        has_controls = file.encoding is not None or has_c1_controls(file.data)
        found = _import(text, importer, file, has_controls=has_controls)
    source: SourceText | None = None
    for article in found:
        if not article.problems:
            yield _result(article, file, ())
            continue
        if source is None or article.text is not source.text:
            source = SourceText(article.text, file.path)  # the lines of a text are counted once
        yield _result(article, file, to_import_diagnostics(article.problems, source, article.row))


def _import(
    text: str, importer: RecordImporter | TextImporter, file: ForeignFile, *, has_controls: bool
) -> Iterator[Imported]:
    if file.rows is None:
        return import_text(text, importer, _options(file), has_controls=has_controls)
    assert isinstance(importer, RecordImporter)
    return import_lines(text, importer, _options(file), has_controls, file.rows.line)


def _invalid_rows(file: ForeignFile, part: RowPart) -> Iterator[ReadResult]:
    """Yield what is wrong with the rows that are not UTF-8; such a file has no articles."""
    for number, row in enumerate(file.data.split(b"\n"), part.line):
        found = find_invalid_row(row, file.path, number)
        if found:
            yield ReadResult(None, found)


def _options(file: ForeignFile) -> ImportOptions:
    member = file.source.get("member", "")
    return ImportOptions(file.columns, file.path, member if is_url(member) else "", file.encoding)


def _result(article: Imported, file: ForeignFile, listed: tuple[Diagnostic, ...]) -> ReadResult:
    document = article.document
    if document is not None:
        document["source"] = file.source.copy()
        if article.number is not None:
            document["source"]["line"] = article.number
    return ReadResult(document, listed, article.number, article.original)
