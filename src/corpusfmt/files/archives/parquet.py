"""The rows of a Parquet table: the texts of one column, or documents."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, BinaryIO

from corpusfmt.files.archives.entry import Entry
from corpusfmt.files.archives.limits import ArchiveError, Budget
from corpusfmt.model.fields import FIELDS
from corpusfmt.text.named_tuples import NamedTuple

if TYPE_CHECKING:
    from pyarrow.parquet import FileMetaData, ParquetFile

_MISSING = "is a Parquet table; install the extra: pip install 'corpusfmt[parquet]'"

_ROWS = 64
"""How many rows are decoded at once."""

_BUFFER = 1 << 16
"""How many bytes of a column are read at once."""


ROWS = "rows"
"""The format of rows with a column for each field, as ``--from`` names it."""

_DOCUMENT_KEY = "corpusfmt"
"""The column of a table whose rows are documents."""


RecordColumns = Callable[[Sequence[str]], bool]
"""Returns whether a table with these columns has a record in each row, not a text in one column."""


class Row(NamedTuple):
    """A row: the text in its column, or JSON, of a document if ``field`` has that of rows.

    ``kind`` is the format of JSON that is not that of documents, or None.
    """

    entry: Entry
    field: str | None = None
    kind: str | None = None


def read_parquet(
    file: BinaryIO, field: str, budget: Budget, is_record: RecordColumns | None = None
) -> Iterator[Row]:
    """Yield the rows, each with its number, from 1, as its name; their bytes are UTF-8.

    The bytes are the text in the column ``field``; if the rows are documents, or ``is_record``
    returns True for the names of the columns, they are JSON. Raise ArchiveError for a table without
    the column, or one that is damaged.
    """
    try:
        import pyarrow
        from pyarrow.parquet import ParquetFile, read_metadata
    except ImportError as error:
        raise ArchiveError(_MISSING) from error
    try:
        metadata = read_metadata(file)
        file.seek(0)
        names = metadata.schema.to_arrow_schema().names
        if _DOCUMENT_KEY in names:
            _count_bytes(metadata, budget)
            yield from _read_documents(ParquetFile(file, buffer_size=_BUFFER), field, budget)
            return
        if is_record is not None and is_record(names):
            _count_bytes(metadata, budget)
            yield from _read_records(ParquetFile(file, buffer_size=_BUFFER), budget)
            return
        _refuse(metadata, field, budget)
        # A dictionary is not expanded: a long text that is repeated is in memory once.
        table = ParquetFile(file, buffer_size=_BUFFER, pre_buffer=False, read_dictionary=[field])
        number = 0
        for batch in table.iter_batches(_ROWS, columns=[field], use_threads=False):
            for value in batch.column(0):
                number += 1
                yield Row(_entry(number, value.as_py(), budget))
    except (pyarrow.ArrowException, OSError, ValueError) as error:
        reason = str(error).partition("\n")[0]
        raise ArchiveError(f"is damaged, or is not a Parquet table ({reason})") from error


def _refuse(metadata: FileMetaData, field: str, budget: Budget) -> None:
    """Raise ArchiveError for a table without the column; count the bytes of the column."""
    columns = [metadata.schema.column(index).path for index in range(metadata.num_columns)]
    if field not in columns:
        schema = metadata.schema.to_arrow_schema()
        if field in schema.names:
            raise ArchiveError(
                f"has no texts in its column {field!r}, but values of {schema.field(field).type}; "
                "expected --from rows, which reads lists of authors and of paragraphs"
            )
        names = ", ".join(schema.names)
        raise ArchiveError(
            f"has no column {field!r}; expected one of its columns ({names}) as --text-field"
        )
    kind = metadata.schema.column(columns.index(field)).physical_type
    if kind != "BYTE_ARRAY":
        raise ArchiveError(f"has no texts in its column {field!r}, but values of {kind}")
    for group in range(metadata.num_row_groups):
        column = metadata.row_group(group).column(columns.index(field))
        budget.add(column.total_compressed_size, 0)


def _count_bytes(metadata: FileMetaData, budget: Budget) -> None:
    for group in range(metadata.num_row_groups):
        for column in range(metadata.num_columns):
            budget.add(metadata.row_group(group).column(column).total_compressed_size, 0)


def _read_documents(table: ParquetFile, field: str, budget: Budget) -> Iterator[Row]:
    """Yield the documents; columns that no document has are what was derived from it."""
    names = [name for name in FIELDS if name in table.schema_arrow.names]
    number = 0
    for batch in table.iter_batches(_ROWS, columns=names, use_threads=False):
        for row in batch.to_pylist():
            number += 1
            document = {name: row[name] for name in names}
            data = json.dumps(_without_nulls(document), ensure_ascii=False)
            yield Row(_entry(number, data, budget), field)


def _read_records(table: ParquetFile, budget: Budget) -> Iterator[Row]:
    """Yield the rows with all their columns; what JSON does not have, such as a date, is a text."""
    number = 0
    for batch in table.iter_batches(_ROWS, use_threads=False):
        for row in batch.to_pylist():
            number += 1
            data = json.dumps(row, ensure_ascii=False, default=_to_text)
            yield Row(_entry(number, data, budget), kind=ROWS)


def _to_text(value: object) -> str:
    if isinstance(value, bytes):
        return value.decode("utf-8", "backslashreplace")
    return str(value)


def _without_nulls(value: object) -> object:
    """Return a value without what is absent: null, false, and empty lists, which no document has.

    Tables that other programs have written can have these instead of nulls.
    """
    if isinstance(value, list):
        return list(map(_without_nulls, value))
    if isinstance(value, dict):
        kept = {name: member for name, member in value.items() if not _is_absent(member)}
        return {name: _without_nulls(member) for name, member in kept.items()}
    return value


def _is_absent(value: object) -> bool:
    return value is None or value is False or value == []


def _entry(number: int, value: object, budget: Budget) -> Entry:
    if value is None:
        return Entry(str(number), 0, bytes, "has no text: its value is null")
    data = value if isinstance(value, bytes) else str(value).encode("utf-8", "surrogatepass")
    budget.add(0, len(data))
    return Entry(str(number), len(data), partial(bytes, data))
