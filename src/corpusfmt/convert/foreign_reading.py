"""Reading the files of other programs: their articles as documents, and problems by their place."""

from __future__ import annotations

import csv
import io
from bisect import bisect_left
from collections.abc import Iterator

from corpusfmt.convert.foreign_article import ForeignArticle
from corpusfmt.convert.foreign_records import find_other_format, import_json, read_record
from corpusfmt.convert.imported import Imported, ImportProblem, finish
from corpusfmt.convert.importer import (
    BytesImporter,
    ImportOptions,
    RecordImporter,
    TextImporter,
)
from corpusfmt.convert.json_positions import Span
from corpusfmt.text.display import count
from corpusfmt.text.patterns import regex


def import_text(
    text: str,
    importer: RecordImporter | TextImporter,
    options: ImportOptions,
    *,
    has_controls: bool = True,
) -> Iterator[Imported]:
    """Return the articles of a text of another program, as they are read.

    Without ``has_controls``, it is known that the text has no C1 control characters.
    """
    if isinstance(importer, TextImporter):
        return _import_articles(text, importer, options)
    if importer.delimiter is not None:
        return _import_table(text, importer, options)
    return import_json(text, importer, options, has_controls)


def import_bytes(
    data: bytes, importer: BytesImporter, options: ImportOptions
) -> Iterator[Imported]:
    """Yield the articles of the bytes of a file of another program."""
    for article in importer.read(data, options):
        other = None
        if article.problems and not importer.recognises(data):
            other = find_other_format(data.decode("utf-8", "replace"), importer)
        if other is None:
            yield finish(article, importer, "", None, None)
        else:
            yield Imported(None, (other,), "")


def _import_articles(
    text: str, importer: TextImporter, options: ImportOptions
) -> Iterator[Imported]:
    if text.lstrip()[:1] in ("{", "[", "<") and not importer.recognises(text):
        other = find_other_format(text, importer)
        if other is not None:
            yield Imported(None, (other,), text)
            return
    written, text = text, text.replace("\r\n", "\n")
    articles = list(importer.read(text, options))
    if not articles:
        yield Imported(None, (_no_article(text, importer),), text)
    if len(articles) == 1:
        article, span = articles[0].article, articles[0].span
        other = _other_of(article, text, importer)
        found = Imported(None, (other,), text) if other is not None else None
        yield found or finish(article, importer, text, None, span)
        return
    returns = _find_returns(written)
    for number, (article, span) in enumerate(((one.article, one.span) for one in articles), 1):
        found = finish(article, importer, text, number, span)
        yield found._replace(original=_as_written(written, returns, span))


def _find_returns(written: str) -> list[int]:
    """Return where line ends of two characters are, in the text that has one for each."""
    return [match.start() - number for number, match in enumerate(_RETURN.finditer(written))]


def _as_written(written: str, returns: list[int], span: Span) -> str:
    """Return a piece of a text with the ends of its lines as they are written."""
    start, end = (at + bisect_left(returns, at) for at in span)
    return written[start:end]


def _other_of(article: ForeignArticle, text: str, importer: TextImporter) -> ImportProblem | None:
    """Return what a text is instead, if the importer reads no article from it; None otherwise."""
    is_refused = any(not problem.is_warning for problem in article.problems)
    if not is_refused or importer.recognises(text):
        return None
    return find_other_format(text, importer)


def _no_article(text: str, importer: TextImporter) -> ImportProblem:
    message = f"the file contains no article of {importer.title}"
    other = find_other_format(text, importer)
    expected = "--from auto, which guesses the format"
    return other or ImportProblem(message, (0, 0), expected, None, False)


def _import_table(
    text: str, importer: RecordImporter, options: ImportOptions
) -> Iterator[Imported]:
    """Yield the articles of a table; the first line has the names of the columns."""
    assert importer.delimiter is not None
    lines = _Lines(text)
    rows = csv.reader(
        lines, delimiter=_find_delimiter(text, lines, importer.delimiter), strict=True
    )
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
        other = None if header else find_other_format(text, importer)
        problem = other or _at_line(f"invalid {importer.title}: {error}", taken, None)
        yield Imported(None, (problem,), taken, row=start)


def _find_delimiter(text: str, lines: _Lines, usual: str) -> str:
    """Return what separates the columns: where a comma is the decimal point, Excel writes ``;``.

    Its line ``sep=;`` is skipped.
    """
    if usual != ",":
        return usual
    match = _SEPARATOR.match(text)
    if match is not None:
        next(lines)
        return match[1]
    header = text.lstrip("\ufeff\r\n").partition("\n")[0]
    return ";" if ";" in header and "," not in header else usual


def _find_header_problems(
    header: list[str], text: str, line: str, importer: RecordImporter, options: ImportOptions
) -> tuple[ImportProblem, ...]:
    """Return the problems of the first line of a table: its columns are not those of articles."""
    from corpusfmt.convert.importers.table import find_doubled_columns, find_missing_columns

    missing = find_missing_columns(header, options)
    if not missing:
        doubled = find_doubled_columns(header, options)
        return tuple(_at_line(message, line, expected) for message, expected in doubled)
    other = find_other_format(text, importer)
    if other is not None:
        return (other,)
    if len(header) == 1 and ";" in header[0]:
        message, name = "the columns are separated by semicolons", importer.title
        separators = {",": "commas", "\t": "tabs"}[importer.delimiter or ","]
        return (_at_line(message, line, f"{separators}, as {name} has them"),)
    return tuple(_at_line(message, line, expected) for message, expected in missing)


_RETURN = regex("\r\n")
_SEPARATOR = regex(r"\ufeff?sep=([,;\t|])\r?\n")


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
