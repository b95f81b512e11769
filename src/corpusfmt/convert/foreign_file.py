"""The articles of a file of another program, as the results of reading it."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from corpusfmt.convert.file_bytes import text_of
from corpusfmt.convert.foreign_reading import Imported, import_bytes, import_text
from corpusfmt.convert.importer import BytesImporter, ImportOptions, install, missing_module
from corpusfmt.convert.importers import IMPORTERS
from corpusfmt.convert.json_text import JsonProblem
from corpusfmt.convert.problem_diagnostics import to_foreign_diagnostics, to_import_diagnostics
from corpusfmt.convert.read_result import ReadResult
from corpusfmt.files.paths import is_url
from corpusfmt.model.document import SourceEntry
from corpusfmt.text.source import SourceText


@dataclass(frozen=True, slots=True)
class ForeignFile:
    """A file of another program: its bytes, its path, its kind, and how to read it.

    ``encoding`` is that of a text, if it is not UTF-8; ``columns`` are those of a table, by the
    fields of an article. ``source`` is that of its documents.
    """

    data: bytes
    path: str
    kind: str
    source: SourceEntry
    encoding: str | None
    columns: Mapping[str, str]


def read_foreign_file(file: ForeignFile) -> Iterator[ReadResult]:
    """Yield the articles of a file; some have documents and diagnostics."""
    importer = IMPORTERS[file.kind]
    missing = missing_module(importer)
    if missing is not None:
        problem = JsonProblem(f"{missing} is not installed", (0, 0), install(importer))
        yield ReadResult(None, to_foreign_diagnostics(problem, "", file.path))
        return
    if isinstance(importer, BytesImporter):
        found = import_bytes(file.data, importer, _options(file))
    else:
        text, diagnostics = text_of(file.data, file.path, file.encoding)
        if text is None:
            yield ReadResult(None, diagnostics)
            return
        found = import_text(text, importer, _options(file))
    source = SourceText("", file.path)
    for article in found:
        if (
            article.problems and article.text is not source.text
        ):  # the lines of a text are counted once
            source = SourceText(article.text, file.path)
        yield _result(article, file, source)


def _options(file: ForeignFile) -> ImportOptions:
    name = posixpath.splitext(posixpath.basename(file.path.replace("\\", "/")))[0]
    member = file.source.get("member", "")
    return ImportOptions(file.columns, name, member if is_url(member) else "", file.encoding)


def _result(article: Imported, file: ForeignFile, source: SourceText) -> ReadResult:
    document = article.document
    if document is not None:
        place: SourceEntry = {} if article.number is None else {"line": article.number}
        document["source"] = {**file.source, **place}
    listed = to_import_diagnostics(article.problems, source, article.row)
    return ReadResult(document, listed, article.number, article.original)
