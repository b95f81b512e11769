"""Reading the files of other programs: their articles as documents, and problems by their place."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from corpusfmt.convert.foreign_article import FieldProblem, ForeignArticle, describe
from corpusfmt.convert.guessing import guess_text, own_or_guessed
from corpusfmt.convert.importer import (
    BytesImporter,
    Importer,
    ImportOptions,
    Record,
    RecordImporter,
    TextImporter,
)
from corpusfmt.convert.json_positions import RecordPlace, RecordPositions, Span
from corpusfmt.convert.json_records import WHITESPACE, records_of
from corpusfmt.convert.json_text import JsonProblem, read_json
from corpusfmt.lint.checker import MOST_LISTED
from corpusfmt.model.document import Document
from corpusfmt.validation.validator import is_valid, problems


class ImportProblem(NamedTuple):
    """A problem of a file, with its span in the text it is about, and its JSON pointer."""

    message: str
    span: tuple[int, int]
    expected: str | None
    pointer: str | None
    is_warning: bool


class Imported(NamedTuple):
    """An article of a file, or why there is none.

    ``text`` is the text that the problems are about, which is a line of the file if ``row`` is the
    number of that line. ``number`` is that of the article in a file of many, and ``original`` is
    then its record, or its part of the text.
    """

    document: Document | None
    problems: tuple[ImportProblem, ...]
    text: str
    number: int | None = None
    row: int | None = None
    original: str | Record | None = None


def import_text(
    text: str, importer: RecordImporter | TextImporter, options: ImportOptions
) -> Iterator[Imported]:
    """Yield the articles of a text of another program."""
    if isinstance(importer, TextImporter):
        yield from _import_articles(text, importer, options)
    elif importer.delimiter is not None:
        yield from _import_table(text, importer, options)
    else:
        yield from _import_json(text, importer, options)


def import_bytes(
    data: bytes, importer: BytesImporter, options: ImportOptions
) -> Iterator[Imported]:
    """Yield the articles of the bytes of a file of another program."""
    for article in importer.read(data, options):
        yield _finish(article, importer, "", None, None)


def import_record(record: Record, importer: RecordImporter, options: ImportOptions) -> Imported:
    """Return the article of a record that is in memory."""
    return _finish(
        read_record(record, importer, options),
        importer,
        "",
        None,
        RecordPlace("", RecordPositions("")),
    )


def read_record(record: Record, importer: RecordImporter, options: ImportOptions) -> ForeignArticle:
    """Return the article of a record."""
    article = ForeignArticle(midnight_is_day=importer.midnight_is_day)
    importer.fill(record, article, options)
    return article


def _import_articles(
    text: str, importer: TextImporter, options: ImportOptions
) -> Iterator[Imported]:
    articles = list(importer.read(text, options))
    if not articles:
        yield Imported(None, (_no_article(text, importer),), text)
    if len(articles) == 1:
        yield _finish(articles[0].article, importer, text, None, articles[0].span)
        return
    for number, (article, span) in enumerate(((one.article, one.span) for one in articles), 1):
        found = _finish(article, importer, text, number, span)
        yield found._replace(original=text[slice(*span)])


def _no_article(text: str, importer: TextImporter) -> ImportProblem:
    message, expected = f"the file contains no article of {importer.title}", None
    other = guess_text(text)
    if other is not None and other is not importer:
        message, expected = f"this looks like {other.title}", f"--from {other.name}"
    return ImportProblem(message, (0, 0), expected, None, False)


def _import_json(text: str, importer: RecordImporter, options: ImportOptions) -> Iterator[Imported]:
    """Yield the articles of one object, an array of them, an object of arrays, or JSON Lines."""
    first, _, rest = text.lstrip(WHITESPACE).partition("\n")
    if rest.strip() and first.rstrip().endswith("}") and not read_json(first)[1]:
        yield from _import_lines(text, importer, options)
        return
    value, found = read_json(text)
    if found:
        yield Imported(None, _listed(found), text)
        return
    records = list(records_of(value))
    positions = RecordPositions(text)
    for number, (pointer, record) in enumerate(records, 1):
        number_or_none = number if len(records) > 1 else None
        place = RecordPlace(pointer, positions)
        yield _import_value(record, importer, options, text, place, number_or_none, None)


def _import_lines(
    text: str, importer: RecordImporter, options: ImportOptions
) -> Iterator[Imported]:
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip(WHITESPACE):
            continue
        value, found = read_json(line)
        if found:
            yield Imported(None, _listed(found), line, number, number)
        else:
            place = RecordPlace("", RecordPositions(line))
            yield _import_value(value, importer, options, line, place, number, number)


def _listed(found: Iterable[JsonProblem]) -> tuple[ImportProblem, ...]:
    listed = [ImportProblem(one.message, one.span, one.expected, None, False) for one in found]
    return tuple(listed[:MOST_LISTED])


def _import_value(
    value: object,
    importer: RecordImporter,
    options: ImportOptions,
    text: str,
    place: RecordPlace,
    number: int | None,
    row: int | None,
) -> Imported:
    if not isinstance(value, Mapping):
        article = ForeignArticle()
        article.problems.append(
            FieldProblem("", f"{describe(value)} is not an article", "an object")
        )
        return _finish(article, importer, text, number, place, row)
    if not importer.recognises(value):
        problem = _wrong_kind(value)
        if problem is not None:
            article = ForeignArticle()
            article.problems.append(problem)
            return _finish(article, importer, text, number, place, row)
    article = read_record(value, importer, options)
    found = _finish(article, importer, text, number, place, row)
    return found if number is None else found._replace(original=value)


def _wrong_kind(record: Record) -> FieldProblem | None:
    """Return the problem of a record that another format has, or None."""
    found = own_or_guessed(record)
    return found and FieldProblem("", f"this looks like {found[0]}", f"--from {found[1]}")


def _import_table(
    text: str, importer: RecordImporter, options: ImportOptions
) -> Iterator[Imported]:
    """Yield the articles of a table; the first line has the names of the columns."""
    from corpusfmt.convert.importers.table import find_missing_columns

    assert importer.delimiter is not None
    lines = _Lines(text)
    rows = csv.reader(lines, delimiter=importer.delimiter, strict=True)
    csv.field_size_limit(1 << 30)
    header: list[str] = []
    is_empty = True
    try:
        for row in rows:
            taken, start = lines.take()
            if not row:
                continue
            if not header:
                header = [name.removeprefix("\ufeff") for name in row]
                missing = find_missing_columns(header, options)
                if missing:
                    listed = (_at_line(message, taken, expected) for message, expected in missing)
                    yield Imported(None, tuple(listed), taken, row=1)
                    return
                continue
            is_empty = False
            yield _import_row(row, header, importer, options, taken, start)
        if is_empty:
            problem = _at_line("the table has no rows", text, "an article in each row")
            yield Imported(None, (problem,), text, row=1)
    except csv.Error as error:
        taken, start = lines.take()
        message = f"invalid {importer.title}: {error}"
        yield Imported(None, (_at_line(message, taken, None),), taken, row=start)


class _Lines:
    """The lines of a text, as the reader of a table takes them."""

    def __init__(self, text: str) -> None:
        self._lines = iter(io.StringIO(text, newline=""))
        self._taken: list[str] = []
        self._start = 1

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = next(self._lines)
        self._taken.append(line)
        return line

    def take(self) -> tuple[str, int]:
        """Return the lines since the last call, and the number of the first."""
        taken, start = "".join(self._taken), self._start
        self._start += len(self._taken)
        self._taken = []
        return taken, start


def _import_row(
    row: list[str],
    header: list[str],
    importer: RecordImporter,
    options: ImportOptions,
    text: str,
    line: int,
) -> Imported:
    if len(row) != len(header):
        message = f"the row has {len(row)} values"
        problem = _at_line(message, text, f"{len(header)}, one for each column")
        return Imported(None, (problem,), text, line, line)
    record = dict(zip(header, row, strict=True))
    article = read_record(record, importer, options)
    found = _finish(article, importer, text, line, (0, len(text.partition("\n")[0])), line)
    return found._replace(original=record)


def _at_line(message: str, text: str, expected: str | None) -> ImportProblem:
    span = (0, len(text.partition("\n")[0].rstrip("\r")))
    return ImportProblem(message, span, expected, None, False)


def _finish(
    article: ForeignArticle,
    importer: Importer,
    text: str,
    number: int | None,
    place: RecordPlace | Span | None,
    row: int | None = None,
) -> Imported:
    """Return the document of an article, with everything that is wrong with it.

    ``place`` is where the article is in the text: that of its record, or its span.
    """
    document = article.document()
    found = list(article.problems)
    if not any(not problem.is_warning for problem in found):
        found += _missing(document, importer, place)
    is_whole = all(problem.is_warning for problem in found)
    if is_whole and not is_valid(article.to_validate(document)):
        for one in problems(document):
            message = f"{one.message} (at {one.pointer} of the document)"
            found.append(FieldProblem("", message, one.expected))
        is_whole = False
    located = _locate(found[:MOST_LISTED], place)
    return Imported(document if is_whole else None, located, text, number, row)


def _missing(
    document: Document, importer: Importer, place: RecordPlace | Span | None
) -> Iterator[FieldProblem]:
    where = place if isinstance(place, tuple) else ""
    if not document.get("title"):
        yield FieldProblem(where, "the article has no title", importer.reads["title"])
    if not document.get("body"):
        yield FieldProblem(where, "the article has no text", importer.reads["body"])


def _locate(
    found: list[FieldProblem], place: RecordPlace | Span | None
) -> tuple[ImportProblem, ...]:
    prefix = ""
    spans: dict[str, Span] = {}
    if isinstance(place, RecordPlace):
        prefix = place.pointer
        pointers = {prefix + one.place for one in found if isinstance(one.place, str)}
        if pointers:
            spans = place.positions.find(prefix, pointers)
    located: list[ImportProblem] = []
    for problem in found:
        pointer = None
        if isinstance(problem.place, tuple):
            span = problem.place
        else:
            pointer = prefix + problem.place
            span = place if isinstance(place, tuple) else spans.get(pointer, (0, 0))
        located.append(
            ImportProblem(problem.message, span, problem.expected, pointer, problem.is_warning)
        )
    return tuple(located)
