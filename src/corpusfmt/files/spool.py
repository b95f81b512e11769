"""The members of archives that may be read again, in a temporary file without a name."""

from __future__ import annotations

import os

from corpusfmt.files.input import Input
from corpusfmt.text.annotations import TYPE_CHECKING
from corpusfmt.text.values import replace

if TYPE_CHECKING:
    from typing import BinaryIO


class Spool:
    """Keeps the bytes of members on disk: most archives can only be read from start to end."""

    def __init__(self) -> None:
        self._file: BinaryIO | None = None
        self._places: dict[str, tuple[int, int, Input]] = {}
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

    def get(self, path: str) -> Input | None:
        """Return a member with its bytes, or None if there is none of this path."""
        place = self._places.get(path)
        if place is None or self._file is None:
            return None
        start, size, item = place
        try:
            self._file.seek(start)
            return replace(item, data=self._file.read(size))
        except OSError:
            return None
