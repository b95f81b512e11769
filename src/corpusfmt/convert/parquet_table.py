"""Documents as a Parquet table, a row each, with an explicit schema."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from corpusfmt.text.annotations import TYPE_CHECKING

if TYPE_CHECKING:
    import pyarrow as pa

    _Fields = list[tuple[str, pa.DataType]]

_BLOCK = 16_000_000
"""The bytes of JSON that are read at once, if no row is larger."""

COLUMNS = {
    "id": "where the article was read, unique in the table",
    "text": "the words of the intro and the body, without markup",
    "corpusfmt": "the version of the document",
    "title": "the title",
    "subtitle": "the subtitle, or null",
    "byline": "the authors, each with `name`, `url` and `role`, or null",
    "date": "the date, as exact as the article has it: a string, or null",
    "updated": "the date of the last change: a string, or null",
    "intro": "the paragraphs of the intro, each an inline list, or null",
    "caption": "the caption of the lead picture, or null",
    "credit": "the credit of the lead picture, or null",
    "body": "the blocks of the body; a block has the fields of its `type`, others are null",
    "url": "the URL, or null",
    "source": "the file that the article was read from",
}
"""The columns, and what each of them is."""


def write_table(rows: Iterable[bytes], size: int = 500) -> Iterator[bytes]:
    """Yield the bytes of a table with these rows, each a JSON object; nothing without rows.

    ``size`` is how many rows are in a group: these are in memory until they are written.
    """
    import pyarrow as pa
    from pyarrow.parquet import ParquetWriter

    lines = iter(rows)
    group = list(islice(lines, size))
    if not group:
        return
    sink = _Sink()
    schema = _schema()
    file = pa.PythonFile(sink, mode="w")
    # Texts are not repeated: dictionaries of them take a fifth of the time, and no less space.
    with ParquetWriter(file, schema, compression="zstd", use_dictionary=False) as writer:
        while group:
            writer.write_table(pa.concat_tables(_tables_of(group, schema)))
            yield sink.take()
            group = list(islice(lines, size))
    yield sink.take()


def _tables_of(rows: Sequence[bytes], schema: pa.Schema) -> Iterator[pa.Table]:
    """Yield tables of these rows, read by Arrow itself: that takes a third of the time."""
    from pyarrow.json import ParseOptions, ReadOptions, read_json

    parsing = ParseOptions(explicit_schema=schema, unexpected_field_behavior="ignore")
    for block in _blocks_of(rows):
        reading = ReadOptions(use_threads=False, block_size=len(block) + 1)
        yield read_json(io.BytesIO(block), reading, parsing)


def _blocks_of(rows: Sequence[bytes]) -> Iterator[bytes]:
    """Yield rows together, as many as fit into a block; Arrow has a limit of 2 GB for one."""
    block: list[bytes] = []
    length = 0
    for row in rows:
        if block and length + len(row) > _BLOCK:
            yield b"\n".join(block)
            block, length = [], 0
        block.append(row)
        length += len(row)
    yield b"\n".join(block)


def rows_to_table(rows: list[dict[str, object]], kind: str) -> pa.Table:
    """Return rows as a table of a kind: "document", or what the steps of an engine give."""
    import pyarrow as pa

    schema = _schema() if kind == "document" else _step_schema(kind)
    return pa.Table.from_pylist(rows, schema)


def _step_schema(kind: str) -> pa.Schema:
    import pyarrow as pa

    string = pa.string()
    text: _Fields = [
        ("path", string),
        ("bytes", pa.binary()),
        ("source", _source()),
        ("unread", string),
    ]
    fixes = pa.list_(pa.struct([("rule", string), ("fixes", pa.int64())]))
    kinds: dict[str, _Fields] = {
        "text": text,
        "fixed": [*text, ("fixes", fixes)],
        "checked": [("findings", pa.list_(string)), ("dropped", string)],
        "line": [("line", string)],
    }
    return pa.schema(kinds[kind])


def _source() -> pa.DataType:
    import pyarrow as pa

    string = pa.string()
    return pa.struct(
        [
            ("path", string),
            ("sha256", string),
            ("member", string),
            ("line", pa.int64()),
            ("part", pa.int64()),
        ]
    )


class _Sink(io.RawIOBase):
    """Bytes that are written, until they are taken."""

    def __init__(self) -> None:
        super().__init__()
        self._pieces: list[bytes] = []
        self._length = 0

    def writable(self) -> bool:
        """Return whether bytes can be written, which they can."""
        return True

    def tell(self) -> int:
        """Return how many bytes have been written."""
        return self._length

    def write(self, data: object) -> int:
        """Add bytes, and return how many these are."""
        piece = bytes(data)  # type: ignore[call-overload]  # a buffer of Arrow
        self._pieces.append(piece)
        self._length += len(piece)
        return len(piece)

    def take(self) -> bytes:
        """Return the bytes that were added since the last time."""
        taken = b"".join(self._pieces)
        self._pieces.clear()
        return taken


def _schema() -> pa.Schema:
    """Return the types of the columns; dates are strings, as exact as the article has them."""
    import pyarrow as pa

    string, flag = pa.string(), pa.bool_()
    marked: _Fields = [("type", string), ("text", string), ("strong", flag), ("em", flag)]
    link: _Fields = [("url", string), ("content", pa.list_(pa.struct(marked)))]
    inline = pa.list_(pa.struct([*marked, *link]))
    related = pa.list_(pa.struct([("title", string), ("url", string)]))
    block: _Fields = [
        ("type", string),
        ("level", pa.int32()),
        ("label", string),
        ("links", related),
        ("number", pa.int32()),
        ("depth", pa.int32()),
        ("url", string),
        ("alt", string),
        ("caption", string),
        ("credit", string),
        ("content", inline),
    ]
    author: _Fields = [("name", string), ("url", string), ("role", string)]
    nested: dict[str, pa.DataType] = {
        "byline": pa.list_(pa.struct(author)),
        "intro": pa.list_(inline),
        "body": pa.list_(pa.struct(block)),
        "source": _source(),
    }
    return pa.schema([(name, nested.get(name, string)) for name in COLUMNS])
