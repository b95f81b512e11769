"""What ``corpusfmt check`` prints and writes: the text as it goes, and every other report at the end."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from corpusfmt.cli import console
from corpusfmt.files.read import Unwritable, reason_of
from corpusfmt.files.streams import is_stream, write_output
from corpusfmt.model.diagnostic import Diagnostic, Report, Severity
from corpusfmt.report import Run
from corpusfmt.report.formats import FORMATS
from corpusfmt.report.text import fixes_told, render_findings, render_rules, render_statistics
from corpusfmt.report.wording import found_in_words
from corpusfmt.report.workflow import harmless, is_watched
from corpusfmt.text.display import count

TEXT, CONCISE, GITHUB = "text", "concise", "github"

_GONE = "its reader has gone"


@dataclass(frozen=True, slots=True)
class Target:
    """A report that is asked for: its format, and the file it goes to, or None for the standard output."""

    format: str
    path: str | None


class Teller:
    """Prints findings as they come, and writes the reports at the end.

    A run that writes files goes on where nobody reads the standard output any more; ``is_cut_off`` says that it has.
    """

    def __init__(self, targets: Sequence[Target], *, aside: bool = False, goes_on: bool = False) -> None:
        self.targets = targets
        self.streams = any(target.format == TEXT and target.path is None for target in targets)
        self.aside = aside
        stream = sys.stderr if aside else sys.stdout
        self.goes_on = goes_on or any(target.path is not None for target in targets)
        self.is_cut_off = False
        self.colour = console.wants_colour(is_terminal=stream is not None and stream.isatty())

    @property
    def prints_summary(self) -> bool:
        """Whether a report whose last line is the summary is printed."""
        return any(target.path is None and target.format in (CONCISE, GITHUB) for target in self.targets)

    def tell(self, report: Report) -> None:
        """Print the findings of a file; why it was not checked or not fixed goes to the standard error."""
        if report.error is not None:
            console.note_path(report.path, report.error)
        if report.unfixed is not None:
            console.note_path(report.path, f"not fixed: {report.unfixed}")
        self.tell_findings(report.diagnostics)

    def tell_findings(self, diagnostics: Sequence[Diagnostic]) -> None:
        """Print the findings of one file."""
        if self.streams:
            self._put(render_findings(diagnostics, colour=self.colour))

    def tell_rules(self, diagnostics: Sequence[Diagnostic]) -> None:
        """Explain each rule that has found something."""
        if self.streams and not console.is_quiet():
            self._put(render_rules(diagnostics, colour=self.colour))

    def write(self, run: Run) -> bool:
        """Write the reports that are made at the end; say what could not be, and return whether all were."""
        late = [target for target in self.targets if target.path is not None or target.format != TEXT]
        written = [self._write(target, run) for target in late]
        return all([*written, self._summarize(run)])

    def _write(self, target: Target, run: Run) -> bool:
        if target.path is None:
            self._put(FORMATS[target.format](run), commands=target.format == GITHUB)
            return True
        text = FORMATS[target.format](run)
        if is_stream(target.path) and is_watched() and target.format != GITHUB:
            text = harmless(text)
        try:
            write_output(target.path, text.encode("utf-8", "backslashreplace"), durable=False)
        except Unwritable as problem:
            console.note_path(problem.path, f"the report could not be written: {problem.reason}")
            return False
        return True

    def _summarize(self, run: Run) -> bool:
        """Add the summary of a job to the page that GitHub has for it, if this is one and its format is asked for."""
        page = os.environ.get("GITHUB_STEP_SUMMARY")
        if not page or not any(target.format == GITHUB for target in self.targets):
            return True
        from corpusfmt.report.github import summary_markdown

        try:
            with open(page, "a", encoding="utf-8", errors="backslashreplace") as file:
                file.write(summary_markdown(run))
        except OSError as error:
            console.note_path(page, f"the summary could not be written: {reason_of(error)}")
            return False
        return True

    def _put(self, text: str, *, commands: bool = False) -> None:
        if self.aside:
            console.put_aside(text)
        elif text and not self.is_cut_off:
            try:
                console.put(text, commands=commands)
            except console.Unprintable as problem:
                if not self.goes_on:
                    raise
                self.is_cut_off = True
                console.note_error(f"the standard output could not be written: {problem.reason or _GONE}")


@dataclass(slots=True)
class Tally:
    """What a run has seen so far."""

    fail_on: str
    done: str = "made"
    missing: int = 0
    checked: int = 0
    unchecked: int = 0
    unfixed: int = 0
    files: int = 0
    fixed_files: int = 0
    safe: int = 0
    unsafe: int = 0
    made: Counter[str] = field(default_factory=Counter)
    by_severity: Counter[Severity] = field(default_factory=Counter)
    by_rule: Counter[tuple[str, Severity]] = field(default_factory=Counter)
    fixable: Counter[str] = field(default_factory=Counter)

    def add(self, report: Report) -> None:
        """Count a file and its findings."""
        self.unchecked += report.error is not None
        self.unfixed += report.unfixed is not None
        self.checked += report.error is None
        self.add_findings(report.diagnostics, is_new_file=True)

    def add_findings(self, diagnostics: Sequence[Diagnostic], *, is_new_file: bool) -> None:
        """Count findings; ``is_new_file`` says whether their file has had none before."""
        self.files += bool(diagnostics) and is_new_file
        for diagnostic in diagnostics:
            self.by_severity[diagnostic.severity] += 1
            self.by_rule[diagnostic.rule, diagnostic.severity] += 1
            self._count_fix(diagnostic, 1)

    @property
    def found(self) -> bool:
        """Whether there is a finding that makes the run fail."""
        return bool(self.by_severity["error"] or (self.fail_on == "warning" and self.by_severity["warning"]))

    def findings(self, known: int = 0) -> str:
        """Return the findings by severity, what was fixed and not fixed, what is known, and what was not checked."""
        parts = [self._counts()] if self.checked else []
        parts += [self.fixes_made()] if self.made else []
        parts += [f"{known:,} known from the baseline"] if known else []
        parts += [f"{count(self.unfixed, 'file')} not fixed"] if self.unfixed else []
        unchecked = self.unchecked + self.missing
        parts += [f"{count(unchecked, 'path')} could not be checked"] if unchecked else []
        return "; ".join(parts)

    def fixes_made(self) -> str:
        """Return how many fixes were made, or shown, in how many files; empty where none was."""
        made = count(sum(self.made.values()), "fix", "fixes")
        return f"{made} {self.done} in {count(self.fixed_files, 'file')}" if self.made else ""

    def forgive(self, diagnostics: Sequence[Diagnostic]) -> None:
        """Take findings out of the count: their file is set aside."""
        self.files -= bool(diagnostics)
        for diagnostic in diagnostics:
            self.by_severity[diagnostic.severity] -= 1
            self.by_rule[diagnostic.rule, diagnostic.severity] -= 1
            self._count_fix(diagnostic, -1)

    def statistics(self) -> str:
        """The findings by rule."""
        return render_statistics(+self.by_rule, self.fixable)

    def fixes(self, *, done: bool = False) -> str:
        """Return how many findings can be fixed, and how; empty where none can.

        ``done`` means that fixes were made: a safe one that is left could not be written.
        """
        return fixes_told(0 if done else self.safe, self.unsafe)

    def _count_fix(self, diagnostic: Diagnostic, number: int) -> None:
        if diagnostic.fix is not None and diagnostic.fix.is_change:
            self.fixable[diagnostic.rule] += number
            self.safe += number * diagnostic.fix.safe
            self.unsafe += number * (not diagnostic.fix.safe)

    def _counts(self) -> str:
        if not self.files:
            return "all clean" if not self.made else "nothing left to find"
        return found_in_words(self.by_severity, self.files, self.checked)
