"""Results of the Python API."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import AnyStr, Generic

from corpusfmt.model.diagnostic import Diagnostic, Report, fails
from corpusfmt.run.exit_codes import CLEAN, COULD_NOT, FINDINGS


@dataclass(frozen=True, slots=True)
class RunResult:
    """The findings and fixes of a run over files.

    ``reports`` has one report for each file, sorted by path; that of a path that could not be read
    has an ``error``, and that of a file that could not be rewritten has ``unfixed``. ``fixes`` maps
    the path of each rewritten file to the number of fixes by each rule. ``skipped`` holds
    ``(reason, number)`` for what else is in the folders, ``notes`` what could not be determined.
    """

    reports: tuple[Report, ...]
    fixes: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    skipped: tuple[tuple[str, int], ...] = ()
    notes: tuple[str, ...] = ()
    fail_on: str = "warning"

    def __iter__(self) -> Iterator[Report]:
        return iter(self.reports)

    def __len__(self) -> int:
        return len(self.reports)

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Every finding, in the order of the reports."""
        found: list[Diagnostic] = []
        for report in self.reports:
            found += report.diagnostics
        return tuple(found)

    @property
    def exit_code(self) -> int:
        """Return the exit code of the command.

        2 if a file was not checked or not fixed, or there was none; 1 for findings of the
        severities that ``fail_on`` names; otherwise 0.
        """
        if not self.reports or any(report.error or report.unfixed for report in self.reports):
            return COULD_NOT
        has_failing = any(fails(diagnostic, self.fail_on) for diagnostic in self.diagnostics)
        return FINDINGS if has_failing else CLEAN


@dataclass(frozen=True, slots=True)
class FixResult(Generic[AnyStr]):
    """A text after its fixes.

    ``content`` has the type of the argument, and is the same object if nothing was fixed.
    ``fixes`` has the number of fixes by each rule, ``report`` the remaining findings; its
    ``unfixed`` is the reason if the fixes conflict, so that none was applied.
    """

    content: AnyStr
    report: Report
    fixes: Mapping[str, int] = field(default_factory=dict)
