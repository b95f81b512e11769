"""Reading the files of other programs: their articles as documents, and problems by their place."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from typing import cast

from corpusfmt.convert.foreign_article import FieldProblem, ForeignArticle, describe
from corpusfmt.convert.guessing import guess_format, own_or_guessed
from corpusfmt.convert.imported import Imported, ImportProblem, finish
from corpusfmt.convert.importer import (
    BytesImporter,
    ImportOptions,
    Record,
    RecordImporter,
    TextImporter,
)
from corpusfmt.convert.json_characters import is_clean
from corpusfmt.convert.json_positions import RecordPlace, RecordPositions
from corpusfmt.convert.json_records import WHITESPACE, records_of
from corpusfmt.convert.json_text import JsonProblem, read_json
from corpusfmt.lint.checker import MOST_LISTED
from corpusfmt.text.display import count
from corpusfmt.text.named_tuples import NamedTuple


def import_text(
    text: str,
    importer: RecordImporter | TextImporter,
    options: ImportOptions,
    *,
    has_controls: bool = True,
) -> Iterator[Imported]:
    """Yield the articles of a text of another program.

    Without ``has_controls``, it is known that the text has no C1 control characters.
    """
    if isinstance(importer, TextImporter):
        yield from _import_articles(text, importer, options)
    elif importer.delimiter is not None:
        yield from _import_table(text, importer, options)
    else:
        yield from _import_json(text, importer, options, has_controls)


def import_bytes(
    data: bytes, importer: BytesImporter, options: ImportOptions
) -> Iterator[Imported]:
    """Yield the articles of the bytes of a file of another program."""
    for article in importer.read(data, options):
        yield finish(article, importer, "", None, None)


def import_record(record: Record, importer: RecordImporter, options: ImportOptions) -> Imported:
    """Return the article of a record that is in memory."""
    return finish(
        read_record(record, importer, options),
        importer,
        "",
        None,
        RecordPlace("", RecordPositions("")),
    )


def read_record(
    record: Record, importer: RecordImporter, options: ImportOptions, *, is_clean: bool = False
) -> ForeignArticle:
    """Return the article of a record; see `ForeignArticle` for ``is_clean``."""
    article = ForeignArticle(midnight_is_day=importer.midnight_is_day, is_clean=is_clean)
    importer.fill(record, article, options)
    return article


def _import_articles(
    text: str, importer: TextImporter, options: ImportOptions
) -> Iterator[Imported]:
    if text.lstrip()[:1] in ("{", "[", "<") and not importer.recognises(text):
        other = _find_other_format(text, importer)
        if other is not None:
            yield Imported(None, (other,), text)
            return
    articles = list(importer.read(text, options))
    if not articles:
        yield Imported(None, (_no_article(text, importer),), text)
    if len(articles) == 1:
        yield finish(articles[0].article, importer, text, None, articles[0].span)
        return
    for number, (article, span) in enumerate(((one.article, one.span) for one in articles), 1):
        found = finish(article, importer, text, number, span)
        yield found._replace(original=text[slice(*span)])


def _no_article(text: str, importer: TextImporter) -> ImportProblem:
    message = f"the file contains no article of {importer.title}"
    other = _find_other_format(text, importer)
    return other or ImportProblem(message, (0, 0), None, None, False)


def _find_other_format(text: str, importer: RecordImporter | TextImporter) -> ImportProblem | None:
    """Return the problem of a text that is in another format than the importer reads, or None."""
    other = guess_format(text)
    if other is None or other[1] == importer.name:
        return None
    return ImportProblem(f"this looks like {other[0]}", (0, 0), f"--from {other[1]}", None, False)


def _import_json(
    text: str, importer: RecordImporter, options: ImportOptions, has_controls: bool
) -> Iterator[Imported]:
    """Yield the articles of one object, an array of them, an object of arrays, or JSON Lines."""
    first, _, rest = text.lstrip(WHITESPACE).partition("\n")
    if rest.strip() and is_first_row(first):
        yield from import_lines(text, importer, options, has_controls)
        return
    value, found = read_json(text)
    if found:
        is_json = first.startswith(("{", "["))
        other = None if is_json else _find_other_format(text, importer)
        yield Imported(None, _listed(found) if other is None else (other,), text)
        return
    if value == []:
        problem = ImportProblem("the array is empty", (0, 1), "an article", "", False)
        yield Imported(None, (problem,), text)
    text_is_clean = not has_controls and is_clean(text)
    records = list(records_of(value))
    positions = RecordPositions(text)
    for number, (pointer, record) in enumerate(records, 1):
        number_or_none = number if len(records) > 1 else None
        place = RecordPlace(pointer, positions)
        found_in = _FoundIn(text, place, number_or_none, None, text_is_clean)
        yield _import_value(record, importer, options, found_in)


def is_first_row(line: str) -> bool:
    """Return whether a line is an object: with more lines, the text is then JSON Lines."""
    return line.rstrip().endswith("}") and not read_json(line)[1]


def import_lines(
    text: str, importer: RecordImporter, options: ImportOptions, has_controls: bool, line: int = 1
) -> Iterator[Imported]:
    """Yield the articles of JSON Lines, whose first line has this number."""
    for number, row in enumerate(text.split("\n"), line):
        if not row.strip(WHITESPACE):
            continue
        value, found = read_json(row)
        if found:
            yield Imported(None, _listed(found), row, number, number)
        else:
            place = RecordPlace("", RecordPositions(row))
            row_is_clean = not has_controls and is_clean(row)
            found_in = _FoundIn(row, place, number, number, row_is_clean)
            yield _import_value(value, importer, options, found_in)


def _listed(found: Iterable[JsonProblem]) -> tuple[ImportProblem, ...]:
    listed = [ImportProblem(one.message, one.span, one.expected, None, False) for one in found]
    return tuple(listed[:MOST_LISTED])


class _FoundIn(NamedTuple):
    """Where a value was found: the text and the place in it, and the numbers of `Imported`.

    ``is_clean`` is that of `ForeignArticle`.
    """

    text: str
    place: RecordPlace
    number: int | None
    row: int | None
    is_clean: bool


def _import_value(
    value: object, importer: RecordImporter, options: ImportOptions, found_in: _FoundIn
) -> Imported:
    text, place, number, row, text_is_clean = found_in
    problem = None
    if not isinstance(value, Mapping):
        problem = FieldProblem("", f"{describe(value)} is not an article", "an object")
    elif not importer.recognises(value):
        problem = _wrong_kind(value)
    if problem is not None:
        article = ForeignArticle()
        article.problems.append(problem)
        return finish(article, importer, text, number, place, row)
    record = cast("Record", value)
    article = read_record(record, importer, options, is_clean=text_is_clean)
    found = finish(article, importer, text, number, place, row)
    return found if number is None else found._replace(original=record)


def _wrong_kind(record: Record) -> FieldProblem | None:
    """Return the problem of a record that another format has, or None."""
    found = own_or_guessed(record)
    return found and FieldProblem("", f"this looks like {found[0]}", f"--from {found[1]}")


def _import_table(
    text: str, importer: RecordImporter, options: ImportOptions
) -> Iterator[Imported]:
    """Yield the articles of a table; the first line has the names of the columns."""
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
                problems = _find_header_problems(header, text, taken, importer, options)
                if problems:
                    yield Imported(None, problems, taken, row=1)
                    return
                continue
            is_empty = False
            yield _import_row(row, header, importer, options, taken, start)
        if is_empty:
            problem = _at_line("the table has no rows", text, "an article in each row")
            yield Imported(None, (problem,), text, row=1)
    except csv.Error as error:
        taken, start = lines.take()
        other = None if header else _find_other_format(text, importer)
        problem = other or _at_line(f"invalid {importer.title}: {error}", taken, None)
        yield Imported(None, (problem,), taken, row=start)


def _find_header_problems(
    header: list[str], text: str, line: str, importer: RecordImporter, options: ImportOptions
) -> tuple[ImportProblem, ...]:
    """Return the problems of the first line of a table: its columns are not those of articles."""
    from corpusfmt.convert.importers.table import find_doubled_columns, find_missing_columns

    missing = find_missing_columns(header, options)
    if not missing:
        doubled = find_doubled_columns(header, options)
        return tuple(_at_line(message, line, expected) for message, expected in doubled)
    other = _find_other_format(text, importer)
    if other is not None:
        return (other,)
    if len(header) == 1 and ";" in header[0]:
        message, name = "the columns are separated by semicolons", importer.title
        separators = {",": "commas", "\t": "tabs"}[importer.delimiter or ","]
        return (_at_line(message, line, f"{separators}, as {name} has them"),)
    return tuple(_at_line(message, line, expected) for message, expected in missing)


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
        message = f"the row has {count(len(row), 'value')}"
        problem = _at_line(message, text, f"{len(header)}, one for each column")
        return Imported(None, (problem,), text, line, line)
    record = dict(zip(header, row, strict=True))
    article = read_record(record, importer, options)
    found = finish(article, importer, text, line, (0, len(text.partition("\n")[0])), line)
    return found._replace(original=record)


def _at_line(message: str, text: str, expected: str | None) -> ImportProblem:
    span = (0, len(text.partition("\n")[0].rstrip("\r")))
    return ImportProblem(message, span, expected, None, False)
