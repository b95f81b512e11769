"""A run of the checker as reports show it. ``formats.FORMATS`` lists the report formats."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from corpusfmt.model.diagnostic import Diagnostic, Report
from corpusfmt.model.file_result import FileResult
from corpusfmt.text.values import dataclass


@dataclass(frozen=True, slots=True)
class Run:
    """The result of each file, in the order of the run, and the facts of the run as a whole.

    ``checked`` counts the files that were checked. ``skipped`` holds ``(reason, count)``,
    ``missing`` holds ``(path, reason)``. ``root`` is the folder of the settings, ``known`` the
    number of findings in the baseline. ``is_fine_empty`` is whether there may be nothing to check,
    ``is_sound`` whether the settings were valid, ``shows_patches`` whether fixes are shown, not
    applied.
    """

    results: tuple[FileResult, ...]
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
    def reports(self) -> tuple[Report, ...]:
        """The report of each file."""
        return tuple(result.report for result in self.results)

    @property
    def diagnostics(self) -> Iterator[Diagnostic]:
        """Every diagnostic, in the order of the run."""
        for result in self.results:
            yield from result.report.diagnostics

    @property
    def texts(self) -> Mapping[str, str]:
        """The texts of the files by their paths, if the run has kept them."""
        texts: dict[str, str] = {}
        for result in self.results:
            if result.text is not None:
                texts[result.path] = result.text
        return texts

    @property
    def unchecked(self) -> tuple[tuple[str, str], ...]:
        """The ``(path, reason)`` of what was not checked: missing paths, then files not read."""
        unchecked = [*self.missing]
        for report in self.reports:
            if report.error is not None:
                unchecked.append((report.path, report.error))
        return tuple(unchecked)

    @property
    def unfixed(self) -> tuple[tuple[str, str], ...]:
        """The ``(path, reason)`` of the files that were checked, but could not be fixed."""
        unfixed: list[tuple[str, str]] = []
        for report in self.reports:
            if report.unfixed is not None:
                unfixed.append((report.path, report.unfixed))
        return tuple(unfixed)

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
