"""Rewriting several files together, so that the disk is waited for once and not for each.

All new contents are written to temporary files, which are then flushed at the same time, and each
file is replaced after that.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress

from corpusfmt.files.read import WriteError
from corpusfmt.files.write import StagedFile, discard, flush, move, stage
from corpusfmt.text.values import dataclass

_TOGETHER, _WORTH_WAITING = 32, 100
"""How many files are rewritten together, and from how many on: others are shown as they are done.
"""

_THREADS = 16
"""How many files are flushed at the same time: a file system writes them to the disk together."""


@dataclass(frozen=True, slots=True)
class Change:
    """A file to rewrite, as for `corpusfmt.files.write.rewrite`."""

    path: str
    before: bytes | None
    after: bytes
    mode: int | None = None


def files_together(count: int) -> int:
    """Return how many of so many files are rewritten together."""
    return _TOGETHER if count >= _WORTH_WAITING else 1


class Rewriting:
    """Files that are rewritten together, each with a number, from 0 on.

    A context manager: what was staged and not moved is removed at its end.
    """

    def __init__(self) -> None:
        self._changes: list[Change] = []
        self._staged: dict[int, StagedFile] = {}
        self.failed: dict[int, WriteError] = {}
        """Why files could not be staged, flushed or moved, by their numbers."""

    def __enter__(self) -> Rewriting:
        return self

    def __exit__(self, *_: object) -> None:
        for staged in self._staged.values():
            discard(staged)

    @property
    def count(self) -> int:
        """How many files there are so far, those that have failed included."""
        return len(self._changes)

    def path(self, number: int) -> str:
        """Return the path of a file."""
        return self._changes[number].path

    def stage(self, change: Change) -> bool:
        """Write the new content of the next file beside it; return whether that was possible."""
        try:
            staged = stage(change.path, change.before, change.after)
        except WriteError as error:
            self.failed[self.count] = error
        else:
            self._staged[self.count] = staged
        self._changes.append(change)
        return self.count - 1 not in self.failed

    def flush(self) -> None:
        """Wait until everything that was staged is on the disk."""
        numbers = [*self._staged]
        for number, error in zip(numbers, _map(self._flush_one, numbers), strict=True):
            if error is not None:
                self.failed[number] = error

    def move(self, number: int) -> bool:
        """Replace a file, if nothing has failed so far; return whether it was replaced."""
        if number in self.failed:
            return False
        change = self._changes[number]
        try:
            move(self._staged[number], change.before, mode=change.mode)
        except WriteError as error:
            self.failed[number] = error
            return False
        return True

    def is_moved(self, number: int) -> bool:
        """Return whether a file was replaced, also where an interrupt came in between."""
        staged = self._staged.get(number)
        return staged is not None and not os.path.lexists(staged.temporary)

    def folders(self) -> list[str]:
        """Return the folders of the files that were replaced."""
        folders = {os.path.dirname(self.path(n)) for n in self._staged if n not in self.failed}
        return sorted(folders)

    def _flush_one(self, number: int) -> WriteError | None:
        try:
            flush(self._staged[number])
        except WriteError as error:
            return error
        return None


def rewrite_all(changes: Sequence[Change]) -> list[WriteError | None]:
    """Rewrite files; return, for each, why that failed, or None."""
    with Rewriting() as rewriting:
        for change in changes:
            rewriting.stage(change)
        rewriting.flush()
        for number in range(len(changes)):
            rewriting.move(number)
        flush_folders(rewriting.folders())
        return list(map(rewriting.failed.get, range(len(changes))))


def flush_folders(folders: Iterable[str]) -> None:
    """Wait until the names of the files in some folders are on the disk, where a system can."""
    for folder in dict.fromkeys(folders):
        with suppress(OSError):  # Windows opens no folder, and some file systems flush none
            descriptor = os.open(folder or os.curdir, os.O_RDONLY)
            try:
                os.fsync(descriptor)
            finally:
                os.close(descriptor)


def _map(
    function: Callable[[int], WriteError | None], numbers: Sequence[int]
) -> list[WriteError | None]:
    """Return the results of a function that waits for the disk, which is called in threads."""
    if len(numbers) < 2:
        return [*map(function, numbers)]
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(min(_THREADS, len(numbers))) as threads:
        return [*threads.map(function, numbers)]
