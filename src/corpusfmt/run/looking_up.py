"""Which files of a run are as they were when they were last checked."""

from __future__ import annotations

import marshal
import os
from array import array
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from corpusfmt.files.path_table import PathTable
from corpusfmt.files.stamp import StampError, stamp_with
from corpusfmt.project.cache.cache import Cache, Known, number_in_mark

UNKNOWN, CLEAN, FOUND = b"\0\1\2"
"""States of a file: to be read, or unchanged without findings, or unchanged with findings."""

_FEW = 16
"""How many files of a folder are looked up one by one."""

_SHARED = 4096
"""From how many files on half of them are looked up in a second process.

Some 10 µs are needed for a file, and 4 ms to fork a process.
"""

_FOLDERS_KEPT = 16
"""How many folders are remembered: files of a folder may come before and after those below it."""

_Values = tuple[bytes, bytes, list[tuple[str, list[str]]]]


class Lookup:
    """What a cache has of files that follow each other.

    ``states`` has a byte for each file, ``contents`` the number of its content, or 0. ``gone``
    holds names of files that the cache knows and that are not there any more, by folders.
    """

    def __init__(self, states: bytearray, contents: array[int]) -> None:
        self.states = states
        self.contents = contents
        self.gone: list[tuple[str, list[str]]] = []

    def add(self, following: Lookup) -> None:
        """Add what the cache has of the files that follow these."""
        self.states += following.states
        self.contents += following.contents
        self.gone += following.gone

    def encode(self) -> bytes:
        """Return the values as bytes, for another process of this run."""
        return marshal.dumps((bytes(self.states), self.contents.tobytes(), self.gone))

    @classmethod
    def decode(cls, data: bytes) -> Lookup:
        """Return the values in the bytes of `encode`."""
        values: _Values = marshal.loads(data)
        states, contents, gone = values
        lookup = cls(bytearray(states), array("q", contents))
        lookup.gone = gone
        return lookup


def look_up(cache: Cache, files: Sequence[str], processes: int) -> Lookup:
    """Return what a cache has of files; it forgets what is gone from their folders.

    With several ``processes``, two look up half of many files each.
    """
    table = files if isinstance(files, PathTable) else PathTable(files)
    if len(table) >= _SHARED and processes > 1:
        lookup = _look_up_halves(cache, table)
    else:
        lookup = _look_up(cache, table, 0, len(table))
    for folder, names in lookup.gone:
        cache.forget(folder, names)
    return lookup


def _look_up_halves(cache: Cache, table: PathTable) -> Lookup:
    """Look up half of the files in a forked process, where there can be one."""
    from corpusfmt.files.forked import in_fork, may_fork  # most runs have fewer files

    middle, end = table.middle(), len(table)
    if middle == end or not may_fork():
        return _look_up(cache, table, 0, end)
    second = in_fork(lambda: _look_up(cache.inherited(), table, middle, end).encode())
    try:
        lookup = _look_up(cache, table, 0, middle)
    finally:
        found = second()
    lookup.add(_look_up(cache, table, middle, end) if found is None else Lookup.decode(found))
    return lookup


def _look_up(cache: Cache, table: PathTable, start: int, end: int) -> Lookup:
    """Look up the files from one number to before another."""
    lookup = Lookup(bytearray(end - start), array("q", bytes(8 * (end - start))))
    states, contents = lookup.states, lookup.contents
    known_in = lru_cache(maxsize=_FOLDERS_KEPT)(cache.known)
    number = 0
    for folder, names in table.runs(start, end):
        path = os.path.abspath(folder)
        known: Mapping[str, Known]
        if len(names) < _FEW:
            known = cache.known_of(path, names)
        else:
            known = known_in(path)
            if len(names) < len(known) < 2 * len(names):
                _find_gone(lookup, path, known.keys() - set(names))
        for place, name in enumerate(names, number):
            entry = known.get(name)
            if entry is not None and _is_same(folder + name, entry):
                states[place] = CLEAN if entry[3] else FOUND
                contents[place] = entry[2]
        number += len(names)
    return lookup


def _find_gone(lookup: Lookup, folder: str, names: Iterable[str]) -> None:
    gone = [name for name in names if not os.path.lexists(os.path.join(folder, name))]
    if gone:
        lookup.gone.append((folder, gone))


def _is_same(path: str, known: Known) -> bool:
    """Return whether a file is as it was when it got its mark."""
    _, mark, content, is_clean = known
    try:
        return stamp_with(os.stat(path), number_in_mark(content, is_clean)) == mark
    except (OSError, ValueError, TypeError, StampError):
        return False  # the file is gone, or the entry is damaged
