"""Parquet tables: the texts of a column, and what is not one."""

import io
import sys
from typing import Any

import pytest

from corpusfmt.files.archives.limits import Limits
from tests.files.archives.reading import read_all

pyarrow = pytest.importorskip("pyarrow")
parquet = pytest.importorskip("pyarrow.parquet")


def table(**columns: list[Any]) -> bytes:
    out = io.BytesIO()
    parquet.write_table(pyarrow.table(columns), out, row_group_size=1000)
    return out.getvalue()


def error_of(data: bytes) -> str:
    item = read_all(data, "table")[-1]
    assert item.path == "a"
    assert item.error is not None
    return item.error


def test_the_texts_are_read_in_their_order() -> None:
    texts = [f"text {number}, é" for number in range(2500)]
    found = read_all(table(id=list(range(2500)), text=texts), "table")
    assert [item.read().decode() for item in found] == texts
    assert [(item.path, item.row, item.field) for item in found[:2]] == [
        ("a/1", 1, None),
        ("a/2", 2, None),
    ]


@pytest.mark.parametrize("kind", ["binary", "large_string", "dictionary"])
def test_other_types_of_texts_are_read(kind: str) -> None:
    column = pyarrow.array(["one", "two", "one"])
    if kind == "dictionary":
        column = column.dictionary_encode()
    else:
        column = column.cast(getattr(pyarrow, kind)())
    assert [item.read() for item in read_all(table(text=column), "table")] == [
        b"one",
        b"two",
        b"one",
    ]


def test_rows_without_a_text_and_large_ones_are_reported() -> None:
    found = read_all(table(text=["a", None, "x" * 100]), "table", Limits(member=10))
    assert [item.error for item in found] == [
        None,
        "has no text: its value is null",
        "has 100 bytes; a member may have 10 bytes (max-member-bytes)",
    ]


def test_a_missing_column_is_reported_with_those_there_are() -> None:
    assert error_of(table(id=[1], body=["x"])).startswith(
        "has no column 'text'; expected one of its columns (id, body) as --text-field"
    )


def test_a_column_of_numbers_is_reported() -> None:
    assert error_of(table(text=[1])).startswith("has no texts in its column 'text', but values of")


def test_a_column_of_lists_is_reported() -> None:
    data = table(id=[1], text=[["One.", "Two."]])
    assert error_of(data).startswith("has no texts in its column 'text', but values of list<")
    assert "expected --from rows" in error_of(data)
    others = table(id=[1], body=[["One.", "Two."]])
    assert "(id, body) as --text-field" in error_of(others)


def test_a_repeated_text_is_a_bomb() -> None:
    # A table of so many strings would take a gigabyte; one string and indices are the same file.
    texts = pyarrow.DictionaryArray.from_arrays([0] * 1000, ["x" * 900_000])
    out = io.BytesIO()
    parquet.write_table(pyarrow.table({"text": texts}), out, store_schema=False)
    assert parquet.read_schema(io.BytesIO(out.getvalue())).field("text").type == pyarrow.string()
    found = read_all(out.getvalue(), "table")
    assert len(found) < 20
    assert found[-1].error is not None
    assert found[-1].error.startswith("expands to more than 200 times its size (max-ratio)")


def test_a_truncated_table_is_reported() -> None:
    data = table(text=["x"] * 1000)
    for end in (0, 4, 100, len(data) - 1):
        assert error_of(data[:end]).startswith("is damaged, or is not a Parquet table (")


def test_a_damaged_page_is_reported() -> None:
    data = bytearray(table(text=[f"{number:x}" * 50 for number in range(1000)]))
    data[200:260] = bytes(60)
    assert error_of(bytes(data)).startswith("is damaged, or is not a Parquet table (")


def test_a_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    reason = "is a Parquet table; install the extra: pip install 'corpusfmt[parquet]'"
    assert error_of(table(text=["x"])).startswith(reason)
