"""Findings of which only the kinds are kept, in four bytes a file.

A run that prints its findings as they are found needs only their numbers at its end: by rule, by
severity and by kind of fix, and how many files they are in. A finding with its texts takes a
kilobyte.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from corpusfmt.model.diagnostic import Diagnostic, Report, Severity
from corpusfmt.model.file_result import FileResult
from corpusfmt.text.edits import Edit, Fix

_CHANGE = (Edit(0, 0, ""),)
_FIXES = {True: Fix("", _CHANGE, True), False: Fix("", _CHANGE, False), None: None}
"""A fix in place of all that are safe, and of all that are not."""

_Kind = tuple[str, int, Severity, bool | None]
"""The rule, the level, the severity, and whether there is a fix that is safe, or unsafe."""


class CountedFindings:
    """The kinds of the findings of files that have nothing else to report, in their order."""

    def __init__(self, files: Sequence[str]) -> None:
        self._files = files
        self._kinds: dict[_Kind, int] = {}
        self._groups: dict[tuple[int, ...], int] = {(): 0}
        self._lists: list[tuple[int, ...]] = [()]
        self._of_files = array("I", [0]) * len(files)

    def add(self, number: int, result: FileResult) -> bool:
        """Keep the kinds of what was found in the file of a number; return False if more is needed.

        More is needed if there was no check, or a fix, or the path is not that of the file.
        """
        report = result.report
        if report.error is not None or report.unfixed is not None or result.fixes:
            return False
        if result.text is not None or result.output is not None:
            return False
        if number >= len(self._files) or self._files[number] != result.path:
            return False
        self._add(number, report.diagnostics)
        return True

    def merge(self, path: str, diagnostics: Sequence[Diagnostic]) -> bool:
        """Add what corpus rules have found in a file; return False if it is another path."""
        number = bisect_left(self._files, path)
        if number >= len(self._files) or self._files[number] != path:
            return False
        self._add(number, diagnostics)
        return True

    def results(self) -> Iterator[FileResult]:
        """Yield a result for each file with findings, whose diagnostics have no path or text."""
        diagnostics = [*map(_diagnostic_of, self._kinds)]
        results: list[FileResult] = []
        for kinds in self._lists:
            found = tuple([diagnostics[kind] for kind in kinds])
            results.append(FileResult(Report("", found)))
        for number in self._of_files:
            if number:
                yield results[number]

    def _add(self, number: int, diagnostics: Iterable[Diagnostic]) -> None:
        kinds = [*self._lists[self._of_files[number]]]
        for diagnostic in diagnostics:
            kinds.append(self._kinds.setdefault(_kind_of(diagnostic), len(self._kinds)))
        group = tuple(sorted(kinds))
        if group not in self._groups:
            self._groups[group] = len(self._lists)
            self._lists.append(group)
        self._of_files[number] = self._groups[group]


def _kind_of(diagnostic: Diagnostic) -> _Kind:
    fix = diagnostic.fix
    is_safe = fix.safe if fix is not None and fix.is_change else None
    return diagnostic.rule, diagnostic.level, diagnostic.severity, is_safe


def _diagnostic_of(kind: _Kind) -> Diagnostic:
    rule, level, severity, is_safe = kind
    return Diagnostic("", rule, level, severity, "", 0, 0, 0, 0, "", fix=_FIXES[is_safe])
