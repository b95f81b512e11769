"""The file of a cache: what is not one of this version is replaced, and never trusted."""

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from corpusfmt.project.cache.database import (
    CacheError,
    DamagedCacheError,
    attempt,
    open_cache_file,
    open_database,
)


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    """Return the file of a new cache."""
    open_cache_file(str(tmp_path), "/corpus").close()
    [path] = tmp_path.iterdir()
    return path


def test_a_new_cache_is_empty_and_is_opened_again(cache: Path) -> None:
    connection = open_cache_file(str(cache.parent), "/corpus")
    assert connection.execute("SELECT count(*) FROM files").fetchall() == [(0,)]
    assert connection.execute("PRAGMA journal_mode").fetchall() == [("wal",)]
    connection.close()
    assert files(cache.parent) == [cache.name]


def test_the_folder_is_for_its_owner_only(tmp_path: Path) -> None:
    folder = tmp_path / "caches"
    open_cache_file(str(folder), "/corpus").close()
    if os.name != "nt":
        assert folder.stat().st_mode & 0o077 == 0


def _change(path: Path, *statements: str) -> None:
    connection = sqlite3.connect(path)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


def _overwrite(path: Path, offset: int, data: bytes) -> None:
    with path.open("r+b") as file:
        file.seek(offset)
        file.write(data)


def _make_foreign(path: Path) -> None:
    path.unlink()
    _change(path, "CREATE TABLE notes (text)")


def _make_link(path: Path) -> None:
    path.rename(path.with_name("other"))
    path.symlink_to("other")


DAMAGES: dict[str, Callable[[Path], object]] = {
    "not SQLite": lambda path: path.write_bytes(b"not a database, but some text" * 100),
    "cut": lambda path: path.write_bytes(path.read_bytes()[:5000]),
    "damaged table of tables": lambda path: _overwrite(path, 100, b"\xff" * 200),
    "foreign SQLite": _make_foreign,
    "newer version": lambda path: _change(path, "PRAGMA user_version = 3"),
    "other application": lambda path: _change(path, "PRAGMA application_id = 1"),
    "one more table": lambda path: _change(path, "CREATE TABLE more (x)"),
    "a trigger": lambda path: _change(
        path, "CREATE TRIGGER t AFTER INSERT ON files BEGIN DELETE FROM contents; END"
    ),
    "another column": lambda path: _change(path, "ALTER TABLE files ADD COLUMN more"),
    "a missing table": lambda path: _change(path, "DROP TABLE corpora"),
    "a symbolic link": _make_link,
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_what_is_no_cache_is_replaced(damage: Callable[[Path], object], cache: Path) -> None:
    damage(cache)
    with pytest.raises(DamagedCacheError):
        open_database(str(cache))
    connection = open_cache_file(str(cache.parent), "/corpus")
    assert connection.execute("SELECT count(*) FROM files").fetchall() == [(0,)]
    connection.close()
    assert not cache.exists()
    assert files(cache.parent)[0] == cache.name.replace("-0.", "-1.")


def test_a_replaced_file_leaves_a_run_that_still_uses_it_alone(cache: Path) -> None:
    old = open_cache_file(str(cache.parent), "/corpus")
    old.execute("INSERT INTO folders (path) VALUES ('a')")
    cache.unlink()
    _change(cache, "CREATE TABLE notes (text)")
    new = open_cache_file(str(cache.parent), "/corpus")
    old.execute("INSERT INTO folders (path) VALUES ('b')")
    new.execute("INSERT INTO folders (path) VALUES ('c')")
    old.close()
    assert new.execute("SELECT path FROM folders").fetchall() == [("c",)]
    new.close()


def test_a_folder_that_cannot_be_made_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(CacheError, match="file"):
        open_cache_file(str(tmp_path / "file" / "caches"), "/corpus")


def test_a_folder_that_is_read_only_is_an_error(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    if os.access(tmp_path, os.W_OK):
        pytest.skip("this user may write everywhere")
    with pytest.raises(CacheError):
        open_cache_file(str(tmp_path), "/corpus")


def test_another_run_that_writes_is_waited_for_and_no_damage(cache: Path) -> None:
    one, two = open_database(str(cache)), open_database(str(cache))
    assert two.execute("PRAGMA busy_timeout").fetchall() == [(5000,)]
    two.execute("PRAGMA busy_timeout = 10")  # milliseconds
    one.execute("BEGIN IMMEDIATE")
    with pytest.raises(CacheError) as raised:
        attempt(lambda: two.execute("BEGIN IMMEDIATE"))
    assert not isinstance(raised.value, DamagedCacheError)
    one.close()
    two.close()
    assert cache.exists()
