"""The file beside a cache with what corpus rules have compared: opened if nobody has changed it.

It is a database of SQLite without a journal: a run that is killed leaves it damaged. So the cache
has its stamp (`corpusfmt.files.stamp`) from after it was last written, in the same transaction,
and a file with any other stamp is not opened.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress

from corpusfmt.files.stamp import stamp_of
from corpusfmt.files.temporary_files import remove_abandoned_once, temporary_name
from corpusfmt.model.errors import CorpusfmtError
from corpusfmt.project.cache.cache import Cache
from corpusfmt.project.cache.location import COMPARISON

TABLES = (
    "CREATE TABLE found (rule INTEGER, key, part INTEGER, asked BLOB, found BLOB, "
    "PRIMARY KEY (rule, key, part)) WITHOUT ROWID",
    "CREATE TABLE files (block INTEGER PRIMARY KEY, paths BLOB, contents BLOB, numbers BLOB)",
)
"""The tables beside that of the rows: what was found, and the files in blocks, in their order."""


class ComparisonFileError(CorpusfmtError):
    """The file is not there, is not as it was written, or cannot be used."""


def update(cache: Cache, action: Callable[[sqlite3.Connection], None]) -> None:
    """Let an action change the file, all or nothing; raise ComparisonFileError.

    What the action raises is raised again.
    """
    path = cache.path + COMPARISON

    is_used = False

    def use(expected: object) -> bytes:
        nonlocal is_used
        try:
            if stamp_of(os.stat(path)) != expected:
                raise ComparisonFileError("has changed")
            with closing(_open(path)) as connection:
                connection.execute("BEGIN EXCLUSIVE")
                action(connection)
                connection.execute("COMMIT")
            is_used = True
            return stamp_of(os.stat(path))
        except (OSError, sqlite3.Error, UnicodeError, OverflowError) as error:
            raise ComparisonFileError(str(error)) from error

    cache.exchange(use)
    if not is_used:
        raise ComparisonFileError("the cache is not used")


def replace(cache: Cache, database: sqlite3.Connection) -> None:
    """Replace the file by a copy of a temporary database; leave it where that fails."""
    folder = os.path.dirname(cache.path)
    remove_abandoned_once(folder)
    path = os.path.join(folder, temporary_name())
    with suppress(OSError, sqlite3.Error):
        with closing(_open(path)) as copy:
            database.execute("COMMIT")
            database.backup(copy)
        cache.exchange(lambda _: _move(path, cache.path + COMPARISON))
    with suppress(OSError):
        os.unlink(path)


def _move(path: str, target: str) -> bytes:
    os.replace(path, target)
    return stamp_of(os.stat(target))


def _open(path: str) -> sqlite3.Connection:
    """Return a connection to a file that no other process uses."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA journal_mode = MEMORY")
    connection.execute("PRAGMA synchronous = OFF")
    return connection


def make_tables(database: sqlite3.Connection, mode: int) -> None:
    """Make the tables in a temporary database that has that of the rows; keep a number in it."""
    for table in TABLES:
        database.execute(table)
    database.execute(f"PRAGMA user_version = {mode}")
