"""What corpus rules find, from what they have compared in an earlier run.

Only the groups are compared again that a changed file has entered or left. Files have numbers in
the order of their paths, which they keep (`corpusfmt.run.file_differences`).
"""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from functools import lru_cache

from corpusfmt.lint.compare import Comparer, Comparison, Found
from corpusfmt.lint.corpus import Entry, Row
from corpusfmt.lint.groups import Groups, Key, fill, open_groups
from corpusfmt.lint.many_findings import SortedDiagnostics
from corpusfmt.lint.rule import CORPUS
from corpusfmt.model.errors import CorpusfmtError
from corpusfmt.project.cache.comparison_file import (
    ComparisonFileError,
    make_tables,
    replace,
    update,
)
from corpusfmt.project.cache.encoding import DamagedEntryError
from corpusfmt.run.cached_results import decode_result
from corpusfmt.run.file_differences import (
    Differences,
    NoNumbersError,
    NumberedFile,
    number_files,
    put_files,
    take_differences,
)
from corpusfmt.run.found_table import Answers, FoundTable, NumberedFiles
from corpusfmt.text.annotations import TYPE_CHECKING

if TYPE_CHECKING:
    from corpusfmt.lint.compare import FindNew, Read
    from corpusfmt.lint.policy import Policy
    from corpusfmt.project.cache.cache import Cache

_FACTS_KEPT = 1024
"""Of how many contents the facts are kept in memory."""

_FEW_CHANGES, _SHARE_CHANGED = 64, 8
"""If more files than so many have changed, and more than one in so many, all are compared."""


class CannotCompareError(CorpusfmtError):
    """What is kept is not enough, or too different, to compare with it."""


class KeptComparison:
    """The corpus rules over files whose results are in the cache.

    ``files`` are sorted by path, ``contents`` are the numbers of their contents, 0 for a file that
    could not be read. ``has_changed`` returns whether an article has changed since it was checked:
    then nothing is kept.
    """

    def __init__(
        self,
        cache: Cache,
        policy: Policy,
        files: Sequence[str],
        contents: array[int],
        has_changed: Callable[[], bool],
    ) -> None:
        self.cache = cache
        self.policy = policy
        self.files = files
        self.contents = contents
        self.has_changed = has_changed
        self.facts = lru_cache(maxsize=_FACTS_KEPT)(self._load)
        self.rules = [rule for rule in policy.every_rule() if rule.level == CORPUS]

    def compare(self, read: Read, find_new: FindNew | None) -> SortedDiagnostics | None:
        """Return what is found; None if the cache lacks what is needed."""
        answers = Answers(find_new)
        comparer = Comparer(self.policy, read, None if find_new is None else answers)
        try:
            return self._compare_again(comparer, answers)
        except _SmallerCorpusError:
            return None
        except (ComparisonFileError, NoNumbersError, CannotCompareError, DamagedEntryError):
            pass
        try:
            return self._compare_all(comparer, answers)
        except (CannotCompareError, DamagedEntryError):
            return None

    def _compare_again(self, comparer: Comparer, answers: Answers) -> SortedDiagnostics:
        """Compare what has changed since the last run."""
        diagnostics = SortedDiagnostics()

        def use(database: sqlite3.Connection) -> None:
            self._refuse(database, answers)
            differences = take_differences(database, self.files, self.contents)
            changes = max(len(differences.before), len(differences.after))
            if changes > max(_FEW_CHANGES, len(self.files) // _SHARE_CHANGED):
                raise CannotCompareError("it is faster to compare all")
            files = NumberedFiles(self.files, self.contents, differences.numbers)
            table = FoundTable(database, files, answers)
            stale = table.stale({file.number for file in differences.before})
            if changes or stale:  # else no rule is needed
                for number, comparison in enumerate(self._comparisons(comparer, files)):
                    groups = Groups(database, number)
                    gone, found = self._find_again(groups, comparison, differences, stale[number])
                    table.remove(number, gone)
                    table.put(number, found)
            self._add_found(table, diagnostics)
            if self.has_changed():
                raise CannotCompareError("an article has changed")

        update(self.cache, use)
        return diagnostics

    def _compare_all(self, comparer: Comparer, answers: Answers) -> SortedDiagnostics:
        """Compare all files, and keep what was compared."""
        diagnostics = SortedDiagnostics()
        numbers = number_files(len(self.files))
        files = NumberedFiles(self.files, self.contents, numbers)
        comparisons = self._comparisons(comparer, files)
        with closing(open_groups()) as database:
            make_tables(database, answers.mode)
            fill(database, self._all_rows(comparisons, files))
            table = FoundTable(database, files, answers)
            for number, comparison in enumerate(comparisons):
                table.put(number, comparison.find_all(Groups(database, number)))
            self._add_found(table, diagnostics)
            if not self.has_changed():
                put_files(database, self.files, self.contents, numbers)
                replace(self.cache, database)
        return diagnostics

    def _refuse(self, database: sqlite3.Connection, answers: Answers) -> None:
        """Raise an exception if what is kept is of a larger corpus, or was asked otherwise."""
        [[mode]] = database.execute("PRAGMA user_version")
        if mode != answers.mode:
            raise CannotCompareError("other files count as new")
        [[size]] = database.execute("SELECT coalesce(sum(length(numbers)), 0) FROM files")
        if 2 * len(self.files) < size // self.contents.itemsize:
            raise _SmallerCorpusError("the files are some of those that were compared")

    def _find_again(
        self, groups: Groups, comparison: Comparison, differences: Differences, stale: set[Key]
    ) -> tuple[Collection[Key], Iterable[Found]]:
        """Compare with one rule; return the keys of what was compared, and what is found there."""
        before = self._rows_of_all(comparison, differences.before)
        after = self._rows_of_all(comparison, differences.after)
        groups.remove(before)
        groups.add(after)
        keys = {row.key for row in (*before, *after)}
        if comparison.rule.find_connected is None:
            keys |= stale
            return keys, comparison.find_some(groups, keys)
        changed = {file.number for file in differences.before}
        numbers = {*groups.numbers_with([*keys]), *(row.number for row in after)}
        numbers |= {number for number in stale if isinstance(number, int)} - changed
        found, around = comparison.find_around(groups, numbers)
        return around | changed, found

    def _comparisons(self, comparer: Comparer, files: NumberedFiles) -> list[Comparison]:
        return [comparer.of(rule, _Articles(self, rule.name, files)) for rule in self.rules]

    def _all_rows(
        self, comparisons: Sequence[Comparison], files: NumberedFiles
    ) -> Iterator[tuple[object, ...]]:
        numbered = zip(files.numbers, files.files, files.contents, strict=True)
        for number, path, content in numbered:
            file = NumberedFile(number, path, content)
            for rule, comparison in enumerate(comparisons):
                for row in self._rows(comparison, file):
                    yield (rule, *row)

    def _rows_of_all(self, comparison: Comparison, files: Iterable[NumberedFile]) -> list[Row]:
        rows: list[Row] = []
        for file in files:
            rows += self._rows(comparison, file)
        return rows

    def _rows(self, comparison: Comparison, file: NumberedFile) -> Iterable[Row]:
        host, facts = self.facts(file.content)
        name = comparison.rule.name
        if name not in facts:
            return ()
        return comparison.rows(Entry(file.path, host, "", facts[name], file.number))

    def _load(self, content: int) -> tuple[str, Mapping[str, object]]:
        """Return the host and the facts of a content; raise CannotCompareError without them."""
        facts = self.cache.facts(content) if content else b""
        if facts is None:
            raise CannotCompareError("facts are missing")
        result = decode_result("", b"", facts)
        return result.host, result.facts

    def _add_found(self, table: FoundTable, diagnostics: SortedDiagnostics) -> None:
        for rule in range(len(self.rules)):
            for group in table.groups(rule):
                diagnostics.add(rule, group.diagnostics)


class _SmallerCorpusError(CorpusfmtError):
    """The run is over some of the files that were compared, which stay kept."""


class _Articles:
    """What a rule has collected of the files, by their numbers."""

    def __init__(self, kept: KeptComparison, rule: str, files: NumberedFiles) -> None:
        self._kept = kept
        self._rule = rule
        self._files = files

    def path(self, number: int) -> str:
        """Return the path of a file."""
        return self._files.path(number)

    def entry(self, number: int) -> Entry:
        """Return the article of a file."""
        place = self._files.place(number)
        host, facts = self._kept.facts(self._files.contents[place])
        return Entry(self._files.files[place], host, "", facts[self._rule], number)
