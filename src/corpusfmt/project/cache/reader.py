"""The results in a cache, read by the digests of their files."""

from __future__ import annotations

import os
import sqlite3

from corpusfmt.project.cache.database import CacheError, attempt, open_database
from corpusfmt.text.named_tuples import NamedTuple


class Stored(NamedTuple):
    """A result: the number of its content, and the encoded result and facts."""

    content: int
    found: bytes | None
    facts: bytes | None


class CacheReader:
    """Reads results by the digest of a file, in any process; it can be pickled.

    A connection is not shared between processes: each opens its own when it first reads.
    """

    def __init__(self, path: str, variant: int) -> None:
        self.path = path
        self.variant = variant
        self._owner = 0
        self._connection: sqlite3.Connection | None = None

    def __getstate__(self) -> tuple[str, int]:
        return self.path, self.variant

    def __setstate__(self, state: tuple[str, int]) -> None:
        self.__init__(*state)  # type: ignore[misc]  # the same attributes, without a connection

    def find(self, digest: bytes) -> Stored | None:
        """Return the result of a content, or None if there is none or it cannot be read."""
        query = "SELECT id, found, facts FROM contents WHERE variant = ? AND digest = ?"
        try:
            connection = self._connect()
            rows = attempt(lambda: connection.execute(query, (self.variant, digest)).fetchall())
        except CacheError:
            return None
        return Stored(*rows[0]) if rows else None

    def is_empty(self) -> bool:
        """Return whether there are no results, or none that can be read."""
        query = "SELECT 1 FROM contents WHERE variant = ? LIMIT 1"
        try:
            connection = self._connect()
            return not attempt(lambda: connection.execute(query, (self.variant,)).fetchall())
        except CacheError:
            return True

    def _connect(self) -> sqlite3.Connection:
        if self._connection is None or self._owner != os.getpid():
            self._connection = open_database(self.path, is_new=False)
            self._owner = os.getpid()
        return self._connection

    def close(self) -> None:
        """Close the connection of this process."""
        if self._connection is not None and self._owner == os.getpid():
            self._connection.close()
            self._connection = None
