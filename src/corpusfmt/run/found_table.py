"""What corpus rules have found, in the database of a kept comparison."""

from __future__ import annotations

import sqlite3
from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence

from corpusfmt.lint.compare import Found
from corpusfmt.lint.groups import Key
from corpusfmt.project.cache.encoding import (
    DamagedEntryError,
    from_diagnostics,
    seal,
    to_diagnostics,
    to_list,
    unseal,
)
from corpusfmt.text.annotations import TYPE_CHECKING
from corpusfmt.text.values import dataclass

if TYPE_CHECKING:
    from corpusfmt.lint.compare import FindNew
    from corpusfmt.model.diagnostic import Diagnostic

_ANSWERS_KEPT = 5_000
"""How many answers of git are in memory."""

_ROWS_AT_ONCE = 50
"""How many groups, or parts of large ones, are looked at together."""


@dataclass(frozen=True, slots=True)
class NumberedFiles:
    """The files of a run, which are sorted by path; the numbers of their contents; and their own.

    Their own numbers are sorted, and are kept from run to run.
    """

    files: Sequence[str]
    contents: array[int]
    numbers: array[int]

    def place(self, number: object) -> int:
        """Return which file has a number; raise DamagedEntryError if none has it."""
        if isinstance(number, int):
            place = bisect_left(self.numbers, number)
            if place < len(self.numbers) and self.numbers[place] == number:
                return place
        raise DamagedEntryError("not the number of a file")

    def path(self, number: object) -> str:
        """Return the path of a file."""
        return self.files[self.place(number)]


class Answers:
    """Returns which paths are new, and asks for few of them again.

    ``find_new`` is None where no file counts as new.
    """

    def __init__(self, find_new: FindNew | None) -> None:
        self._find_new = find_new
        self._is_new: dict[str, bool] = {}  # of the last paths

    @property
    def mode(self) -> int:
        """How new files are found, as it is kept with what was found."""
        return 1 if self._find_new is None else 2

    def __call__(self, paths: Collection[str]) -> list[str]:
        """Return those of some paths that are new."""
        unknown = [path for path in paths if path not in self._is_new]
        if unknown and self._find_new is not None:
            new = frozenset(self._find_new(unknown))
            if len(self._is_new) > _ANSWERS_KEPT:
                self._is_new = {path: self._is_new[path] for path in paths if path in self._is_new}
            self._is_new.update((path, path in new) for path in unknown)
        return list(filter(self._is_new.get, paths))


class FoundTable:
    """What was found, by the numbers of the rules and the keys of the groups."""

    def __init__(
        self, database: sqlite3.Connection, files: NumberedFiles, answers: Answers
    ) -> None:
        self._database = database
        self._files = files
        self._answers = answers

    def put(self, rule: int, found: Iterable[Found]) -> None:
        """Keep what was found in groups, some of which are in several parts."""
        insert = "INSERT INTO found VALUES (?, ?, ?, ?, ?)"
        for part, group in enumerate(found):
            self._database.execute(insert, self._to_row(rule, part, group))

    def remove(self, rule: int, keys: Iterable[Key]) -> None:
        """Remove what was found in the groups of some keys."""
        delete = "DELETE FROM found WHERE rule = ? AND key = ?"
        self._database.executemany(delete, ((rule, key) for key in keys))

    def groups(self, rule: int) -> Iterator[Found]:
        """Yield what was found in groups by their keys; raise DamagedEntryError."""
        query = "SELECT key, found FROM found WHERE rule = ? ORDER BY key"
        for key, sealed in self._database.execute(query, (rule,)):
            diagnostics: list[Diagnostic] = []
            for number, diagnostic in _to_pairs(sealed):
                diagnostics += to_diagnostics([diagnostic], self._files.path(number))
            yield Found(key, tuple(diagnostics))

    def stale(self, changed: Collection[int]) -> defaultdict[int, set[Key]]:
        """Return, by rules, the groups with a file that has become new, or is not any more.

        The files ``changed`` are not looked at: their groups are compared again anyway.
        """
        stale: defaultdict[int, set[Key]] = defaultdict(set)
        rows = self._database.execute("SELECT rule, key, asked FROM found")
        while some := rows.fetchmany(_ROWS_AT_ONCE):
            self._find_stale(some, changed, stale)
        return stale

    def _find_stale(
        self,
        rows: Iterable[tuple[int, Key, object]],
        changed: Collection[int],
        stale: defaultdict[int, set[Key]],
    ) -> None:
        """Add the groups of some rows that are stale."""
        asked: list[tuple[int, Key, str, object]] = []
        for rule, key, sealed in rows:
            for number, was_new in _to_pairs(sealed):
                if number not in changed:
                    asked.append((rule, key, self._files.path(number), was_new))
        new = frozenset(self._answers({path for _, _, path, _ in asked}))
        for rule, key, path, was_new in asked:
            if (path in new) != was_new:
                stale[rule].add(key)

    def _to_row(self, rule: int, part: int, group: Found) -> tuple[int, Key, int, bytes, bytes]:
        numbers = {self._files.path(number): number for number in group.asked}
        new = frozenset(self._answers(numbers.keys()))
        asked = [[number, path in new] for path, number in numbers.items()]
        found: list[list[object]] = []
        for number, diagnostic in zip(group.numbers, group.diagnostics, strict=True):
            found.append([number, *from_diagnostics([diagnostic])])
        return rule, group.key, part, seal(asked), seal(found)


def _to_pairs(sealed: object) -> list[list[object]]:
    """Return the pairs in sealed bytes; raise DamagedEntryError for anything else."""
    pairs: list[list[object]] = []
    for value in to_list(unseal(sealed)):
        pair = to_list(value)
        if len(pair) != 2:
            raise DamagedEntryError("not a pair")
        pairs.append(pair)
    return pairs
