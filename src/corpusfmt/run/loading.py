"""Articles of files, for Python: one file, many, or what another program has in memory."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import Any, overload

from corpusfmt.config.load import load as load_settings_file
from corpusfmt.config.settings import Settings
from corpusfmt.convert.foreign_records import import_record
from corpusfmt.convert.format import Options
from corpusfmt.convert.formats.rows import FIELDS
from corpusfmt.convert.imported import Imported
from corpusfmt.convert.importer import ImportOptions, Placed, RecordImporter
from corpusfmt.convert.importers import IMPORTERS
from corpusfmt.convert.importers.table import record_reader
from corpusfmt.convert.kinds import (
    AUTO,
    FOREIGN,
    KINDS,
    TABLE_FIELDS,
    TABLES,
    kind_of,
    patterns_of,
)
from corpusfmt.convert.read_result import ReadResult
from corpusfmt.convert.reading import read_documents
from corpusfmt.convert.row_kinds import row_files
from corpusfmt.convert.writing import render
from corpusfmt.files.discovery import select, texts_of
from corpusfmt.files.read import ReadError, read_input
from corpusfmt.model.arguments import (
    expect_content,
    expect_known,
    expect_names,
    expect_string,
    expect_string_keys,
    path_text,
    path_texts,
)
from corpusfmt.model.article import Article
from corpusfmt.model.diagnostic import Diagnostic
from corpusfmt.model.document import Document
from corpusfmt.model.errors import CorpusfmtError
from corpusfmt.run.input_documents import InputReader
from corpusfmt.run.naming import Naming

StrPath = str | os.PathLike[str]

ROWS = "rows"
"""The format of the rows that `load` yields."""

_KINDS = (*KINDS, *FOREIGN, AUTO)


class ArticleError(CorpusfmtError, ValueError):
    """A file, or an article in it, that cannot be read.

    ``path`` is the path of the file, and ``diagnostics`` say what is wrong in it, and where; there
    are none if the file itself cannot be read.
    """

    def __init__(self, path: str, reason: str, diagnostics: tuple[Diagnostic, ...] = ()) -> None:
        super().__init__(path, reason, diagnostics)
        self.path = path
        self.reason = reason
        self.diagnostics = diagnostics

    def __str__(self) -> str:
        return f"{self.path}: {self.reason}"


OnError = Callable[[ArticleError], None]


def read(path: StrPath, *, kind: str | None = None) -> Article:
    """Return the one article of a file, with its ``source``.

    ``kind`` is a format as ``corpusfmt convert --from`` names it, such as ``"news-please"``, or
    ``"auto"``; without it the name of the file decides. Raise ArticleError if the file cannot be
    read, has bytes that are invalid or a document that the schema does not accept, or does not have
    exactly one article; ValueError for an unknown kind.
    """
    name = path_text("read", "path", path)
    _expect_kind("read", kind)
    try:
        data = read_input(os.path.join(".", name))
    except ReadError as error:
        raise ArticleError(name, error.reason) from error
    found = list(read_documents(data, name, _kind(data, name, kind)))
    articles = [*map(Article.from_document, _found(found, name, None))]
    if len(articles) != 1:
        raise ArticleError(name, f"has {len(articles):,} articles; expected 1, or load()")
    return articles[0]


@overload
def load(
    paths: StrPath | Iterable[StrPath],
    *,
    kind: str | None = None,
    fields: None = None,
    settings: Settings | StrPath | None = None,
    on_error: OnError | None = None,
) -> Iterator[Article]: ...


@overload
def load(
    paths: StrPath | Iterable[StrPath],
    *,
    kind: str | None = None,
    fields: Collection[str],
    settings: Settings | StrPath | None = None,
    on_error: OnError | None = None,
) -> Iterator[dict[str, Any]]: ...


def load(
    paths: StrPath | Iterable[StrPath],
    *,
    kind: str | None = None,
    fields: Collection[str] | None = None,
    settings: Settings | StrPath | None = None,
    on_error: OnError | None = None,
) -> Iterator[Article] | Iterator[dict[str, Any]]:
    """Yield the articles of files, folders, globs and archives, each with its ``source``.

    They are read one after the other, in the order of ``corpusfmt convert``. No more than one file
    is in memory, of a large file of JSON Lines some of its rows. ``kind`` is as for `read`; in
    folders it selects the files by their endings, and without it the ``include`` of the settings
    does. With ``fields``, a row is yielded in place of each article: a dict with these fields of
    ``corpusfmt convert --to rows``, None where the article has no value. ``settings`` are settings,
    the path of their file, or None for the nearest
    file. An article that cannot be read is passed to
    ``on_error`` as an ArticleError, and the others are yielded; without ``on_error`` it is raised.
    """
    named = path_texts("load", "paths", paths)
    _expect_kind("load", kind)
    if fields is not None:
        expect_names("load", "fields", fields)
        expect_known("load", "fields", fields, tuple(FIELDS))
    if not isinstance(settings, Settings):
        settings = load_settings_file(
            None if settings is None else path_text("load", "settings", settings)
        )
    documents = _load(named, kind, settings, on_error)
    if fields is None:
        return map(Article.from_document, documents)
    options = Options(fields=tuple(fields))
    return (json.loads(render(document, ROWS, options)) for document in documents)


def _load(
    named: list[str], kind: str | None, settings: Settings, on_error: OnError | None
) -> Iterator[Document]:
    patterns = None if kind is None else patterns_of(kind)
    selection = select(named, settings, patterns)
    for path, reason in selection.missing:
        _report(ArticleError(path, reason), on_error)
    reader = InputReader(kind, Naming.of(named, settings.root, "-"), settings.date_orders)
    is_record = record_reader(kind, {})
    texts = texts_of(selection, settings, patterns, reads_rows=False, is_record=is_record)
    texts = texts.in_parts(row_files(kind, lambda path: path))
    has_document = False  # in an earlier part of the same file
    for item in texts:
        try:
            data, found = reader.content(item)
        except ReadError as error:
            _report(ArticleError(item.path, error.reason), on_error)
            continue
        found = found or _kind(data, item.path, kind)
        results = reader.documents(
            item, data, item.path, found, encoding=item.encoding, has_document=has_document
        )
        for document in _found(results, item.path, on_error):
            has_document = True
            yield document
        has_document = has_document and not item.is_end


def read_foreign(
    data: str | bytes | Mapping[str, object],
    source: str,
    *,
    columns: Mapping[str, str] | None = None,
    on_error: OnError | None = None,
) -> Iterator[Article]:
    """Yield the articles of a file of another program, or of one record of it.

    ``data`` is the content of a file or, for a format of JSON or a table, a record: a mapping.
    ``source`` is the format, as ``corpusfmt convert --from`` names it, or ``"auto"``. ``columns``
    are those of a table, by the fields of an article. An article that cannot be read is passed to
    ``on_error``, or raised without it. Raise ValueError for an unknown source, or ``columns`` that
    it does not have.
    """
    expect_string("read_foreign", "source", source)
    expect_known("read_foreign", "source", [source], _KINDS)
    _expect_columns(source, columns)
    if isinstance(data, Mapping):
        expect_string_keys("read_foreign", "data", data)
        return _read_record(data, source, ImportOptions(columns or {}), on_error)
    expect_content("read_foreign", data)
    content = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
    results = read_documents(content, "-", _kind(content, "-", source), columns=columns)
    return map(Article.from_document, _found(results, "-", on_error))


def _expect_columns(source: str, columns: object) -> None:
    """Raise TypeError or ValueError for columns that are no names of fields and columns."""
    if columns is None:
        return
    if not isinstance(columns, Mapping):
        expected = "a mapping of fields to columns"
        raise TypeError(f"read_foreign() takes {expected} as columns, not {type(columns).__name__}")
    expect_string_keys("read_foreign", "columns", columns)
    expect_known("read_foreign", "columns", columns, TABLE_FIELDS)
    for column in columns.values():
        expect_string("read_foreign", "columns", column)
    if columns and source not in (*TABLES, AUTO):
        raise ValueError(f"read_foreign() takes columns only for {', '.join(TABLES)} and {AUTO}")


def _read_record(
    record: Mapping[str, object], source: str, options: ImportOptions, on_error: OnError | None
) -> Iterator[Article]:
    kind = _kind_of_record(record) if source == AUTO else source
    importer = IMPORTERS.get(kind)
    if not isinstance(importer, RecordImporter):
        raise TypeError(f"read_foreign() cannot read a mapping as {kind}; expected text or bytes")
    placed: list[Placed] = [("", record)]
    if importer.select is not None:
        placed = importer.select(placed)
    for _, one in placed:
        assert isinstance(one, Mapping)
        found: Imported = import_record(one, importer, options)
        if found.document is None:
            reasons = "; ".join(f"{part.pointer or '/'}: {part.message}" for part in found.problems)
            _report(ArticleError("-", reasons), on_error)
        else:
            yield Article.from_document(found.document)


def _kind_of_record(record: Mapping[str, object]) -> str:
    """Return the format of a record: that of another program, a document, or a row of a table."""
    from corpusfmt.convert.guessing import own_or_guessed

    found = own_or_guessed(record)
    return "rows" if found is None else found[1]


def _kind(data: bytes, path: str, kind: str | None) -> str:
    """Return the kind of a file: the one that is named, or as its bytes or its name look."""
    if kind == AUTO:
        from corpusfmt.convert.guessing import guess_kind

        return guess_kind(data, path)
    return kind or kind_of(path)


def _found(
    results: Iterable[ReadResult], path: str, on_error: OnError | None
) -> Iterator[Document]:
    """Yield the documents that were read, and report what was not."""
    for result in results:
        if result.document is not None:
            yield result.document
            continue
        first = result.diagnostics[0]
        reason = f"{first.line}:{first.column}: {first.message}"
        if len(result.diagnostics) > 1:
            reason += f", and {len(result.diagnostics) - 1:,} more"
        _report(ArticleError(path, reason, result.diagnostics), on_error)


def _report(error: ArticleError, on_error: OnError | None) -> None:
    if on_error is None:
        raise error
    on_error(error)


def _expect_kind(function: str, kind: str | None) -> None:
    if kind is not None:
        expect_string(function, "kind", kind)
        expect_known(function, "kind", [kind], _KINDS)
