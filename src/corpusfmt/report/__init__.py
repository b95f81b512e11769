"""A run of the checker as reports show it. ``formats.FORMATS`` lists the report formats."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from corpusfmt.model.diagnostic import Diagnostic, Report, Severity
from corpusfmt.model.file_result import FileResult
from corpusfmt.text.values import dataclass, field


@dataclass(slots=True)
class Totals:
    """What a run has in total.

    ``numbers`` counts the findings by rule and severity, ``fixable`` those with a fix by rule, and
    ``safe`` and ``unsafe`` these by the kind of their fix. ``fixes`` were applied in
    ``fixed_files``. ``unchecked`` and ``unfixed`` have the paths and reasons of what was not done.
    """

    with_findings: int = 0
    numbers: Counter[tuple[str, Severity]] = field(default_factory=Counter)
    fixable: Counter[str] = field(default_factory=Counter)
    safe: int = 0
    unsafe: int = 0
    fixes: int = 0
    fixed_files: int = 0
    unchecked: list[tuple[str, str]] = field(default_factory=list)
    unfixed: list[tuple[str, str]] = field(default_factory=list)

    @property
    def rules(self) -> set[str]:
        """The rules that have found something."""
        return {rule for rule, _ in self.numbers}

    def of_severity(self, severity: Severity) -> int:
        """Return how many findings have a severity."""
        return sum(number for (_, its), number in self.numbers.items() if its == severity)

    def add(self, result: FileResult) -> None:
        """Add the result of a file."""
        report = result.report
        self.with_findings += bool(report.diagnostics)
        self.fixes += sum(result.fixes.values())
        self.fixed_files += bool(result.fixes)
        if report.error is not None:
            self.unchecked.append((report.path, report.error))
        if report.unfixed is not None:
            self.unfixed.append((report.path, report.unfixed))
        for diagnostic in report.diagnostics:
            self.numbers[diagnostic.rule, diagnostic.severity] += 1
            fix = diagnostic.fix
            if fix is None or not fix.is_change:
                continue
            self.fixable[diagnostic.rule] += 1
            self.safe += fix.safe
            self.unsafe += not fix.safe


class Results:
    """Results that are made, or read from a database, each time that they are needed.

    They are counted once.
    """

    def __init__(self, make: Callable[[], Iterable[FileResult]]) -> None:
        self._make = make
        self._totals: Totals | None = None

    def __iter__(self) -> Iterator[FileResult]:
        return iter(self._make())

    @property
    def totals(self) -> Totals:
        """What the run has in total."""
        if self._totals is None:
            self._totals = count_totals(self)
        return self._totals


def count_totals(results: Iterable[FileResult]) -> Totals:
    """Return what results have in total."""
    totals = Totals()
    for result in results:
        totals.add(result)
    return totals


@dataclass(frozen=True, slots=True)
class Run:
    """The result of each file, in the order of the run, and the facts of the run as a whole.

    ``checked`` counts the files that were checked. ``skipped`` holds ``(reason, count)``,
    ``missing`` holds ``(path, reason)``. ``root`` is the folder of the settings, ``known`` the
    number of findings in the baseline. ``is_fine_empty`` is whether there may be nothing to check,
    ``is_sound`` whether the settings were valid, ``shows_patches`` whether fixes are shown, not
    applied.
    """

    results: tuple[FileResult, ...] | Results
    checked: int
    skipped: tuple[tuple[str, int], ...]
    missing: tuple[tuple[str, str], ...]
    exit_code: int
    version: str
    interrupted: bool = False
    root: str = ""
    known: int = 0
    is_fine_empty: bool = False
    fail_on: str = "warning"
    is_sound: bool = True
    shows_patches: bool = False

    @property
    def totals(self) -> Totals:
        """What the run has in total."""
        if isinstance(self.results, Results):
            return self.results.totals
        return count_totals(self.results)

    @property
    def reports(self) -> Iterator[Report]:
        """The report of each file."""
        for result in self.results:
            yield result.report

    @property
    def diagnostics(self) -> Iterator[Diagnostic]:
        """Every diagnostic, in the order of the run."""
        for result in self.results:
            yield from result.report.diagnostics

    @property
    def unchecked(self) -> tuple[tuple[str, str], ...]:
        """The ``(path, reason)`` of what was not checked: missing paths, then files not read."""
        return (*self.missing, *self.totals.unchecked)

    @property
    def unfixed(self) -> tuple[tuple[str, str], ...]:
        """The ``(path, reason)`` of the files that were checked, but could not be fixed."""
        return tuple(self.totals.unfixed)

    @property
    def is_complete(self) -> bool:
        """Whether everything was checked and fixed as requested."""
        return not (self.unchecked or self.unfixed or self.trouble)

    @property
    def trouble(self) -> str | None:
        """What is wrong with the run as a whole, so that no report looks like a clean one."""
        if self.interrupted:
            return "the run was interrupted: this report is partial"
        if not self.is_sound:
            return "some settings were invalid and were ignored"
        if self.unchecked or self.unfixed:
            return None
        if not self.checked and not self.is_fine_empty:
            return "nothing was checked"
        if self.exit_code in (0, 1):
            return None
        return f"the run did not finish: it ended with exit code {self.exit_code}"
