"""Which files have rows that can be read one after another: JSON Lines, ours and others'."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from corpusfmt.convert.kinds import AUTO, FOREIGN, kind_of, kind_of_data
from corpusfmt.files.read import STANDARD_INPUT
from corpusfmt.files.row_part import RowFiles

_ROWS = "jsonl"


def row_files(kind: str | None, name_of: Callable[[str], str]) -> RowFiles:
    """Return which files are read in parts.

    ``kind`` is the requested one or None, and ``name_of`` returns the name of a path.
    """

    def may_have_rows(path: str) -> bool:
        name = name_of(path)
        if name == STANDARD_INPUT and kind in (None, AUTO):
            return True
        return reads_rows(kind_of(name) if kind in (None, AUTO) else kind)

    def kind_of_rows(path: str, first: str, has_more: bool) -> str | None:
        name = name_of(path)
        if kind == AUTO:
            return _guess(first, name) if has_more else None
        if kind is None and name == STANDARD_INPUT:
            return _ROWS if _is_input_of_rows(first, has_more) else None
        named = kind or kind_of(name)
        return named if named == _ROWS or (has_more and _is_first_row(first)) else None

    return RowFiles(may_have_rows, kind_of_rows)


def _is_input_of_rows(first: str, has_more: bool) -> bool:
    rest = "x" if has_more else ""
    return kind_of_data(f"{first}\n{rest}".encode()) == _ROWS


def reads_rows(kind: str | None) -> bool:
    """Return whether the files of a kind can be JSON Lines."""
    if kind == _ROWS:
        return True
    if kind not in FOREIGN:
        return False
    from corpusfmt.convert.importer import RecordImporter
    from corpusfmt.convert.importers import IMPORTERS

    importer = IMPORTERS[kind]
    return isinstance(importer, RecordImporter) and importer.delimiter is None


def kind_of_row(data: bytes, columns: Mapping[str, str]) -> str | None:
    """Return the format of another program that a row of JSON Lines is in, or None.

    ``columns`` are those of a table, by the fields of an article.
    """
    import json

    from corpusfmt.convert.guessing import guess_record, own_or_guessed
    from corpusfmt.convert.importers.table import ROWS, is_row

    try:
        record = json.loads(data)
    except (ValueError, RecursionError):
        return None
    found = guess_record(record)
    if found is not None:
        return found.name
    if not isinstance(record, Mapping) or own_or_guessed(record) is not None:
        return None
    return ROWS.name if columns or is_row(record) else None


def _guess(first: str, name: str) -> str | None:
    """Return the kind of JSON Lines by the first of them; None for another text."""
    from corpusfmt.convert.guessing import guess_kind

    if not (_is_first_row(first) and _is_guessed(first)):
        return None  # the rows after it may show what the file is
    kind = guess_kind(f"{first}\n{first}\n".encode(), name)
    return kind if reads_rows(kind) else None


def _is_guessed(line: str) -> bool:
    from corpusfmt.convert.guessing import guess_record
    from corpusfmt.convert.json_records import first_record

    return guess_record(first_record(line)) is not None


def _is_first_row(line: str) -> bool:
    from corpusfmt.convert.foreign_records import is_first_row

    return is_first_row(line)
