"""Whether a file has changed, by its size, times and number."""

import os
import time
from pathlib import Path

import pytest

from corpusfmt.files import stamp
from corpusfmt.files.read import ReadError

OLD = 1_500_000_000_000_000_000
DAY = 86_400_000_000_000


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return a file that was modified long ago."""
    path = tmp_path / "a.txt"
    path.write_text("text")
    os.utime(path, ns=(OLD, OLD))
    return path


def settled(path: Path, now: int) -> bytes:
    return stamp.settled_stamp(path.stat(), now)


def test_an_unchanged_file_has_the_same_stamp(file: Path) -> None:
    later = time.time_ns() + DAY
    assert settled(file, later) == stamp.stamp_of(file.stat()) == settled(file, later + DAY)


def test_a_change_of_each_kind_gives_another_stamp(file: Path) -> None:
    stamps = [stamp.stamp_of(file.stat())]
    with file.open("a") as stream:
        stream.write(".")
    os.utime(file, ns=(OLD, OLD))
    stamps.append(stamp.stamp_of(file.stat()))
    os.utime(file, ns=(OLD, OLD + 1000))
    stamps.append(stamp.stamp_of(file.stat()))
    copy = file.with_name("b.txt")
    copy.write_bytes(file.read_bytes())
    os.utime(copy, ns=(OLD, OLD + 1000))
    stamps.append(stamp.stamp_of(copy.stat()))
    assert len(set(stamps)) == 4


def test_a_file_that_was_just_modified_is_not_settled(file: Path) -> None:
    modified = max(file.stat().st_mtime_ns, getattr(file.stat(), "st_ctime_ns", 0))
    assert settled(file, modified) == stamp.UNSETTLED
    assert settled(file, modified + 2_900_000_000) == stamp.UNSETTLED
    assert settled(file, modified + 3_100_000_000) != stamp.UNSETTLED


def test_a_file_from_the_future_is_not_settled(file: Path) -> None:
    future = time.time_ns() + DAY
    os.utime(file, ns=(future, future))
    assert settled(file, time.time_ns()) == stamp.UNSETTLED


def test_a_file_is_read_with_its_stamp(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert stamp.read_stamped(str(file)) == (b"text", stamp.UNSETTLED), "its status has changed now"
    later = time.time_ns() + DAY
    monkeypatch.setattr(time, "time_ns", lambda: later)
    assert stamp.read_stamped(str(file)) == (b"text", stamp.stamp_of(file.stat()))
    with pytest.raises(ReadError):
        stamp.read_stamped(str(file.parent))
