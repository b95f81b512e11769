"""The cache in a run: which files need not be read, and what is kept of the others."""

from __future__ import annotations

import os
import re
from array import array
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice

from corpusfmt.files.path_table import PathTable
from corpusfmt.files.stamp import StampError, stamp_with
from corpusfmt.model.file_result import CacheRecord
from corpusfmt.project.cache.cache import Cache, Known, number_in_mark
from corpusfmt.project.cache.encoding import DamagedEntryError
from corpusfmt.text.annotations import Generic, TypeVar
from corpusfmt.text.named_tuples import NamedTuple

_UNKNOWN, _CLEAN, _FOUND = b"\0\1\2"
_READ, _NOT_READ, _NOT_CLEAN, _IN_CACHE = b"\0", b"[^\0]", b"[^\1]", b"\2"
"""Patterns of states. A short run needs no others, so it compiles these and loads no kept ones."""

_FEW = 16
"""How many files of a folder are looked up one by one."""

_WRITTEN = 4096
"""How many files are written to the cache until the numbers of their contents are taken over."""

_FETCHED = 128
"""How many results are read from the cache at once."""

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
        self._written: dict[str, int] = {}
        self._fetched: dict[int, object] = {}
        self._known = lru_cache(maxsize=_FOLDERS_KEPT)(cache.known)
        self._look_up()

    def unknown(self) -> Sequence[str]:
        """Return the paths of the files that must be read."""
        return PathTable(self.files[match.start()] for match in re.finditer(_READ, self._states))

    def unchanged(self) -> Iterator[int]:
        """Yield the numbers of the files that were not read in this run."""
        for match in re.finditer(_NOT_READ, self._states):
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
            for match in re.finditer(_NOT_CLEAN, self._states):
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
            self._take_contents()

    def _result(self, number: int, fresh: Iterator[_Result]) -> _Result:
        path = self.files[number]
        if self._states[number] == _FOUND:
            try:
                return self.decode(path, self._found(number))
            except DamagedEntryError:
                self._states[number] = _UNKNOWN
                result = self.again(path)
        else:
            result = next(fresh)
        self.contents[number] = 0
        record = self.record_of(result)
        if record is not None:
            self.cache.put(path, record)
            self._written[path] = number
            if len(self._written) >= _WRITTEN:
                self._take_contents()
        return result

    def _found(self, number: int) -> object:
        """Return what the cache has of the content of a file; read it with those that follow."""
        content = self.contents[number]
        if content not in self._fetched:
            following = islice(re.compile(_IN_CACHE).finditer(self._states, number), _FETCHED)
            self._fetched = {content: None}
            self._fetched |= self.cache.found([self.contents[one.start()] for one in following])
        return self._fetched[content]

    def _take_contents(self) -> None:
        """Take over the numbers of what was written to the cache."""
        self.cache.flush()
        for path, number in self._written.items():
            self.contents[number] = self.cache.content_of(path)
        self._written.clear()

    def _look_up(self) -> None:
        files = self.files if isinstance(self.files, PathTable) else PathTable(self.files)
        number = 0
        for folder, names in files.runs():
            known = self._known_names(os.path.abspath(folder), names)
            for place, name in enumerate(names, number):
                entry = known.get(name)
                if entry is not None and _is_same(folder + name, entry):
                    self._states[place] = _CLEAN if entry[3] else _FOUND
                    self.contents[place] = entry[2]
            number += len(names)

    def _known_names(self, folder: str, names: Sequence[str]) -> Mapping[str, Known]:
        """Return what is known of files that follow each other in a folder, an absolute path."""
        if len(names) < _FEW:
            return self.cache.known_of(folder, names)
        known = self._known(folder)
        if len(names) < len(known) < 2 * len(names):
            self._forget_gone(folder, known.keys() - set(names))
        return known

    def _forget_gone(self, folder: str, names: Iterable[str]) -> None:
        """Remove those files of a folder from the cache that are gone."""
        gone = [name for name in names if not os.path.lexists(os.path.join(folder, name))]
        if gone:
            self.cache.forget(folder, gone)


def _is_same(path: str, known: Known) -> bool:
    """Return whether a file is as it was when it got its mark."""
    _, mark, content, is_clean = known
    try:
        return stamp_with(os.stat(path), number_in_mark(content, is_clean)) == mark
    except (OSError, ValueError, TypeError, StampError):
        return False  # the file is gone, or the entry is damaged
