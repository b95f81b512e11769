"""Several files are rewritten together, each as if it was alone."""

import errno
import os
import time
from pathlib import Path
from threading import Barrier

import pytest

from corpusfmt.files.read import WriteError
from corpusfmt.files.rewriting import (
    Change,
    Rewriting,
    Threads,
    files_together,
    flush_folders,
    rewrite_all,
)


def test_each_file_is_written_or_has_a_reason(tmp_path: Path) -> None:
    paths = [tmp_path / name for name in ("a", "b", "new", "folder", "missing/c")]
    paths[0].write_bytes(b"old")
    paths[1].write_bytes(b"edited")
    paths[3].mkdir()
    changes = [
        Change(str(paths[0]), b"old", b"one"),
        Change(str(paths[1]), b"old", b"two"),
        Change(str(paths[2]), None, b"three", mode=0o640),
        Change(str(paths[3]), b"old", b"four"),
        Change(str(paths[4]), None, b"five"),
    ]
    reasons = [None if error is None else error.reason for error in rewrite_all(changes)]
    assert reasons == [
        None,
        "changed during the run and was not written; run again",
        None,
        "is a folder",
        "its folder does not exist",
    ]
    assert [path.read_bytes() for path in paths[:3]] == [b"one", b"edited", b"three"]
    assert os.name == "nt" or paths[2].stat().st_mode & 0o777 == 0o640
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "b", "folder", "new"]


def test_a_file_that_the_disk_does_not_take_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    changes = []
    for name in "abc":
        (tmp_path / name).write_bytes(b"old")
        changes.append(
            Change(str(tmp_path / name), b"old", name.encode() * (18 if name == "b" else 9))
        )
    sync = os.fsync

    def fail(descriptor: int) -> None:
        if os.fstat(descriptor).st_size == 18:
            raise OSError(errno.ENOSPC, "no space left on device")
        sync(descriptor)

    monkeypatch.setattr(os, "fsync", fail)
    errors = rewrite_all(changes)
    assert [isinstance(error, WriteError) for error in errors] == [False, True, False]
    assert [(tmp_path / name).read_bytes()[:1] for name in "abc"] == [b"a", b"o", b"c"]
    assert len([*tmp_path.iterdir()]) == 3


def test_only_runs_over_many_files_wait_for_several() -> None:
    assert [files_together(count) for count in (1, 99, 100, 100_000)] == [1, 1, 32, 32]


def test_folders_that_cannot_be_flushed_are_left(tmp_path: Path) -> None:
    flush_folders([str(tmp_path), str(tmp_path / "missing"), ""])


def test_files_of_several_lists_are_flushed_at_the_same_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    together = Barrier(4, timeout=60)
    sync = os.fsync

    def flush(descriptor: int) -> None:
        together.wait()
        sync(descriptor)

    monkeypatch.setattr(os, "fsync", flush)
    with Threads() as threads, Rewriting(threads) as one, Rewriting(threads) as other:
        for name in "abcd":
            (tmp_path / name).write_bytes(b"old")
            change = Change(str(tmp_path / name), b"old", b"new")
            assert (one if name < "c" else other).stage(change)
        one.flush(other)
        for rewriting in (one, other):
            rewriting.move_all(range(rewriting.count))
            assert rewriting.failed == {}
    assert {path.read_bytes() for path in tmp_path.iterdir()} == {b"new"}


def test_nothing_is_flushed_after_an_interrupt() -> None:
    begun: list[int] = []

    def work(number: int) -> None:
        begun.append(number)
        if number == 0:
            raise KeyboardInterrupt
        time.sleep(0.05)

    with Threads() as threads:
        with pytest.raises(KeyboardInterrupt):
            threads.call(work, range(200))
        number = len(begun)
        assert number < 200
        time.sleep(0.2)
        assert len(begun) == number
        threads.call(begun.append, range(1, 9))
        assert sorted(begun[number:]) == [*range(1, 9)]
