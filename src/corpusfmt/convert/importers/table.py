"""``--from csv``, ``tsv`` and ``rows``: tables with a row for each article."""

from __future__ import annotations

import re
from ast import literal_eval
from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache

from corpusfmt.convert.foreign_article import ForeignArticle
from corpusfmt.convert.foreign_values import is_html
from corpusfmt.convert.importer import ImportOptions, Record, RecordImporter
from corpusfmt.convert.kinds import AUTO
from corpusfmt.files.archives.limits import ArchiveError
from corpusfmt.files.archives.parquet import RecordColumns
from corpusfmt.text.display import quoted
from corpusfmt.text.patterns import regex

LINES = ("title", "subtitle", "caption", "credit")
DATES = ("date", "updated")

COLUMNS = {
    "title": ("title", "headline"),
    "subtitle": ("subtitle",),
    "authors": ("authors", "author", "byline"),
    "date": (
        *("date", "published", "published_at", "publishedat", "published_date", "publish_date"),
        *("publication_date", "pub_date", "date_published", "datepublished"),
    ),
    "updated": ("updated", "updated_at", "date_modified", "datemodified", "last_modified"),
    "intro": ("intro",),
    "caption": ("caption",),
    "credit": ("credit",),
    "text": ("text", "body", "content"),
    "url": ("url", "link"),
}
"""The fields of an article, and the names of the columns that they are read from by default."""

_ORDER = (*LINES, *DATES, "authors", "intro", "url", "text")
"""The order in which the fields are read, and their problems reported."""

_AUTHORS = ";"

_STRING = r"""(?:'(?>(?:[^'\\]|\\.)*)'|"(?>(?:[^"\\]|\\.)*)")"""
_LIST = regex(rf"\[\s*+(?:{_STRING}(?>(?:\s*+,\s*+{_STRING})*))?\s*+\]", re.DOTALL)
"""A list of strings as Python writes it."""

_MISSING = frozenset(
    ("#N/A", "#NA", "-NaN", "-nan", "<NA>", "N/A", "NA", "NULL", "NaN", "NaT", "None", "n/a", "nan")
) | {"null", r"\N"}
"""The cells that pandas or a database reads as missing values, or writes for them."""


def fill(record: Record, article: ForeignArticle, options: ImportOptions) -> None:
    """Move the values of a row into an article."""
    columns = _columns_of(tuple(record))
    if options.columns:
        columns = _with_named(columns, options.columns)
    for name, column in columns.items():
        value, place = record.get(column), f"/{column}"
        if name in LINES:
            article.set_line(name, value, place)
        elif name in DATES:
            article.set_date(name, value, place)
        elif name == "authors":
            _fill_authors(value, article, place)
        elif name == "url":
            article.set_url(value, place)
        else:
            _fill_paragraphs(name, value, article, place)


def _fill_paragraphs(name: str, value: object, article: ForeignArticle, place: str) -> None:
    """Add the paragraphs of the intro or the text: the lines of a string, or of those of a list."""
    for index, member in enumerate(article.members(value, place)):
        where = f"{place}/{index}" if isinstance(value, list) else place
        if name == "text" and isinstance(member, str) and is_html(member):
            article.add_html(member, where)
        elif name == "intro":
            for paragraph in article.split_lines(member, where):
                article.add_intro(paragraph, where)
        else:
            article.add_lines(member, where)


def fill_cells(record: Record, article: ForeignArticle, options: ImportOptions) -> None:
    """Move the cells of a row into an article; what pandas reads as a missing value is none."""
    cells: dict[str, object] = {}
    for name, value in record.items():
        cells[name] = None if isinstance(value, str) and value in _MISSING else value
    fill(cells, article, options)


def _fill_authors(authors: object, article: ForeignArticle, place: str) -> None:
    if isinstance(authors, str):
        authors = _listed(authors.strip())
    if isinstance(authors, list):
        article.add_authors(authors, place)
        return
    for author in article.line(authors, place, is_optional=True).split(_AUTHORS):
        article.add_author(author, place)


def _listed(authors: str) -> object:
    """Return the names of a list as Python writes it, or other names as they are."""
    if not authors.startswith("[") or not _LIST.fullmatch(authors):
        return authors
    try:
        names: object = literal_eval(authors)
    except (ValueError, SyntaxError):  # an escape that Python does not have
        return authors
    return names


def column_of(record: Record, name: str) -> str | None:
    """Return the first column of a row that is named like a field."""
    return _columns_of(tuple(record)).get(name)


@lru_cache(maxsize=64)  # the rows of a table have the same columns
def _columns_of(names: tuple[str, ...]) -> dict[str, str]:
    """Return the first column that is named like a field, for each field that has one."""
    folded = {name.casefold().strip(): name for name in names}
    found: dict[str, str] = {}
    for field in _ORDER:
        for known in COLUMNS[field]:
            if known in folded:
                found[field] = folded[known]
                break
    return found


def _with_named(columns: Mapping[str, str], named: Mapping[str, str]) -> dict[str, str]:
    """Return the columns of the fields, with those that were named for fields instead."""
    found: dict[str, str] = {}
    for field in _ORDER:
        column = named.get(field) or columns.get(field)
        if column is not None:
            found[field] = column
    return found


def find_missing_columns(header: Collection[str], options: ImportOptions) -> list[tuple[str, str]]:
    """Return what a table lacks, and what was expected: a title, a text, a column that is named."""
    listed = ", ".join(header)
    missing: list[tuple[str, str]] = []
    for name, column in options.columns.items():
        if column not in header:
            expected = f"--map {name}=COLUMN with one of {listed}"
            missing.append((f"there is no column {quoted(column)}", expected))
    record = dict.fromkeys(header, "")
    for name in ("title", "text"):
        if name not in options.columns and column_of(record, name) is None:
            known = " or ".join(COLUMNS[name])
            missing.append(
                (f"no column has the {name}", f"a column {known}, or --map {name}=COLUMN")
            )
    return missing


def find_doubled_columns(header: Sequence[str], options: ImportOptions) -> list[tuple[str, str]]:
    """Return the columns of a table that are read and not the only one of their name."""
    doubled: list[tuple[str, str]] = []
    record = dict.fromkeys(header, "")
    for name in COLUMNS:
        column = options.columns.get(name) or column_of(record, name)
        if column is not None and header.count(column) > 1:
            doubled.append((f"{header.count(column)} columns are named {quoted(column)}", "one"))
    return doubled


def record_reader(kind: str | None, columns: Mapping[str, str]) -> RecordColumns | None:
    """Return the function that says of a table whether its rows are read as records.

    ``kind`` is the input format, and ``columns`` are those that are named for fields. Without
    either, the rows are the texts of one column. The function raises ArchiveError for a table that
    lacks a column.
    """
    is_required = kind == ROWS.name or bool(columns)
    if not is_required and kind != AUTO:
        return None

    def is_record(names: Sequence[str]) -> bool:
        missing = find_missing_columns(names, ImportOptions(columns))
        if missing and is_required:
            message, expected = missing[0]
            raise ArchiveError(f"cannot be read as articles: {message}; expected {expected}")
        return not missing

    return is_record


def is_row(record: object) -> bool:
    """Return whether a JSON value has a title and a text, as the row of a table has."""
    return isinstance(record, Mapping) and not find_missing_columns(record, ImportOptions())


def recognises(record: Record) -> bool:
    """Return False: a table is known by the ending of its file."""
    return False


def recognises_any(record: Record) -> bool:
    """Return True: any object can be a row, and none is guessed to be one."""
    return True


def _describe_columns() -> dict[str, str]:
    """Return from which columns each field is read that is the content of one column."""
    described: dict[str, str] = {}
    for field in COLUMNS:
        if field not in ("text", "authors", "date"):
            described[field] = f"the column {_names(field)}, or that of `--map {field}=…`"
    return described


def _names(field: str) -> str:
    return " or ".join(f"`{name}`" for name in COLUMNS[field])


_READS = {
    **_describe_columns(),
    "date": f"the column {_names('date')}, or that of `--map date=…`; midnight is a day",
    "byline": "the column `authors`, `author` or `byline`, or that of `--map authors=…`; names "
    "separated by `;`, or a list as Python writes it",
    "body": "the column `text`, `body` or `content`, or that of `--map text=…`; a paragraph for "
    "each line, or its markup if it is HTML",
}


def _importer(
    name: str, title: str, delimiter: str, summary: str, definition: str
) -> RecordImporter:
    return RecordImporter(
        name=name,
        title=title,
        summary=summary,
        definition=definition,
        checked_by="the module csv of Python",
        suffixes=(f".{name}",),
        fill=fill_cells,
        recognises=recognises,
        delimiter=delimiter,
        midnight_is_day=True,
        reads=_READS,
        leaves={
            "other columns": "have no field",
            "cells such as `NA`, `NaN`, `None` or `NULL`": "are missing values",
        },
    )


CSV = _importer(
    "csv",
    "CSV",
    ",",
    "a table with commas or semicolons, whose first line has the names of the columns",
    "[RFC 4180](https://www.rfc-editor.org/rfc/rfc4180)",
)
TSV = _importer(
    "tsv",
    "TSV",
    "\t",
    "a table with tabs, whose first line has the names of the columns",
    "[text/tab-separated-values](https://www.iana.org/assignments/media-types/text/tab-separated-values)",
)
ROWS = RecordImporter(
    name="rows",
    title="rows of a table",
    summary="JSON Lines with an object for each article, and Parquet tables with a row for each",
    definition="[JSON Lines](https://jsonlines.org/), [Apache Parquet](https://parquet.apache.org/)",
    checked_by="`json` of Python, and pyarrow",
    suffixes=(".jsonl", ".ndjson", ".parquet"),
    fill=fill,
    recognises=recognises_any,
    midnight_is_day=True,
    reads={
        **_READS,
        "byline": f"{_READS['byline']}, or an array of names",
        "body": f"{_READS['body']}; or an array of paragraphs",
    },
    leaves={"other columns": "have no field"},
)
