"""The rows of a Parquet table: the texts of one column."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, BinaryIO

from corpusfmt.files.archives.entry import Entry
from corpusfmt.files.archives.limits import ArchiveError, Budget

if TYPE_CHECKING:
    from pyarrow.parquet import FileMetaData

_MISSING = "is a Parquet table; install the extra: pip install 'corpusfmt[parquet]'"

_ROWS = 64
"""How many rows are decoded at once."""

_BUFFER = 1 << 16
"""How many bytes of a column are read at once."""


def read_parquet(file: BinaryIO, field: str, budget: Budget) -> Iterator[Entry]:
    """Yield the rows, each with its number, from 1, as its name; their bytes are UTF-8.

    Raise ArchiveError for a table without the column, or one that is damaged.
    """
    try:
        import pyarrow
        from pyarrow.parquet import ParquetFile, read_metadata
    except ImportError as error:
        raise ArchiveError(_MISSING) from error
    try:
        _refuse(read_metadata(file), field, budget)
        file.seek(0)
        # A dictionary is not expanded: a long text that is repeated is in memory once.
        table = ParquetFile(file, buffer_size=_BUFFER, pre_buffer=False, read_dictionary=[field])
        number = 0
        for batch in table.iter_batches(_ROWS, columns=[field], use_threads=False):
            for value in batch.column(0):
                number += 1
                yield _entry(number, value.as_py(), budget)
    except (pyarrow.ArrowException, OSError, ValueError) as error:
        reason = str(error).partition("\n")[0]
        raise ArchiveError(f"is damaged, or is not a Parquet table ({reason})") from error


def _refuse(metadata: FileMetaData, field: str, budget: Budget) -> None:
    """Raise ArchiveError for a table without the column; count the bytes of the column."""
    columns = [metadata.schema.column(index).path for index in range(metadata.num_columns)]
    if field not in columns:
        names = ", ".join(columns)
        raise ArchiveError(
            f"has no column {field!r}; expected one of its columns ({names}) as --text-field"
        )
    kind = metadata.schema.column(columns.index(field)).physical_type
    if kind != "BYTE_ARRAY":
        raise ArchiveError(f"has no texts in its column {field!r}, but values of {kind}")
    for group in range(metadata.num_row_groups):
        column = metadata.row_group(group).column(columns.index(field))
        budget.add(column.total_compressed_size, 0)


def _entry(number: int, value: object, budget: Budget) -> Entry:
    if value is None:
        return Entry(str(number), 0, bytes, "has no text: its value is null")
    data = value if isinstance(value, bytes) else str(value).encode("utf-8", "surrogatepass")
    budget.add(0, len(data))
    return Entry(str(number), len(data), partial(bytes, data))
