"""The cache of a corpus: which files are as they were, and what was found in them."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from time import time

from corpusfmt.model.file_result import CacheRecord
from corpusfmt.project.cache.database import (
    CacheError,
    DamagedCacheError,
    attempt,
    discard,
    open_cache_file,
    open_database,
)
from corpusfmt.project.cache.pruning import DAY, prune
from corpusfmt.project.cache.reader import CacheReader
from corpusfmt.text.annotations import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Any

_CORPORA = 16
"""For how many sets of files the findings of corpus rules are kept."""

_BATCH = 512
"""How many files are written in one transaction."""


# What is read has the types below unless the file is damaged: who uses a value checks it.


Known = tuple[str, bytes, int, int]
"""What is known of a file.

Its name, its mark, the number of its content, and whether nothing is found.
"""


def mark_of(stamp: bytes, content: int, is_clean: int) -> bytes:
    """Return what the cache has of a file with a stamp if it has not changed.

    It repeats the other values, so that a damaged number is not taken for another content.
    """
    return stamp + number_in_mark(content, is_clean).to_bytes(8, "little")


def number_in_mark(content: int, is_clean: int) -> int:
    """Return the number at the end of a mark."""
    return 2 * content + is_clean


def query_for_results(number: int) -> str:
    """Return the query for the results of so many contents.

    Its values are the numbers of the contents, and the variant. With "+", SQLite does not search
    for the variant, which nearly all contents have.
    """
    places = ",".join("?" * number)
    return f"SELECT id, found FROM contents WHERE id IN ({places}) AND +variant = ?"


class Cache:
    """The results for one variant: a command with its settings, and a release of corpusfmt.

    ``problem`` is why the cache is not used any more, or None. Methods return nothing instead of
    raising an exception: a run goes on without its cache.
    """

    def __init__(self, folder: str, root: str, key: bytes) -> None:
        """Open the cache of a corpus; ``key`` identifies the variant. Raise CacheError."""
        self._connection = open_cache_file(folder, root)
        self.path = attempt(self._find_path)
        self.problem: str | None = None
        self._pending: list[tuple[str, CacheRecord]] = []
        self._numbers: dict[str, int] = {}
        self._has_written = False
        try:
            self.variant = attempt(lambda: self._find_variant(key))
        except CacheError as error:
            self._connection.close()
            self._give_up(error)
            raise
        self.reader = CacheReader(self.path, self.variant)

    def inherited(self) -> Cache:
        """Return the same cache in a forked process, which may not use the connection of another.

        Nor may it be closed there, so it is kept. Raise CacheError.
        """
        cache = Cache.__new__(Cache)
        own = {"_connection": open_database(self.path, is_new=False)}
        vars(cache).update(vars(self) | own)
        return cache

    def known(self, folder: str) -> Mapping[str, Known]:
        """Return what is known of the files in a folder, an absolute path, by their names."""
        query = (
            "SELECT name, mark, content, is_clean FROM files "
            "JOIN folders ON folders.id = folder WHERE variant = ? AND path = ?"
        )
        rows = self._rows(query, self.variant, folder) if _is_storable(folder) else ()
        return {row[0]: row for row in rows}

    def known_of(self, folder: str, names: Iterable[str]) -> Mapping[str, Known]:
        """Return what is known of some files in a folder, an absolute path, by their names."""
        query = (
            "SELECT name, mark, content, is_clean FROM files WHERE variant = ? AND name = ? "
            "AND folder = (SELECT id FROM folders WHERE path = ?)"
        )
        known: dict[str, Known] = {}
        for name in filter(_is_storable, names if _is_storable(folder) else ()):
            for row in self._rows(query, self.variant, name, folder):
                known[name] = row
        return known

    def found(self, contents: Sequence[int]) -> Mapping[int, object]:
        """Return the encoded results of contents by their numbers; there may be fewer."""
        query = query_for_results(len(contents))
        return dict(self._rows(query, *contents, self.variant))

    def facts(self, content: int) -> object:
        """Return the encoded facts of a content, or None if there are none."""
        query = "SELECT facts FROM contents WHERE id = ? AND variant = ?"
        rows = self._rows(query, content, self.variant)
        return rows[0][0] if rows else None

    def put(self, path: str, record: CacheRecord) -> None:
        """Keep the result of a file; it is written with those of others."""
        self._pending.append((path, record))
        if len(self._pending) >= _BATCH:
            self.flush()

    def flush(self) -> None:
        """Write what is kept."""
        pending, self._pending = self._pending, []
        if pending and self.problem is None:
            self._write(lambda: self._put_all(pending))

    def content_of(self, path: str) -> int:
        """Return, once, the number of the content that was last written for a file, or 0."""
        return self._numbers.pop(path, 0)

    def corpus(self, fingerprint: bytes) -> object:
        """Return what corpus rules have found in these files, encoded, or None."""
        query = "SELECT found FROM corpora WHERE variant = ? AND fingerprint = ?"
        rows = self._rows(query, self.variant, fingerprint)
        return rows[0][0] if rows else None

    def put_corpus(self, fingerprint: bytes, found: bytes) -> None:
        """Keep what corpus rules have found in these files."""
        self._write(lambda: self._put_corpus(fingerprint, found))

    def exchange(self, action: Callable[[object], bytes]) -> None:
        """Let an action use the file beside the cache; no other run does meanwhile.

        It is given the stamp that the file should have, and returns its new one.
        """
        self._write(lambda: self._put_stamp(action(self._stamp())))

    def forget(self, folder: str, names: Collection[str]) -> None:
        """Remove files that are gone from a folder, an absolute path."""
        query = (
            "DELETE FROM files WHERE name = ? AND folder = (SELECT id FROM folders WHERE path = ?)"
        )
        rows = [(name, folder) for name in names]
        self._write(lambda: self._connection.executemany(query, rows))

    def close(self) -> None:
        """Write the rest, remove what is not needed any more, and close the file."""
        self.flush()
        if self._has_written:
            self._write(lambda: prune(self._connection))
        self.reader.close()
        with suppress(sqlite3.Error):
            self._connection.close()

    # ------------------------------------------------------------------------------ transactions

    def _rows(self, query: str, *values: object) -> Sequence[tuple[Any, ...]]:
        """Return the rows of a query; none if the cache cannot be read."""
        if self.problem is not None:
            return ()
        try:
            return attempt(lambda: self._connection.execute(query, values).fetchall())
        except CacheError as error:
            self._give_up(error)
        return ()

    def _write(self, action: Callable[[], object]) -> None:
        """Do what an action writes, in one transaction, all or nothing."""
        if self.problem is not None:
            return
        self._has_written = True
        try:
            attempt(lambda: self._in_transaction(action))
        except CacheError as error:
            self._give_up(error)

    def _in_transaction(self, action: Callable[[], object]) -> None:
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            action()
        except BaseException:
            with suppress(sqlite3.Error):  # a full disk has ended the transaction
                self._connection.execute("ROLLBACK")
            raise
        self._connection.execute("COMMIT")

    def _give_up(self, error: CacheError) -> None:
        self.problem = error.message
        if isinstance(error, DamagedCacheError):
            discard(self.path)

    # --------------------------------------------------------------------------- what is written

    def _find_path(self) -> str:
        [row] = self._connection.execute("PRAGMA database_list")
        return str(row[2])

    def _find_variant(self, key: bytes) -> int:
        query = "SELECT id, used FROM variants WHERE key = ?"
        now = int(time())
        rows = self._connection.execute(query, (key,)).fetchall()
        if rows and abs(now - rows[0][1]) < DAY:
            return int(rows[0][0])
        write = (
            "INSERT INTO variants (key, used) VALUES (?, ?) "
            "ON CONFLICT (key) DO UPDATE SET used = ?"
        )
        self._in_transaction(lambda: self._connection.execute(write, (key, now, now)))
        [row] = self._connection.execute(query, (key,))
        return int(row[0])

    def _put_all(self, pending: Iterable[tuple[str, CacheRecord]]) -> None:
        folders: dict[str, int] = {}
        for path, record in pending:
            folder, name = os.path.split(os.path.abspath(path))
            if not _is_storable(folder + name):
                continue
            if folder not in folders:
                folders[folder] = self._folder_number(folder)
            content = self._put_content(record)
            is_clean = int(record.found == b"")
            mark = mark_of(record.stamp, content, is_clean) if record.stamp else b""
            row = (self.variant, folders[folder], name, mark, content, is_clean)
            self._connection.execute("INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?, ?)", row)
            self._numbers[path] = content

    def _folder_number(self, folder: str) -> int:
        self._connection.execute("INSERT OR IGNORE INTO folders (path) VALUES (?)", (folder,))
        query = "SELECT id FROM folders WHERE path = ?"
        [[number]] = self._connection.execute(query, (folder,))
        return int(number)

    def _put_content(self, record: CacheRecord) -> int:
        insert = (
            "INSERT INTO contents (variant, digest, found, facts) VALUES (?, ?, ?, ?) "
            "ON CONFLICT (variant, digest) DO UPDATE SET found = excluded.found, "
            "facts = coalesce(excluded.facts, facts) RETURNING id"
        )
        values = (self.variant, record.digest, record.found, record.facts)
        [[number]] = self._connection.execute(insert, values).fetchall()
        return int(number)

    def _put_corpus(self, fingerprint: bytes, found: bytes) -> None:
        insert = "INSERT OR REPLACE INTO corpora (variant, fingerprint, found) VALUES (?, ?, ?)"
        self._connection.execute(insert, (self.variant, fingerprint, found))
        oldest = (
            "DELETE FROM corpora WHERE id NOT IN (SELECT id FROM corpora ORDER BY id DESC LIMIT ?)"
        )
        self._connection.execute(oldest, (_CORPORA,))

    def _stamp(self) -> object:
        query = "SELECT stamp FROM comparisons WHERE variant = ?"
        rows = self._connection.execute(query, (self.variant,)).fetchall()
        return rows[0][0] if rows else None

    def _put_stamp(self, stamp: bytes) -> None:
        insert = "INSERT OR REPLACE INTO comparisons VALUES (?, ?)"
        self._connection.execute(insert, (self.variant, stamp))


def _is_storable(path: str) -> bool:
    """Return whether a path is valid Unicode, as names in SQLite are."""
    try:
        path.encode()
    except UnicodeEncodeError:
        return False
    return True
