"""The cache in a run: which files need not be read, and what is kept of the others."""

from __future__ import annotations

import re
from collections.abc import Callable, Generator, Iterator, Sequence
from itertools import islice

from corpusfmt.files.path_table import PathTable
from corpusfmt.model.file_result import CacheRecord
from corpusfmt.project.cache.cache import Cache
from corpusfmt.project.cache.encoding import DamagedEntryError
from corpusfmt.run.looking_up import FOUND, UNKNOWN, look_up
from corpusfmt.text.annotations import Generic, TypeVar
from corpusfmt.text.named_tuples import NamedTuple

_READ, _NOT_READ, _NOT_CLEAN, _IN_CACHE = b"\0", b"[^\0]", b"[^\1]", b"\2"
"""Patterns of states. A short run needs no others, so it compiles these and loads no kept ones."""

_WRITTEN = 4096
"""How many files are written to the cache until the numbers of their contents are taken over."""

_FETCHED = 128
"""How many results are read from the cache at once."""

_Result = TypeVar("_Result")


class Unchanged(NamedTuple):
    """So many files, one after the other, that are as they were and in which nothing was found."""

    number: int


class CachedFiles(Generic[_Result]):
    """The files of a run, and which of them are as they were when they were last checked.

    ``decode`` makes a result of a path and of what the cache has of it, and raises
    DamagedEntryError for what is not one; ``again`` then makes the result without the cache.
    ``record_of`` returns what to keep of a result, ``processes`` is how many the run may use.
    """

    def __init__(
        self,
        cache: Cache,
        files: Sequence[str],
        *,
        decode: Callable[[str, object], _Result],
        again: Callable[[str], _Result],
        record_of: Callable[[_Result], CacheRecord | None],
        processes: int = 1,
    ) -> None:
        self.cache = cache
        self.files = files
        self.decode = decode
        self.again = again
        self.record_of = record_of
        lookup = look_up(cache, files, processes)
        self.contents = lookup.contents
        """The number of the content of each file, 0 for those of which the cache has none."""
        self.done = 0
        """How many files have had their results so far."""
        self._states = lookup.states
        self._written: dict[str, int] = {}
        self._fetched: dict[int, object] = {}

    def unknown(self) -> Sequence[str]:
        """Return the paths of the files that must be read."""
        if self._states.count(UNKNOWN) == len(self.files):
            return self.files  # a copy would be in the memory of each process
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
        if self._states[number] == FOUND:
            try:
                return self.decode(path, self._found(number))
            except DamagedEntryError:
                self._states[number] = UNKNOWN
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
