"""The record of the shards: what it keeps, and what is no record."""

import os
from pathlib import Path

import pytest

from corpusfmt.files.read import WriteError
from corpusfmt.project.shard_record import RunIdentity, Shard, ShardCounts, ShardRecord

IDENTITY = RunIdentity("release", "settings", "input")
COUNTS = ShardCounts(3, 1, 0, 0)
SHARD = Shard("part-00001.jsonl.zst", 2, 30, 20, "0" * 64, 4, 0, COUNTS)
OTHER = Shard("part-00002.jsonl.zst", 2, 30, 20, "1" * 64, 8, 1, COUNTS)


def loaded(folder: Path) -> ShardRecord:
    record = ShardRecord(str(folder))
    record.load()
    return record


@pytest.fixture
def whole(tmp_path: Path) -> Path:
    """Return a folder with a whole record."""
    record = loaded(tmp_path)
    assert record.identity is None
    record.begin(IDENTITY)
    record.add(SHARD)
    record.add(OTHER)
    record.end(COUNTS)
    return tmp_path


def test_what_is_recorded_comes_back(whole: Path) -> None:
    record = loaded(whole)
    assert (record.identity, record.shards, record.ended) == (IDENTITY, [SHARD, OTHER], COUNTS)


def test_every_torn_record_is_one_of_fewer_shards(
    whole: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fsync", lambda descriptor: None)  # it takes long
    data = Path(ShardRecord(str(whole)).path).read_bytes()
    ends = [index + 1 for index, byte in enumerate(data) if byte == ord("\n")]
    for size in range(ends[0], len(data), 7):
        Path(ShardRecord(str(whole)).path).write_bytes(data[:size])
        record = loaded(whole)
        number = sum(end <= size for end in ends) - 1
        assert (record.shards, record.ended) == ([SHARD, OTHER][:number], None)
        record.keep(number)
        record.add(OTHER)
        assert loaded(whole).shards == [*[SHARD, OTHER][:number], OTHER]


def test_fewer_shards_can_be_kept(whole: Path) -> None:
    record = loaded(whole)
    record.keep(1)
    assert (record.shards, record.ended) == ([SHARD], None)
    assert (loaded(whole).shards, loaded(whole).ended) == ([SHARD], None)


@pytest.mark.parametrize(
    "row",
    [
        '{"name": "../../etc/passwd"}',
        '{"name": "part-00003.jsonl/../../x"}',
        '{"documents": "2"}',
        '{"counts": {"read": 1}}',
        '{"documents": true}',
        "[]",
        "{",
    ],
)
def test_an_invalid_row_ends_the_record(whole: Path, row: str) -> None:
    path = Path(ShardRecord(str(whole)).path)
    first, second, *_ = path.read_text().splitlines()
    if row.startswith('{"'):
        row = second[:-1] + ", " + row[1:]  # the last member of a name counts
    path.write_text(f"{first}\n{second}\n{row}\n{second}\n")
    assert loaded(whole).shards == [SHARD]


def test_a_folder_that_is_a_link_is_refused(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "out").mkdir()
    os.symlink(tmp_path / "elsewhere", tmp_path / "out" / ".corpusfmt")
    record = loaded(tmp_path / "out")
    with pytest.raises(WriteError, match="is a symbolic link"):
        record.begin(IDENTITY)
    assert os.listdir(tmp_path / "elsewhere") == []


def test_a_record_that_cannot_be_read_is_an_error(tmp_path: Path) -> None:
    (tmp_path / ".corpusfmt" / "shards.jsonl").mkdir(parents=True)
    with pytest.raises(WriteError, match="is a folder"):
        loaded(tmp_path)
