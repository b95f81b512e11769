"""The SQLite file of a cache: opened if it is intact and of this version, or else replaced."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import suppress

from corpusfmt.files.read import reason_of
from corpusfmt.model.errors import CorpusfmtError
from corpusfmt.project.cache import location
from corpusfmt.text.annotations import TypeVar

_APPLICATION = 0x636F7270
"""What marks a SQLite file as one of corpusfmt: "corp" in ASCII."""

_VERSION = 2
"""The version of the tables. A file of another version is replaced, not converted."""

_TABLES = (
    "CREATE TABLE variants (id INTEGER PRIMARY KEY AUTOINCREMENT, key BLOB NOT NULL UNIQUE, "
    "used INTEGER NOT NULL)",
    "CREATE TABLE folders (id INTEGER PRIMARY KEY AUTOINCREMENT, path TEXT NOT NULL UNIQUE)",
    "CREATE TABLE contents (id INTEGER PRIMARY KEY AUTOINCREMENT, variant INTEGER NOT NULL, "
    "digest BLOB NOT NULL, found BLOB, facts BLOB, UNIQUE (variant, digest))",
    "CREATE TABLE files (variant INTEGER NOT NULL, folder INTEGER NOT NULL, name TEXT NOT NULL, "
    "mark BLOB NOT NULL, content INTEGER NOT NULL, is_clean INTEGER NOT NULL, "
    "PRIMARY KEY (variant, folder, name)) WITHOUT ROWID",
    "CREATE TABLE corpora (id INTEGER PRIMARY KEY AUTOINCREMENT, variant INTEGER NOT NULL, "
    "fingerprint BLOB NOT NULL, found BLOB NOT NULL, UNIQUE (variant, fingerprint))",
    "CREATE TABLE comparisons (variant INTEGER NOT NULL UNIQUE, stamp BLOB NOT NULL)",
)

_PATIENCE = 5.0
"""How many seconds to wait for another run that writes."""

_Result = TypeVar("_Result")


class CacheError(CorpusfmtError):
    """The cache cannot be used in this run; ``message`` is the reason."""


class DamagedCacheError(CacheError):
    """The file is not a cache of this version, or is damaged."""


def open_cache_file(folder: str, root: str) -> sqlite3.Connection:
    """Return the cache of a corpus in a folder, a new one if there is none that can be used.

    ``root`` is the folder of the corpus. Raise CacheError if there can be none.
    """
    stem = location.stem_of(root)
    number = location.newest(folder, stem)
    path = location.path_of(folder, stem, number)
    if not os.path.lexists(path):
        _make_folder(folder)
        location.remove_unused(folder)
    try:
        return open_database(path)
    except DamagedCacheError:
        discard(path)
        return open_database(location.path_of(folder, stem, number + 1))


def open_database(path: str, *, is_new: bool = True) -> sqlite3.Connection:
    """Return a connection to the file; ``is_new`` creates it where it is missing.

    Raise CacheError, and DamagedCacheError for what is not a cache of this version.
    """
    connection = attempt(lambda: _connect(path, is_new=is_new))
    try:
        attempt(lambda: _prepare(connection, is_new=is_new))
    except CacheError:
        connection.close()
        raise
    return connection


def discard(path: str) -> None:
    """Remove a damaged cache, as far as the system lets."""
    with suppress(OSError):
        location.remove(path)


def attempt(action: Callable[[], _Result]) -> _Result:
    """Return the result of an action on a cache; raise CacheError for what SQLite raises."""
    try:
        return action()
    except sqlite3.OperationalError as error:
        # Not UTF-8 where a name is expected: the file is damaged, whatever the class of the error.
        kind = DamagedCacheError if "decode" in str(error) else CacheError
        raise kind(str(error)) from error
    except (sqlite3.Error, OverflowError, UnicodeError) as error:
        raise DamagedCacheError(str(error)) from error
    except OSError as error:
        raise CacheError(reason_of(error)) from error


def _make_folder(folder: str) -> None:
    try:
        os.makedirs(folder, mode=0o700, exist_ok=True)
    except OSError as error:
        raise CacheError(f"{folder}: {reason_of(error)}") from error


def _connect(path: str, *, is_new: bool) -> sqlite3.Connection:
    if os.path.islink(path):
        raise DamagedCacheError("is a symbolic link")
    mode = "rwc" if is_new else "rw"
    # The characters with a meaning in such an address; `urllib` takes long to import.
    name = os.path.abspath(path).replace("%", "%25").replace("?", "%3f").replace("#", "%23")
    location_ = f"file:{name}?mode={mode}"
    return sqlite3.connect(location_, uri=True, timeout=_PATIENCE, isolation_level=None)


def _prepare(connection: sqlite3.Connection, *, is_new: bool) -> None:
    """Check the tables, and create them in an empty file."""
    connection.execute("PRAGMA trusted_schema = OFF")
    # Nothing waits for the disk. A kill damages nothing; a system that crashes may leave a damaged
    # file, which is made again as any other, since what it holds can be found again.
    connection.execute("PRAGMA synchronous = OFF")
    if is_new and not _has_content(connection):
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("BEGIN IMMEDIATE")
        if not _has_content(connection):  # another run may have created them by now
            for table in _TABLES:
                connection.execute(table)
            connection.execute(f"PRAGMA application_id = {_APPLICATION}")
            connection.execute(f"PRAGMA user_version = {_VERSION}")
        connection.execute("COMMIT")
    _check_tables(connection)


def _has_content(connection: sqlite3.Connection) -> bool:
    marks = _pragma(connection, "application_id"), _pragma(connection, "user_version")
    [[tables]] = connection.execute("SELECT count(*) FROM sqlite_master")
    return marks != (0, 0) or tables > 0


def _check_tables(connection: sqlite3.Connection) -> None:
    """Raise DamagedCacheError unless the file has exactly the tables that it should have.

    So a trigger or view that somebody has added is never executed.
    """
    marks = _pragma(connection, "application_id"), _pragma(connection, "user_version")
    if marks != (_APPLICATION, _VERSION):
        raise DamagedCacheError("is not a cache of this version of corpusfmt")
    own = "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'"
    if {row[0] for row in connection.execute(own)} != set(_TABLES):
        raise DamagedCacheError("has other tables than a cache of corpusfmt")


def _pragma(connection: sqlite3.Connection, name: str) -> int:
    [[value]] = connection.execute(f"PRAGMA {name}")
    return int(value)
