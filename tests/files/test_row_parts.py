"""Large files of rows are read in parts of whole lines, and each part knows of the whole file."""

import hashlib
import io
import sys
from pathlib import Path

import pytest

from corpusfmt.config.settings import Settings
from corpusfmt.files import row_parts
from corpusfmt.files.discovery import Selection, texts_of
from corpusfmt.files.input import Input
from corpusfmt.files.inputs import Inputs
from corpusfmt.files.row_part import RowFiles

LINES = b"".join(b"%d %s\n" % (number, b"x" * (number % 7)) for number in range(60))


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(row_parts, "LARGE", 100)
    monkeypatch.setattr(row_parts, "_PART", 64)


def inputs_of(*paths: Path | str, kind: str | None = "jsonl") -> Inputs:
    texts = texts_of(Selection(tuple(map(str, paths))), Settings("."), reads_rows=False)
    return texts.in_parts(
        RowFiles(lambda path: path.endswith((".jsonl", "-")), lambda *_: kind),
    )


def save(folder: Path, data: bytes, name: str = "a.jsonl") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("data", [LINES, LINES[:-1], b"\n" * 200 + LINES, b"y" * 500, b"a\n" * 99])
def test_the_parts_are_the_file_in_whole_lines(data: bytes, tmp_path: Path) -> None:
    found = list(inputs_of(save(tmp_path, data)))
    assert b"".join(item.data or b"" for item in found) == data
    line = 1
    for item in found:
        assert item.data is not None
        assert item.rows is not None
        assert (item.kind, item.rows.line) == ("jsonl", line)
        assert item.rows.sha256 == hashlib.sha256(data).hexdigest()
        assert item.rows.is_utf8
        line += item.data.count(b"\n")
    assert [item.is_end for item in found] == [False] * (len(found) - 1) + [True]
    assert all((item.data or b"").endswith(b"\n") for item in found[:-1])


def test_a_small_file_and_one_without_rows_are_whole(tmp_path: Path) -> None:
    small, other = save(tmp_path, b"1\n2\n"), save(tmp_path, LINES, "a.json")
    assert list(inputs_of(small, other)) == [Input(str(small)), Input(str(other))]
    assert not inputs_of(small, other).is_streamed
    large = save(tmp_path, LINES, "b.jsonl")
    assert list(inputs_of(large, kind=None)) == [Input(str(large))]


def test_a_byte_order_mark_is_not_in_the_first_part(tmp_path: Path) -> None:
    found = list(inputs_of(save(tmp_path, b"\xef\xbb\xbf" + LINES)))
    assert b"".join(item.data or b"" for item in found) == LINES


def test_one_invalid_byte_is_known_in_each_part(tmp_path: Path) -> None:
    found = list(inputs_of(save(tmp_path, LINES + b"\xe9\n")))
    assert len(found) > 2
    assert [item.rows and item.rows.is_utf8 for item in found] == [False] * len(found)


def test_of_utf_16_there_is_one_part(tmp_path: Path) -> None:
    [item] = inputs_of(save(tmp_path, LINES.decode().encode("utf-16-le")))
    assert item.rows is not None
    assert (item.rows.is_utf8, item.rows.is_whole) == (False, True)


def test_a_file_that_changes_meanwhile_is_reported(tmp_path: Path) -> None:
    path = save(tmp_path, LINES)
    found = iter(inputs_of(path))
    read = [next(found)]
    path.write_bytes(LINES + b"more\n")
    read += found
    assert read[-1].error == "was changed while it was read"
    assert [item.is_end for item in read] == [False] * (len(read) - 1) + [True]


def test_a_file_that_is_missing_is_reported(tmp_path: Path) -> None:
    path = save(tmp_path, LINES)
    texts = inputs_of(path)
    path.unlink()
    assert list(texts) == [Input(str(path))]  # the reason is found where it is read


def test_the_texts_after_a_number_begin_with_a_whole_file(tmp_path: Path) -> None:
    one, two = save(tmp_path, LINES, "1.jsonl"), save(tmp_path, LINES, "2.jsonl")
    texts = inputs_of(one, two)
    assert texts.is_streamed
    assert list(texts.after(1)) == list(inputs_of(two))
    assert list(texts.after(2)) == []


@pytest.mark.parametrize("data", [b"", b"1\n", LINES])
def test_the_standard_input_is_read_in_parts_if_it_is_large(
    data: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    found = list(inputs_of("-"))
    assert b"".join(item.data or b"" for item in found) == data
    assert (len(found) > 1) == (data == LINES)


def test_a_standard_input_without_rows_is_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(LINES)))
    assert list(inputs_of("-", kind=None)) == [Input("-", LINES)]


def test_a_standard_input_that_is_closed_is_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert [item.error for item in inputs_of("-")] == ["the standard input is closed"]
