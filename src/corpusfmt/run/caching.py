"""The cache in a run: which files need not be read, and what is kept of the others."""

from __future__ import annotations

import os
from array import array
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby
from typing import Generic, NamedTuple, TypeVar

from corpusfmt.files.stamp import stamp_of
from corpusfmt.model.file_result import CacheRecord
from corpusfmt.project.cache.cache import Cache, Known, mark_of
from corpusfmt.project.cache.encoding import DamagedEntryError
from corpusfmt.text.patterns import regex

_UNKNOWN, _CLEAN, _FOUND = b"\0\1\2"
_READ, _NOT_READ, _NOT_CLEAN = regex(b"\0"), regex(b"[^\0]"), regex(b"[^\1]")
_FEW = 16
"""How many files of a folder are looked up one by one."""

_FOLDERS_KEPT = 16
"""How many folders are remembered: files of a folder may come before and after those below it."""

_Result = TypeVar("_Result")


class Unchanged(NamedTuple):
    """So many files, one after the other, that are as they were and in which nothing was found."""

    number: int


class CachedFiles(Generic[_Result]):
    """The files of a run, and which of them are as they were when they were last checked.

    ``decode`` makes a result of a path and of what the cache has of it, and raises
    DamagedEntryError for what is not one; ``again`` then makes the result without the cache.
    ``record_of`` returns what to keep of a result.
    """

    def __init__(
        self,
        cache: Cache,
        files: Sequence[str],
        *,
        decode: Callable[[str, object], _Result],
        again: Callable[[str], _Result],
        record_of: Callable[[_Result], CacheRecord | None],
    ) -> None:
        self.cache = cache
        self.files = files
        self.decode = decode
        self.again = again
        self.record_of = record_of
        self.contents = array("q", bytes(8 * len(files)))
        """The number of the content of each file, 0 for those of which the cache has none."""
        self.done = 0
        """How many files have had their results so far."""
        self._states = bytearray(len(files))
        self._known = lru_cache(maxsize=_FOLDERS_KEPT)(cache.known)
        self._look_up()

    def unknown(self) -> list[str]:
        """Return the paths of the files that must be read."""
        return [self.files[match.start()] for match in _READ.finditer(self._states)]

    def unchanged(self) -> Iterator[int]:
        """Yield the numbers of the files that were not read in this run."""
        for match in _NOT_READ.finditer(self._states):
            yield match.start()

    def results(
        self, work: Callable[[Sequence[str]], Generator[_Result, None, None]]
    ) -> Generator[_Result | Unchanged, None, None]:
        """Yield the result of each file in order, and how many unchanged files are in between.

        ``work`` yields the results of files that must be read.
        """
        fresh = work(self.unknown())
        done = 0
        try:
            for match in _NOT_CLEAN.finditer(self._states):
                number = match.start()
                if number > done:
                    yield Unchanged(number - done)
                yield self._result(number, fresh)
                done = self.done = number + 1
            if len(self.files) > done:
                yield Unchanged(len(self.files) - done)
            self.done = len(self.files)
        finally:
            fresh.close()
            self.cache.flush()
            for match in _READ.finditer(self._states):
                number = match.start()
                self.contents[number] = self.cache.content_of(self.files[number])

    def _result(self, number: int, fresh: Iterator[_Result]) -> _Result:
        path = self.files[number]
        if self._states[number] == _FOUND:
            try:
                return self.decode(path, self.cache.found(self.contents[number]))
            except DamagedEntryError:
                self._states[number] = _UNKNOWN
                result = self.again(path)
        else:
            result = next(fresh)
        record = self.record_of(result)
        if record is not None:
            self.cache.put(path, record)
        return result

    def _look_up(self) -> None:
        number = 0
        for folder, paths in groupby(self.files, _folder_of):
            number = self._look_up_folder(os.path.abspath(folder), list(paths), number)

    def _look_up_folder(self, folder: str, paths: Sequence[str], number: int) -> int:
        """Look up files of a folder that follow each other; return the number of the next file."""
        names = list(map(_name_of, paths))
        known: Mapping[str, Known]
        if len(names) < _FEW:
            known = self.cache.known_of(folder, names)
        else:
            known = self._known(folder)
            if len(names) < len(known) < 2 * len(names):
                self._forget_gone(folder, known.keys() - set(names))
        for path, name in zip(paths, names, strict=True):
            entry = known.get(name)
            if entry is not None and entry.mark == _expected_mark(path, entry):
                self._states[number] = _CLEAN if entry.is_clean else _FOUND
                self.contents[number] = entry.content
            number += 1
        return number

    def _forget_gone(self, folder: str, names: Iterable[str]) -> None:
        """Remove those files of a folder from the cache that are gone."""
        gone = [name for name in names if not os.path.lexists(os.path.join(folder, name))]
        if gone:
            self.cache.forget(folder, gone)


def _folder_of(path: str) -> str:
    """Return the folder of a path; where that is simple, in half the time of os.path.dirname."""
    return path[: path.rfind("/") + 1] if os.sep == "/" else os.path.dirname(path)


def _name_of(path: str) -> str:
    return path[path.rfind("/") + 1 :] if os.sep == "/" else os.path.basename(path)


def _expected_mark(path: str, entry: Known) -> bytes | None:
    """Return the mark that the entry has if the file has not changed; None if there is none."""
    try:
        return mark_of(stamp_of(os.stat(path)), entry.content, entry.is_clean)
    except (OSError, ValueError, TypeError, AttributeError, OverflowError):
        return None  # the file is gone, or the entry is damaged
