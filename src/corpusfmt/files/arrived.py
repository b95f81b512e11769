"""Results that have arrived before their turn, in memory and then in a temporary file."""

from __future__ import annotations

import os
from collections.abc import Iterator

from corpusfmt.text.annotations import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Any, BinaryIO

IN_MEMORY = 32 << 20
"""How many bytes of results wait in memory."""

Place = tuple[int, int]
"""The number of a chunk, and that of a part of it."""


class Arrived:
    """The results of chunks that are to be returned in order, as they were sent.

    So a chunk that takes long does not hold the others: the processes go on with what comes after
    it. What is more than ``in_memory`` bytes is in the file. ``has_room`` is False once the disk is
    full.
    """

    def __init__(self, in_memory: int = IN_MEMORY) -> None:
        self._in_memory = in_memory
        self.has_room = True
        self._kept: dict[Place, bytes | tuple[int, int]] = {}
        self._parts: dict[int, int] = {}
        self._size = 0
        self._file: BinaryIO | None = None

    def split(self, number: int, parts: int) -> None:
        """Let a chunk be complete when so many parts of it are there; otherwise it has one."""
        self._parts[number] = parts

    def add(self, number: int, part: int, data: bytes) -> None:
        """Keep the results of a part of a chunk: an object that was pickled."""
        place = number, part
        if self._size + len(data) > self._in_memory and self.has_room:
            try:
                self._kept[place] = self._write(data)
                return
            except OSError:
                self.has_room = False
        self._kept[place] = data
        self._size += len(data)

    def has(self, number: int) -> bool:
        """Return whether all results of a chunk are there."""
        parts = self._parts.get(number, 1)
        return all((number, part) in self._kept for part in range(parts))

    def take(self, number: int) -> Iterator[Any]:
        """Yield and forget the results of a chunk; raise the exception that is among them."""
        import pickle  # which is not imported for few files

        for part in range(self._parts.pop(number, 1)):
            kept = self._kept.pop((number, part))
            if isinstance(kept, bytes):
                self._size -= len(kept)
            else:
                kept = self._read(*kept)
            results = pickle.loads(kept)
            if isinstance(results, Exception):
                raise results
            yield from results

    def close(self) -> None:
        """Remove the temporary file."""
        if self._file is not None:
            self._file.close()

    def _write(self, data: bytes) -> tuple[int, int]:
        """Write results to the file; return where they begin, and their size."""
        if self._file is None:
            import tempfile

            self._file = tempfile.TemporaryFile(prefix="corpusfmt-", buffering=0)  # noqa: SIM115
        start = self._file.seek(0, os.SEEK_END)
        left = memoryview(data)
        while left:
            left = left[self._file.write(left) :]
        return start, len(data)

    def _read(self, start: int, size: int) -> bytes:
        assert self._file is not None
        self._file.seek(start)
        data = b""
        while len(data) < size:
            data += self._file.read(size - len(data))
        return data
