"""What ``corpusfmt check`` prints as it goes, and the reports that it writes at the end."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence

from corpusfmt.cli import console
from corpusfmt.files.read import reason_of
from corpusfmt.files.streams import is_stream
from corpusfmt.model.diagnostic import Diagnostic, Report
from corpusfmt.report import Run
from corpusfmt.report.formats import pieces
from corpusfmt.report.text import render_findings, render_rules
from corpusfmt.report.workflow import harmless, is_watched
from corpusfmt.text.values import dataclass

TEXT, CONCISE, GITHUB = "text", "concise", "github"

TEXT_FORMATS = ("rdjson",)
"""The formats that need the texts of the articles."""

_WITH_SUMMARY = (CONCISE, GITHUB)
_CLOSED = "the reading process has ended"


@dataclass(frozen=True, slots=True)
class Target:
    """A requested report: its format, and its file, or None for the standard output."""

    format: str
    path: str | None

    @property
    def is_printed(self) -> bool:
        """Whether the report goes to the standard output."""
        return self.path is None


def files_of(targets: Iterable[Target]) -> list[str]:
    """Return the files that reports are written to."""
    return [target.path for target in targets if target.path is not None]


class ReportWriter:
    """Prints findings as they are found, and writes the reports at the end.

    ``to_stderr`` is where the standard output holds an article. A run that writes files goes on
    (``goes_on``) where nobody reads the standard output; ``is_cut_off`` is then set. With ``fold``,
    equal findings of a file are printed once.
    """

    def __init__(
        self,
        targets: Sequence[Target],
        *,
        to_stderr: bool = False,
        goes_on: bool = False,
        fold: bool = False,
    ) -> None:
        self.targets = targets
        self.fold = fold
        self.formats = {target.format for target in targets}
        self.printed = {target.format for target in targets if target.is_printed}
        self.to_stderr = to_stderr
        self.goes_on = goes_on or bool(files_of(targets))
        self.is_cut_off = False
        stream = sys.stderr if to_stderr else sys.stdout
        is_terminal = stream is not None and stream.isatty()
        self.colour = console.wants_colour(is_terminal=is_terminal)

    @property
    def prints_text(self) -> bool:
        """Whether findings are printed as they are found."""
        return TEXT in self.printed

    @property
    def only_prints_text(self) -> bool:
        """Whether findings are needed when they are found, and never again."""
        return self.formats == {TEXT} == self.printed and not files_of(self.targets)

    @property
    def prints_summary(self) -> bool:
        """Whether a report that ends with the summary is printed."""
        return not self.printed.isdisjoint(_WITH_SUMMARY)

    def show(self, report: Report) -> None:
        """Print the findings of a file, and why it was not checked or not fixed."""
        if report.error is not None:
            console.note_path(report.path, report.error)
        if report.unfixed is not None:
            console.note_path(report.path, f"not fixed: {report.unfixed}")
        self.show_findings(report.diagnostics)

    def show_findings(self, diagnostics: Sequence[Diagnostic]) -> None:
        """Print findings of one file."""
        if self.prints_text:
            self._print(render_findings(diagnostics, colour=self.colour, fold=self.fold))

    def show_rules(self, run: Run) -> None:
        """Print what the rules mean that have found something."""
        if self.prints_text and not console.is_quiet():
            self._print(render_rules(run, colour=self.colour))

    def write(self, run: Run) -> bool:
        """Write the reports that show a whole run; return whether all could be written."""
        is_complete = True
        for target in self.targets:
            if target.path is not None:
                is_complete = _write_file(target.format, target.path, run) and is_complete
            elif target.format != TEXT:
                for piece in pieces(target.format, run):
                    self._print(piece, has_commands=target.format == GITHUB)
        return self._add_job_summary(run) and is_complete

    def _add_job_summary(self, run: Run) -> bool:
        """Add the summary of a job on GitHub to its page, if the format is requested."""
        page = os.environ.get("GITHUB_STEP_SUMMARY")
        if not page or GITHUB not in self.formats:
            return True
        from corpusfmt.report.github import summary_markdown

        try:
            with open(page, "a", encoding="utf-8", errors="backslashreplace") as file:
                file.write(summary_markdown(run))
        except OSError as error:
            console.note_path(page, f"the summary could not be written: {reason_of(error)}")
            return False
        return True

    def _print(self, text: str, *, has_commands: bool = False) -> None:
        if self.to_stderr:
            console.put_aside(text)
            return
        if not text or self.is_cut_off:
            return
        try:
            console.put(text, commands=has_commands)
        except console.OutputError as error:
            if not self.goes_on:
                raise
            self.is_cut_off = True
            reason = error.reason or _CLOSED
            console.note_error(f"the standard output could not be written: {reason}")


def _write_file(format_: str, path: str, run: Run) -> bool:
    """Write a report to a file; report where that fails, and return whether it succeeded."""
    report = pieces(format_, run)
    if is_stream(path) and is_watched() and format_ != GITHUB:
        report = map(harmless, report)
    from corpusfmt.cli.report_file import write_report

    return write_report(path, report)
