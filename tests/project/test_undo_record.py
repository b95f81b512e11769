"""A record is read as it was written, or not at all."""

from pathlib import Path

import pytest

from corpusfmt.files.read import ReadError
from corpusfmt.project.undo_record import Record, format_record, read_record
from tests.project.forged_journal import digest

RECORDS = [
    Record("in/a.txt", 0o644, b"before\n{}\n", digest(b"after"), {}),
    Record("a.txt", 0o600, b"x", "", {"a-1.txt": digest(b"1"), "é-2.txt": digest(b"2")}),
    Record("a.txt", 0, b"\xff", "", {}),
]


@pytest.mark.parametrize("record", RECORDS)
def test_a_record_comes_back(record: Record, tmp_path: Path) -> None:
    path = tmp_path / "1.journal"
    path.write_bytes(format_record(record))
    assert read_record(str(path)) == record


@pytest.mark.parametrize("record", RECORDS)
def test_a_record_that_was_cut_is_not_used(record: Record, tmp_path: Path) -> None:
    path = tmp_path / "1.journal"
    data = format_record(record)
    for cut in (data[:-1], data + b"x", data[1:], data.replace(b"path", b"Path")):
        path.write_bytes(cut)
        with pytest.raises(ReadError, match="damaged"):
            read_record(str(path))
