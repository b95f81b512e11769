"""The members of archives that may be read again, in a temporary file without a name."""

from __future__ import annotations

import os

from corpusfmt.files.input import Input
from corpusfmt.text.annotations import TYPE_CHECKING, cast
from corpusfmt.text.values import replace

if TYPE_CHECKING:
    import sqlite3
    from typing import BinaryIO

_FEW = 1_000
"""Of how many members it is in memory where they are in the file."""

_Place = tuple[int, int, Input]
"""Where the bytes of a member start, how many they are, and the member without them."""


class Spool:
    """Keeps the bytes of members on disk: most archives can only be read from start to end."""

    def __init__(self) -> None:
        self._file: BinaryIO | None = None
        self._places: dict[str, _Place] = {}  # those that are not in the database yet
        self._database: sqlite3.Connection | None = None
        self._is_full = False

    def add(self, item: Input) -> None:
        """Keep a member; if the disk is full, it cannot be read again."""
        if item.data is None or self._is_full:
            return
        try:
            if self._file is None:
                import tempfile
                import weakref

                self._file = tempfile.TemporaryFile(prefix="corpusfmt-")  # noqa: SIM115  (kept open)
                weakref.finalize(self, self._file.close)
            start = self._file.seek(0, os.SEEK_END)
            self._file.write(item.data)
        except OSError:
            self._is_full = True
            return
        self._places[item.path] = start, len(item.data), replace(item, data=None)
        if len(self._places) > _FEW:
            self._flush()

    def get(self, path: str) -> Input | None:
        """Return a member with its bytes, or None if there is none of this path."""
        place = self._places.get(path) or self._find(path)
        if place is None or self._file is None:
            return None
        start, size, item = place
        try:
            self._file.seek(start)
            return replace(item, data=self._file.read(size))
        except OSError:
            return None

    def _flush(self) -> None:
        """Move the places to a database: those of a million members need 400 MB of memory."""
        import pickle
        import sqlite3

        places, self._places = self._places, {}
        try:
            if self._database is None:
                from corpusfmt.files.temporary_database import open_temporary

                self._database = open_temporary()
                self._database.execute("CREATE TABLE places (path BLOB PRIMARY KEY, place BLOB)")
            rows = ((_encode(path), pickle.dumps(place, 5)) for path, place in places.items())
            self._database.executemany("INSERT OR REPLACE INTO places VALUES (?, ?)", rows)
        except sqlite3.Error:
            self._is_full = True

    def _find(self, path: str) -> _Place | None:
        if self._database is None:
            return None
        import pickle
        import sqlite3

        query = "SELECT place FROM places WHERE path = ?"
        try:
            row = self._database.execute(query, (_encode(path),)).fetchone()
        except sqlite3.Error:
            return None
        return None if row is None else cast(_Place, pickle.loads(row[0]))


def _encode(path: str) -> bytes:
    return path.encode("utf-8", "surrogatepass")
