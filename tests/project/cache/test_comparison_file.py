"""The file of comparisons is changed all or nothing, and only as this cache has written it."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from corpusfmt.lint.groups import fill, open_groups
from corpusfmt.project.cache.cache import Cache
from corpusfmt.project.cache.comparison_file import (
    ComparisonFileError,
    make_tables,
    replace,
    update,
)
from corpusfmt.project.cache.location import COMPARISON, cache_files, remove


@pytest.fixture
def cache(tmp_path: Path) -> Iterator[Cache]:
    made = Cache(str(tmp_path / "caches"), str(tmp_path), b"key")
    yield made
    made.close()


def write(cache: Cache, *keys: int) -> None:
    with closing(open_groups()) as database:
        make_tables(database, 7)
        fill(database, [(0, key, key, 0, None) for key in keys])
        replace(cache, database)


def file_of(cache: Cache) -> Path:
    return Path(cache.path + COMPARISON)


def keys(cache: Cache) -> list[int]:
    found: list[int] = []

    def read(database: sqlite3.Connection) -> None:
        found.extend(row[0] for row in database.execute("SELECT key FROM rows ORDER BY key"))
        assert database.execute("PRAGMA user_version").fetchall() == [(7,)]

    update(cache, read)
    return found


def add(key: int) -> Callable[[sqlite3.Connection], None]:
    def action(database: sqlite3.Connection) -> None:
        database.execute("INSERT INTO rows VALUES (0, ?, 1, 0, NULL)", (key,))

    return action


def test_without_a_file_nothing_is_done(cache: Cache) -> None:
    with pytest.raises(ComparisonFileError):
        update(cache, add(1))
    assert not file_of(cache).exists()


def test_what_was_written_is_there_and_can_be_changed(cache: Cache) -> None:
    write(cache, 1, 2)
    update(cache, add(3))
    assert keys(cache) == [1, 2, 3]
    write(cache, 4)
    assert keys(cache) == [4]
    assert sorted(path.name for path in file_of(cache).parent.glob("*.tmp")) == []


def test_an_action_that_fails_changes_nothing(cache: Cache) -> None:
    write(cache, 1)

    def action(database: sqlite3.Connection) -> None:
        add(2)(database)
        raise KeyError("stop")

    with pytest.raises(KeyError):
        update(cache, action)
    assert keys(cache) == [1]
    assert cache.problem is None


def test_an_action_that_sqlite_refuses_leaves_the_cache_alone(cache: Cache) -> None:
    write(cache, 1)
    with pytest.raises(ComparisonFileError):
        update(cache, add(1))
    assert cache.problem is None
    assert keys(cache) == [1]


def test_a_file_that_was_written_otherwise_is_not_opened(cache: Cache) -> None:
    write(cache, 1)
    with closing(sqlite3.connect(file_of(cache))) as connection, connection:
        add(2)(connection)
    with pytest.raises(ComparisonFileError):
        update(cache, add(3))
    write(cache, 4)
    assert keys(cache) == [4]


def test_other_settings_have_another_file(cache: Cache, tmp_path: Path) -> None:
    write(cache, 1)
    other = Cache(str(tmp_path / "caches"), str(tmp_path), b"other key")
    assert other.path == cache.path
    with pytest.raises(ComparisonFileError):
        update(other, add(2))
    write(other, 3)
    with pytest.raises(ComparisonFileError):
        update(cache, add(4))
    assert keys(other) == [3]
    other.close()


def test_the_file_is_used_by_the_next_run(cache: Cache, tmp_path: Path) -> None:
    write(cache, 1)
    cache.close()
    again = Cache(str(tmp_path / "caches"), str(tmp_path), b"key")
    assert keys(again) == [1]
    again.close()


def test_a_cache_that_is_not_used_any_more_opens_no_file(cache: Cache) -> None:
    write(cache, 1)
    cache.problem = "the disk is full"
    with pytest.raises(ComparisonFileError):
        update(cache, add(2))
    write(cache, 3)
    cache.problem = None
    assert keys(cache) == [1]


def test_the_file_is_part_of_the_cache(cache: Cache) -> None:
    before = cache_files(str(file_of(cache).parent))[0].size
    write(cache, *range(1000))
    [file] = cache_files(str(file_of(cache).parent))
    assert file.size >= before + file_of(cache).stat().st_size
    remove(file.path)
    assert not file_of(cache).exists()
