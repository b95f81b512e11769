"""The Parquet table of documents."""

import io
import json
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given
from pyarrow.parquet import ParquetFile, read_table

from corpusfmt.convert import parquet_table
from corpusfmt.convert.parquet_table import COLUMNS, write_table
from corpusfmt.convert.writing import render
from corpusfmt.model.fields import FIELDS
from corpusfmt.testing import documents
from tests.convert.whole import PLAIN, WHOLE

SOURCE: Any = {"path": "a.txt", "sha256": "0" * 64}


def table(*documents: Any) -> bytes:
    return b"".join(write_table(render(one | {"source": SOURCE}, "parquet") for one in documents))


def test_the_schema_is_the_same_whatever_the_documents_have() -> None:
    schema = read_table(io.BytesIO(table(PLAIN))).schema
    assert schema.equals(read_table(io.BytesIO(table(WHOLE))).schema)
    assert tuple(schema.names) == tuple(COLUMNS)
    assert set(FIELDS) | {"id", "text"} == set(COLUMNS)
    assert schema.field("date").type == schema.field("updated").type == pa.string()


def test_a_row_has_the_document() -> None:
    plain, whole = read_table(io.BytesIO(table(PLAIN, WHOLE))).to_pylist()
    assert whole["date"] == WHOLE["date"]
    assert whole["byline"][1] == {"name": "Reuters", "url": None, "role": None}
    assert plain["id"] == "a.txt"
    assert plain["text"] == "Words."
    assert plain["byline"] is plain["date"] is plain["intro"] is None


def test_rows_are_written_in_groups() -> None:
    rows = [render(PLAIN | {"title": str(number)}, "parquet") for number in range(5)]
    drawn: list[int] = []

    def draw() -> Any:
        for number, row in enumerate(rows):
            drawn.append(number)
            yield row

    pieces = write_table(draw(), 2)
    first = next(pieces)
    assert first.startswith(b"PAR1")
    assert len(drawn) == 2
    file = ParquetFile(io.BytesIO(first + b"".join(pieces)))
    assert file.num_row_groups == 3
    assert file.read().column("title").to_pylist() == ["0", "1", "2", "3", "4"]


def test_large_rows_are_read_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet_table, "_BLOCK", 1)
    rows = [render(WHOLE | {"title": str(number)}, "parquet") for number in range(3)]
    whole = read_table(io.BytesIO(b"".join(write_table(rows))))
    monkeypatch.undo()
    assert whole.to_pylist() == read_table(io.BytesIO(b"".join(write_table(rows)))).to_pylist()
    assert whole.column("title").to_pylist() == ["0", "1", "2"]


@given(documents())
def test_arrow_reads_the_same_as_python(document: Any) -> None:
    row = render(document | {"source": SOURCE}, "parquet")
    read = read_table(io.BytesIO(b"".join(write_table([row]))))
    assert read.to_pylist() == pa.Table.from_pylist([json.loads(row)], read.schema).to_pylist()


def test_without_rows_there_is_no_table() -> None:
    assert table() == b""
    assert json.loads(render(PLAIN, "parquet"))["text"] == "Words."
