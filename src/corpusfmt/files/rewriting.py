"""Rewriting several files together, so that the disk is waited for once and not for each.

All new contents are written to temporary files, which are then flushed at the same time, and each
file is replaced after that. To replace them in threads as well took more time: those of one folder
wait for each other.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from functools import partial

from corpusfmt.files.read import WriteError
from corpusfmt.files.write import StagedFile, discard, flush, move, stage
from corpusfmt.text.annotations import TYPE_CHECKING, TypeVar
from corpusfmt.text.values import dataclass

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor

_Item = TypeVar("_Item")

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


class Threads:
    """Threads that wait for the disk; they are started when there is something to wait for.

    A context manager, which ends them.
    """

    def __init__(self) -> None:
        self._pool: ThreadPoolExecutor | None = None

    def __enter__(self) -> Threads:
        return self

    def __exit__(self, *_: object) -> None:
        if self._pool is not None:
            self._pool.shutdown()

    def call(self, function: Callable[[_Item], object], items: Sequence[_Item]) -> None:
        """Call a function with each of some items.

        After an exception, such as an interrupt, it is not called any more.
        """
        if len(items) < 2:
            for item in items:
                function(item)
            return
        if self._pool is None:
            from concurrent.futures import ThreadPoolExecutor

            self._pool = ThreadPoolExecutor(_THREADS)
        left = deque(items)
        try:
            # With a task for each item, the tasks take longer than the rest.
            calls = [
                self._pool.submit(_call_with_each, function, left)
                for _ in range(min(_THREADS, len(items)))
            ]
            for one in calls:
                one.result()
        except BaseException:
            left.clear()
            self._pool.shutdown(cancel_futures=True)
            self._pool = None
            raise


def _call_with_each(function: Callable[[_Item], object], left: deque[_Item]) -> None:
    """Call a function with the items that are left; several threads take from these."""
    while True:
        try:
            item = left.popleft()
        except IndexError:
            return
        function(item)


class Rewriting:
    """Files that are rewritten together, each with a number, from 0 on.

    A context manager: what was staged and not moved is removed at its end.
    """

    def __init__(self, threads: Threads) -> None:
        self._threads = threads
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

    def flush(self, *others: Rewriting) -> None:
        """Wait until everything that was staged is on the disk, here and in others."""
        flushes: list[Callable[[], None]] = []
        for rewriting in (self, *others):
            flushes += rewriting.flushes()
        self._threads.call(_call, flushes)

    def flushes(self) -> list[Callable[[], None]]:
        """Return a function for each staged file, which waits until it is on the disk."""
        return [partial(self._flush_one, number) for number in self._staged]

    def move_all(self, numbers: Iterable[int]) -> None:
        """Replace some of the files, each as `move` does."""
        for number in numbers:
            self.move(number)

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

    def _flush_one(self, number: int) -> None:
        try:
            flush(self._staged[number])
        except WriteError as error:
            self.failed[number] = error


def _call(function: Callable[[], None]) -> None:
    function()


def rewrite_all(changes: Sequence[Change]) -> list[WriteError | None]:
    """Rewrite files; return, for each, why that failed, or None."""
    with Threads() as threads, Rewriting(threads) as rewriting:
        for change in changes:
            rewriting.stage(change)
        rewriting.flush()
        rewriting.move_all(range(len(changes)))
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
