"""What is kept from one run to the next is never needed."""

import os
import sys
from pathlib import Path
from typing import cast

import pytest

from corpusfmt.text.kept_file import KeptFile, path_beside


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return tmp_path / "kept"


def keep(path: Path, *keys: str) -> None:
    kept = KeptFile(str(path))
    for key in keys:
        kept.add(key, 1)
    kept.save()


def test_the_entries_of_two_runs_are_kept(path: Path) -> None:
    first, second = KeptFile(str(path)), KeptFile(str(path))
    first.add("a", 1)
    second.add("b", 2)
    first.save()
    second.save()
    both = KeptFile(str(path))
    assert both.entries.keys() == {"a", "b"}
    assert (both.get("a"), both.get("b"), both.get("c")) == (1, 2, None)
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_those_of_earlier_versions_are_removed(path: Path) -> None:
    keep(path, "a", "b")
    other = KeptFile(None, most=3)
    assert other.entries == {}
    other.path = str(path)
    other.add("c", 1)
    other.add("d", 1)
    other.save()
    assert KeptFile(str(path)).entries.keys() == {"c", "d"}


def test_a_file_without_new_entries_is_not_written(path: Path) -> None:
    keep(path, "a")
    kept = KeptFile(str(path))
    assert kept.get("a") == 1
    path.unlink()
    kept.save()
    assert not path.exists()


def test_nothing_is_written_where_python_writes_no_bytecode(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    keep(path, "a")
    assert not path.exists()
    KeptFile(None).save()


def test_a_file_that_cannot_be_written_is_no_error(path: Path) -> None:
    path.mkdir()
    keep(path, "a")
    keep(path / "missing" / "folder", "a")
    assert [*path.parent.rglob("*")] == [path]


def test_the_file_is_beside_the_bytecode() -> None:
    own = path_beside(sys.modules[KeptFile.__module__].__spec__, ".kept")
    assert own is not None
    assert own.endswith(".pyc.kept")
    assert path_beside(None) is None


def test_nothing_is_made_for_a_folder_that_cannot_be_written(path: Path) -> None:
    kept = KeptFile(str(path / "missing" / "kept"))
    kept.add("a", object())  # which cannot be written
    kept.save()
    assert kept.is_changed


def test_a_value_that_is_damaged_is_none_and_the_others_are_there(path: Path) -> None:
    keep(path, "a", "b")
    data = path.read_bytes()
    start, end = cast("tuple[int, int]", KeptFile(str(path)).entries["b"])
    size = end - start  # those of the last value are at the end
    path.write_bytes(data[:-size] + b"\xff" * size)
    kept = KeptFile(str(path))
    assert (kept.get("a"), kept.get("b")) == (1, None)


def test_without_positioned_reads_all_values_are_read_at_once(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(os, "pread", raising=False)
    keep(path, "a", "b")
    kept = KeptFile(str(path))
    path.unlink(missing_ok=not kept.entries)
    assert (kept.get("a"), kept.get("b")) == (1, 1)


@pytest.mark.parametrize("end", [1, 4, 20, -1])
def test_a_file_that_is_cut_off_has_no_entries(path: Path, end: int) -> None:
    keep(path, "a", "b")
    path.write_bytes(path.read_bytes()[:end])
    assert KeptFile(str(path)).entries == {}


def test_what_is_read_to_be_written_again_is_closed(path: Path) -> None:
    keep(path, "a")
    kept = KeptFile(str(path))
    assert kept.get("a") == 1
    before = os.open(path, os.O_RDONLY)
    os.close(before)  # the lowest number that is free
    kept.add("b", 2)
    kept.save()
    after = os.open(path, os.O_RDONLY)
    os.close(after)
    assert after == before
