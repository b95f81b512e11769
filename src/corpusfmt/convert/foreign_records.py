"""Reading the JSON of other programs: their records as documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from corpusfmt.convert.foreign_article import FieldProblem, ForeignArticle
from corpusfmt.convert.foreign_values import describe
from corpusfmt.convert.guessing import guess_format, own_or_guessed
from corpusfmt.convert.imported import Imported, ImportProblem, finish
from corpusfmt.convert.importer import Importer, ImportOptions, Record, RecordImporter
from corpusfmt.convert.json_characters import UNKNOWN, Strings, strings_of
from corpusfmt.convert.json_positions import RecordPlace, RecordPositions
from corpusfmt.convert.json_records import WHITESPACE, read_foreign_json, records_of, unwrapped
from corpusfmt.convert.json_text import JsonProblem
from corpusfmt.convert.kinds import are_rows
from corpusfmt.convert.unread_formats import find_unread
from corpusfmt.lint.checker import MOST_LISTED
from corpusfmt.text.decode import decode_plain

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_JSON_WHITESPACE = WHITESPACE.encode()
_NEAR = 1000  # characters


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
    record: Record, importer: RecordImporter, options: ImportOptions, strings: Strings = UNKNOWN
) -> ForeignArticle:
    """Return the article of a record; ``strings`` is what is known of those of the record."""
    article = ForeignArticle(midnight_is_day=importer.midnight_is_day, strings=strings)
    importer.fill(record, article, options)
    return article


def import_json(
    text: str, importer: RecordImporter, options: ImportOptions, has_controls: bool
) -> Iterator[Imported]:
    """Yield the articles of one object, an array of them, an object of arrays, or JSON Lines.

    Without ``has_controls``, it is known that the text has no C1 control characters.
    """
    first, _, rest = text.lstrip(WHITESPACE).partition("\n")
    if rest.strip() and is_first_row(first, rest):
        yield from import_lines(text.split("\n"), importer, options, has_controls)
        return
    value, found = read_foreign_json(text)
    if found:
        is_json = first.startswith(("{", "[")) and not first.startswith("{\\rtf")
        other = None if is_json else find_other_format(text, importer)
        yield Imported(None, _listed(found) if other is None else (other,), text)
        return
    if value == []:
        problem = ImportProblem("the array is empty", (0, 1), "an article", "", False)
        yield Imported(None, (problem,), text)
    source = _JsonText(text, importer, options, has_controls)
    records = records_of(value)
    if importer.select is not None:
        records = importer.select(records)
    if len(records) == 1:
        yield source.read(records[0][1], records[0][0])
        return
    for number, (pointer, record) in enumerate(records, 1):
        yield source.read(record, pointer, number)


def lines_of(data: bytes) -> list[str] | None:
    """Return the lines of JSON Lines in UTF-8; None for other data, which may be a JSON text.

    Each line is decoded alone, since one rare character makes all of a text take four times as
    much memory, and twice the time to split.
    """
    if b"\n" not in data:
        return None
    rows = data.removeprefix(_BYTE_ORDER_MARK).split(b"\n")
    filled = (index for index, row in enumerate(rows) if row.strip(_JSON_WHITESPACE))
    first, second = next(filled, 0), next(filled, None)
    if second is None or not rows[first].lstrip(_JSON_WHITESPACE).startswith(b"{"):
        return None
    is_row = rows[first].rstrip().endswith(b"}")
    if not is_row and not are_rows(rows[first].lstrip(_JSON_WHITESPACE), rows[second]):
        return None
    lines = decode_lines(data)
    if lines is None or not any(map(str.strip, lines[first + 1 :])):
        return None
    return lines if is_first_row(lines[first], lines[second]) else None


def decode_lines(data: bytes) -> list[str] | None:
    """Return the lines of a text; None if it is not UTF-8, or has a NUL."""
    lines: list[str] = []
    for row in data.removeprefix(_BYTE_ORDER_MARK).split(b"\n"):
        line = decode_plain(row)
        if line is None:
            return None
        lines.append(line)
    return lines


def is_first_row(line: str, rest: str = "") -> bool:
    """Return whether a line is an object: with more lines, the text is then JSON Lines.

    A line that is not valid JSON is taken for one if an object follows in the ``rest``.
    """
    row, near = line.lstrip(WHITESPACE).encode("utf-8", "replace"), rest[:_NEAR]
    if rest and are_rows(row, near.encode("utf-8", "replace")):
        return True
    return line.rstrip().endswith("}") and not read_foreign_json(line)[1]


def import_lines(
    lines: Sequence[str],
    importer: RecordImporter,
    options: ImportOptions,
    has_controls: bool,
    first: int = 1,
) -> Iterator[Imported]:
    """Yield the articles of the lines of JSON Lines; the first has this number.

    See `import_json` for ``has_controls``.
    """
    for number, line in enumerate(lines, first):
        if not line.strip(WHITESPACE):
            continue
        value, found = read_foreign_json(line)
        if found:
            yield Imported(None, _listed(found), line, number, number)
        else:
            source = _JsonText(line, importer, options, has_controls)
            pointer, record = unwrapped(value, "")
            yield source.read(record, pointer, number, number)


def _listed(found: Iterable[JsonProblem]) -> tuple[ImportProblem, ...]:
    listed = [ImportProblem(one.message, one.span, one.expected, None, False) for one in found]
    return tuple(listed[:MOST_LISTED])


class _JsonText:
    """A JSON text with records of one format, and how to read them."""

    __slots__ = ("_importer", "_options", "_positions", "_strings", "_text")

    def __init__(
        self, text: str, importer: RecordImporter, options: ImportOptions, has_controls: bool
    ) -> None:
        self._text = text
        self._importer = importer
        self._options = options
        self._strings = UNKNOWN if has_controls else strings_of(text)
        self._positions: RecordPositions | None = None

    def read(
        self, value: object, pointer: str, number: int | None = None, row: int | None = None
    ) -> Imported:
        """Return the article of the value at a pointer; the numbers are those of `Imported`."""
        if not isinstance(value, dict):
            problem = FieldProblem("", f"{describe(value)} is not an article", "an object")
            return self._refuse(problem, pointer, number, row)
        if not self._importer.recognises(value):
            other = _wrong_kind(value)
            if other is not None:
                return self._refuse(other, pointer, number, row)
        article = read_record(value, self._importer, self._options, self._strings)
        original = None if number is None else value
        if not article.problems and article.is_surely_valid():  # as nearly every one is
            return Imported(article.document(), (), self._text, number, row, original)
        place = self._place(pointer)
        found = finish(article, self._importer, self._text, number, place, row)
        return found._replace(original=original)

    def _refuse(
        self, problem: FieldProblem, pointer: str, number: int | None, row: int | None
    ) -> Imported:
        article = ForeignArticle()
        article.problems.append(problem)
        return finish(article, self._importer, self._text, number, self._place(pointer), row)

    def _place(self, pointer: str) -> RecordPlace:
        if self._positions is None:
            self._positions = RecordPositions(self._text)
        return RecordPlace(pointer, self._positions)


def _wrong_kind(record: Record) -> FieldProblem | None:
    """Return the problem of a record that another format has, or None."""
    found = own_or_guessed(record)
    return found and FieldProblem("", f"this looks like {found[0]}", f"--from {found[1]}")


def find_other_format(text: str, importer: Importer) -> ImportProblem | None:
    """Return the problem of a text that is in another format than the importer reads, or None."""
    other = guess_format(text)
    if other is None:
        unread = find_unread(text.encode("utf-8", "replace"))
        return unread and ImportProblem(
            f"this looks like {unread[0]}", (0, 0), unread[1], None, False
        )
    if other[1] == importer.name:
        return None
    return ImportProblem(f"this looks like {other[0]}", (0, 0), f"--from {other[1]}", None, False)
