"""What a run of the checker has found and has left undone, for the report formats: ``formats.FORMATS`` lists them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from corpusfmt.model.diagnostic import Diagnostic, Report


@dataclass(frozen=True, slots=True)
class Run:
    """All that a report tells: the files in the order of the run, and what was passed over or could not be read.

    ``checked`` counts the files that were checked, whether or not each has its report here. ``skipped`` holds
    ``(reason, count)``, ``missing`` holds ``(path, reason)``, ``exit_code`` is what the run ends with. ``texts`` holds
    the texts of files by their paths, as the checker read them; only rdjson asks for them, to count columns in bytes
    and to offer fixes, and it leaves out what it cannot know without. ``root`` is the folder of the settings,
    ``known`` how many findings the baseline has kept out; ``is_fine_empty`` says that there may be nothing to check,
    ``fail_on`` what makes the run fail, ``is_sound`` whether the settings were valid, ``made`` how many fixes were
    made, in words.
    """

    reports: tuple[Report, ...]
    checked: int
    skipped: tuple[tuple[str, int], ...]
    missing: tuple[tuple[str, str], ...]
    exit_code: int
    version: str
    interrupted: bool = False
    texts: Mapping[str, str] = field(default_factory=dict)
    root: str = ""
    known: int = 0
    is_fine_empty: bool = False
    fail_on: str = "warning"
    is_sound: bool = True
    made: str = ""

    @property
    def diagnostics(self) -> Iterator[Diagnostic]:
        """Every diagnostic, in the order of the run."""
        return (diagnostic for report in self.reports for diagnostic in report.diagnostics)

    @property
    def unchecked(self) -> tuple[tuple[str, str], ...]:
        """The ``(path, reason)`` of all that could not be checked: what is missing, then the files not read."""
        failed = ((report.path, report.error) for report in self.reports if report.error is not None)
        return (*self.missing, *failed)

    @property
    def unfixed(self) -> tuple[tuple[str, str], ...]:
        """The ``(path, reason)`` of the files that were checked, and whose fixes could not be made."""
        return tuple((report.path, report.unfixed) for report in self.reports if report.unfixed is not None)

    @property
    def is_complete(self) -> bool:
        """Whether everything was checked and fixed as requested."""
        return not (self.unchecked or self.unfixed or self.trouble)

    @property
    def trouble(self) -> str | None:
        """What is wrong with the run as a whole, so that no report of it looks like a clean one; None if nothing."""
        if self.interrupted:
            return "the run was interrupted: this report is partial"
        if not self.is_sound:
            return "some settings were invalid and were ignored"
        if self.unchecked or self.unfixed:
            return None
        if not self.checked and not self.is_fine_empty:
            return "nothing was checked"
        done = self.exit_code in (0, 1)
        return None if done else f"the run was not finished: it ended with exit code {self.exit_code}"
