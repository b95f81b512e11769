"""Files are looked up in two processes as they are in one."""

import os
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from corpusfmt.files import forked
from corpusfmt.files.path_table import PathTable
from corpusfmt.files.stamp import stamp_of
from corpusfmt.model.file_result import CacheRecord
from corpusfmt.project.cache.cache import Cache
from corpusfmt.run import looking_up
from corpusfmt.run.caching import CachedFiles
from corpusfmt.run.looking_up import CLEAN, FOUND, UNKNOWN, Lookup, look_up

NUMBER = 20
"""How many files are in a folder: more than are looked up one by one."""

CHANGED, WITH_FINDINGS, GONE = 3, 5, 7
"""The numbers of files in each folder that differ from the others."""


@pytest.fixture
def paths(tmp_path: Path) -> list[str]:
    """Return the paths of files in three folders."""
    folder = tmp_path / "articles"
    paths = [folder / name / f"{number:02}.txt" for name in "abc" for number in range(NUMBER)]
    for path in paths:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(str(path))
    return [str(path) for path in paths]


@pytest.fixture
def cache(paths: list[str], tmp_path: Path) -> Iterator[Cache]:
    """Return a cache of the files; after that, some of them are changed or removed."""
    cache = Cache(str(tmp_path / "cache"), str(tmp_path), b"key")
    for path in paths:
        found = b"found" if number_of(path) == WITH_FINDINGS else b""
        cache.put(path, CacheRecord(stamp_of(os.stat(path)), path.encode(), found, b""))
    cache.flush()
    for path in paths:
        if number_of(path) == CHANGED:
            Path(path).write_text("another text")
        elif number_of(path) == GONE:
            os.remove(path)
    yield cache
    cache.close()


def number_of(path: str) -> int:
    return int(path[-6:-4])


def state_of(path: str) -> int:
    if number_of(path) in (CHANGED, GONE):
        return UNKNOWN
    return FOUND if number_of(path) == WITH_FINDINGS else CLEAN


@pytest.fixture
def forks(monkeypatch: pytest.MonkeyPatch) -> list[Callable[[], bytes]]:
    """Let few files be shared with a second process; return what is called there."""
    called: list[Callable[[], bytes]] = []
    in_fork = forked.in_fork

    def record(function: Callable[[], bytes]) -> Callable[[], bytes | None]:
        called.append(function)
        return in_fork(function)

    monkeypatch.setattr(looking_up, "_SHARED", 2)
    monkeypatch.setattr(forked, "may_fork", lambda: hasattr(os, "fork"))
    monkeypatch.setattr(forked, "in_fork", record)
    return called


def check(lookup: Lookup, cache: Cache, paths: list[str]) -> None:
    """Expect the states and contents of the files."""
    assert [*lookup.states] == [state_of(path) for path in paths]
    expected = [stored.content for path in paths if (stored := cache.reader.find(path.encode()))]
    known = [place for place, path in enumerate(paths) if state_of(path) != UNKNOWN]
    assert [lookup.contents[place] for place in known] == [expected[place] for place in known]
    assert sum(number > 0 for number in lookup.contents) == len(known)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes cannot be forked here")
def test_two_processes_find_what_one_finds(
    cache: Cache, paths: list[str], forks: list[Callable[[], bytes]]
) -> None:
    check(look_up(cache, paths, 1), cache, paths)
    assert forks == []
    check(look_up(cache, PathTable(paths), 2), cache, paths)
    assert len(forks) == 1


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes cannot be forked here")
@pytest.mark.parametrize("processes", [1, 2])
def test_what_is_gone_is_forgotten(
    processes: int, cache: Cache, paths: list[str], forks: list[Callable[[], bytes]]
) -> None:
    present = [path for path in paths if number_of(path) != GONE]
    check(look_up(cache, present, processes), cache, present)
    assert len(forks) == processes - 1
    for folder in {os.path.dirname(path) for path in paths}:
        assert len(cache.known(folder)) == NUMBER - 1


def test_what_a_second_process_does_not_find_is_looked_up_here(
    cache: Cache, paths: list[str], forks: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(forked, "may_fork", lambda: True)
    monkeypatch.setattr(forked, "in_fork", lambda _: lambda: None)
    check(look_up(cache, paths, 2), cache, paths)


def test_files_of_one_folder_are_looked_up_in_one_process(
    cache: Cache, paths: list[str], forks: list[Callable[[], bytes]]
) -> None:
    check(look_up(cache, paths[:NUMBER], 2), cache, paths[:NUMBER])
    assert forks == []


def test_where_all_files_are_unknown_there_is_no_copy_of_their_paths(
    paths: list[str], tmp_path: Path
) -> None:
    table = PathTable(paths)
    cache = Cache(str(tmp_path / "empty"), str(tmp_path), b"key")
    with closing(cache):
        assert cached_files(cache, table).unknown() is table


def test_the_unknown_files_are_in_order(cache: Cache, paths: list[str]) -> None:
    table = PathTable(paths)
    unknown = [path for path in paths if number_of(path) in (CHANGED, GONE)]
    assert cached_files(cache, table).unknown() == unknown


def cached_files(cache: Cache, files: PathTable) -> CachedFiles[str]:
    def decode(path: str, found: object) -> str:
        return path

    return CachedFiles(cache, files, decode=decode, again=str, record_of=lambda _: None)
