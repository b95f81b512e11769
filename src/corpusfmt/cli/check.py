"""``corpusfmt check``: everything that is wrong with each file and with all of them together, in one run."""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING

from corpusfmt import __version__
from corpusfmt.cli import console, session
from corpusfmt.cli.check_arguments import add, refuse_to_overwrite, refuse_what_does_not_go_together
from corpusfmt.cli.check_inputs import baseline_of, in_order_of_paths, quarantine_of, without_quarantine
from corpusfmt.cli.output import TEXT, Tally, Target, Teller
from corpusfmt.cli.showing import show_files
from corpusfmt.config.load import BrokenSettings, Settings
from corpusfmt.config.policy import make_policy
from corpusfmt.files.discovery import Selection
from corpusfmt.files.read import STANDARD_INPUT, Unreadable, Unwritable, read_bytes
from corpusfmt.lint.checker import CheckResult
from corpusfmt.lint.compare import FindNew, compare
from corpusfmt.lint.context import Context
from corpusfmt.lint.policy import Policy
from corpusfmt.model.diagnostic import Diagnostic, Report
from corpusfmt.report import Run
from corpusfmt.run.check_file import Checked, Task, at_once, check_many
from corpusfmt.run.exit_codes import COULD_NOT, INTERRUPTED
from corpusfmt.run.writing import journal_for, writing
from corpusfmt.text.display import count, shown_path

__all__ = ["DESCRIPTION", "EXAMPLES", "add", "run"]

if TYPE_CHECKING:
    from corpusfmt.project.baseline import Baseline
    from corpusfmt.project.quarantine.folder import Quarantine

DESCRIPTION = """Report every problem of news articles, and fix what can be fixed.

One run finds all problems of all files: in bytes, layout, document and content, in what the settings
require, and among all files together. Each finding has its place, an excerpt, what was expected and,
where there is one, its fix. Errors and warnings fail the run; info does not. Without --fix or
--quarantine nothing is written but reports. Output is in the order of the paths."""
EXAMPLES = """examples:
  corpusfmt check corpus/                         every article of a folder
  corpusfmt check one.txt two.txt                 these two, whatever the settings leave out
  cat page.txt | corpusfmt check -                the standard input
  corpusfmt check --diff corpus/                  show what the safe fixes would change
  corpusfmt check --fix corpus/                   make them; “corpusfmt undo” puts the files back
  corpusfmt check --fix --unsafe-fixes corpus/    make the unsafe ones, too, which guess
  corpusfmt check --ignore level-5,layout corpus/ without what shows only across files, and one rule
  corpusfmt check --report sarif=out.sarif --report github corpus/
  corpusfmt check --changed-since main corpus/    only what a branch has changed
  corpusfmt check --quarantine set-aside corpus/  move what fails out of the way
"""


def run(arguments: argparse.Namespace) -> int:
    """Check, print the findings, write the reports, and return the exit code."""
    refuse_what_does_not_go_together(arguments)
    faults: list[str] = []
    settings, chosen = session.choose(arguments, faults=faults)
    refuse_to_overwrite(chosen, arguments.report or ())
    policy = make_policy(
        settings,
        select=arguments.select,
        extend_select=arguments.extend_select or (),
        ignore=arguments.ignore or (),
        faults=faults,
    )
    writes = arguments.fix and not arguments.diff
    baseline = baseline_of(arguments, settings)
    damaged = () if baseline is None else baseline.damaged
    if damaged and arguments.quarantine is not None:  # it would move files whose findings are known
        raise BrokenSettings("\n".join(damaged))
    if faults and (writes or arguments.quarantine is not None):  # nothing is written under what is not understood
        raise BrokenSettings("\n".join(faults))
    session.note_all([*faults, *damaged])
    session.note_unused(settings, chosen)
    if not any(policy.levels()):
        message = "no rule is left to check with"
        raise BrokenSettings(f"{message}; expected some in select that are not in ignore")
    if arguments.changed_since is not None:
        chosen = session.only_changed(chosen, arguments.changed_since)
        across = policy.levels()[1]
        if across and chosen.files:
            console.remark("rules of level 5 compare all files; they do not run with --changed-since")
        policy = policy.without(across)
    quarantine = quarantine_of(arguments, settings, chosen)
    chosen = in_order_of_paths(without_quarantine(chosen, arguments.quarantine))
    if arguments.show_files:
        return show_files(chosen)
    is_dry = not writes and arguments.quarantine is None
    with writing(settings, "check", () if is_dry else chosen.files):
        return _Run(arguments, settings, policy, chosen, baseline, quarantine, is_sound=not faults).go()


@dataclass(slots=True)
class _Found:
    """What has been found so far: the reports by path, and what is kept of the articles to compare them."""

    reports: dict[str, Report] = field(default_factory=dict)
    examined: list[CheckResult] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)


class _Run:
    """One run of the command."""

    def __init__(
        self,
        arguments: argparse.Namespace,
        settings: Settings,
        policy: Policy,
        chosen: Selection,
        baseline: Baseline | None,
        quarantine: Quarantine | None,
        *,
        is_sound: bool = True,
    ) -> None:
        self.arguments, self.settings, self.policy, self.chosen = arguments, settings, policy, chosen
        targets = arguments.report or [Target(TEXT, None)]
        fixes = arguments.fix
        self.pipes = fixes and not arguments.diff and STANDARD_INPUT in chosen.files
        shown = [target for target in targets if target.path is not None] if arguments.diff else targets
        self.teller = Teller(shown, aside=self.pipes, goes_on=fixes or arguments.quarantine is not None)
        self.tally = Tally(
            arguments.fail_on or settings.fail_on, "shown" if arguments.diff else "made", len(chosen.missing)
        )
        self.found = _Found()
        self.quarantine = quarantine
        self.baseline = baseline
        writes = fixes and not arguments.diff
        self.journal = journal_for(settings, _command(arguments)) if writes else None
        self.uncovered = 0
        keeps_text = any(target.format == "rdjson" for target in targets)
        self.task = Task(
            policy, arguments.stdin_filename, writes, arguments.unsafe_fixes, arguments.diff, self.journal, keeps_text
        )
        self.is_sound = is_sound
        self.is_whole = is_sound and not (baseline is not None and baseline.damaged)

    def go(self) -> int:
        try:
            self._check_all()
            self._compare()
            self._add_stale()
            self._set_aside()
            return self._end()
        except session.STOPPED as problem:
            told = self.tally.findings(self._known())
            written = 0 if self.journal is None else self.journal.written()
            if written:
                files = count(written, "file")
                told = "; ".join(filter(None, (told, f"{files} rewritten in all, “corpusfmt undo” puts them back")))
            code = session.stopped(problem, session.so_far("checked", self.tally.checked, self.chosen), told)
            self.teller.write(self._as_run(code))
            return code

    # ------------------------------------------------------------------------------------------------ the files

    def _check_all(self) -> None:
        work = partial(check_many, task=self.task)
        is_complete = False
        try:
            at_a_time = at_once(self.task, self.chosen)
            for checked in session.go_through_many(work, self.chosen.files, self.arguments, at_a_time):
                self._take(checked)
            is_complete = True
        finally:
            if self.journal is not None:
                self.journal.end(complete=is_complete)

    def _take(self, checked: Checked) -> None:
        report = checked.report if self.baseline is None else self.baseline.sift(checked.report)
        if checked.output is not None:
            console.put_bytes(checked.output)
        if checked.patch:
            console.put_patch(checked.patch)
        if checked.text is not None:
            self.found.texts[report.path] = checked.text
        self.found.reports[report.path] = report
        if checked.examined.facts:
            self.found.examined.append(replace(checked.examined, report=Report(report.path)))
        self.tally.made.update(checked.made)
        self.tally.fixed_files += bool(checked.made)
        if checked.made and checked.output is None and self.journal is not None:
            self.uncovered += not self.journal.covers(report.path)
        self.teller.tell(report)
        self.tally.add(report)

    def _compare(self) -> None:
        """Find what shows only among the articles, and tell it after all else, file by file."""
        by_path: defaultdict[str, list[Diagnostic]] = defaultdict(list)
        for diagnostic in compare(self.found.examined, self.policy, self._read, self._find_new()):
            by_path[diagnostic.path].append(diagnostic)
        for path in sorted(by_path):
            told = by_path[path]
            self._add(path, told if self.baseline is None else [*self.baseline.new(told)])

    def _find_new(self) -> FindNew | None:
        """How new files are found; with a baseline there is no such way, so that its entries stay as files grow old."""
        if self.baseline is not None:
            return None
        from corpusfmt.files.changes import not_in_head

        return not_in_head

    def _read(self, path: str) -> Context | None:
        try:
            return Context(read_bytes(path), path)
        except Unreadable:  # it was read before: from the standard input, or it has gone since
            return None

    def _add(self, path: str, diagnostics: Sequence[Diagnostic]) -> None:
        before = self.found.reports.get(path, Report(path))
        merged = sorted([*before.diagnostics, *diagnostics], key=lambda one: (one.line, one.column, one.level))
        self.tally.add_findings(diagnostics, is_new_file=not before.diagnostics)
        self.found.reports[path] = replace(before, diagnostics=tuple(merged))
        self.teller.tell_findings(diagnostics)

    def _add_stale(self) -> None:
        """Tell the entries of the baseline that nothing answers to any more, at their lines in its file."""
        if self.baseline is None:
            return
        from corpusfmt.project.baseline import stale_diagnostics

        checked = [report.path for report in self.found.reports.values() if report.error is None]
        stale = self.baseline.stale(checked, *self.policy.levels())
        told = [*stale_diagnostics(self.baseline.path, stale)]
        if told:
            self._add(self.baseline.path, told)

    # ------------------------------------------------------------------------------------------------ the end

    def _set_aside(self) -> None:
        """Move the files that make the run fail into the quarantine, if there is one."""
        if self.quarantine is None:
            return
        moved = 0
        blameless = {rule.name for rule in self.policy.every_rule() if not rule.blames_file}
        for path, report in list(self.found.reports.items()):
            bad = [one for one in report.diagnostics if self._fails(one) and one.rule not in blameless]
            if not bad or path not in self.chosen.files:
                continue
            try:
                self.quarantine.take(report)
            except Unwritable as problem:
                console.note_path(problem.path, problem.reason)
                self.is_whole = False
                continue
            moved += 1
            told = [self._informing(one) for one in report.diagnostics]
            self.found.reports[path] = replace(report, diagnostics=tuple(told))
            self.tally.forgive(report.diagnostics)
            self.tally.add_findings(told, is_new_file=True)
        where = shown_path(self.arguments.quarantine)
        console.remark(f"{count(moved, 'file')} moved to {where}")

    def _informing(self, diagnostic: Diagnostic) -> Diagnostic:
        """A finding of a file that is set aside: the reports tell it, and it fails nothing."""
        where = f" (the file was moved to {self.arguments.quarantine})"
        return replace(diagnostic, severity="info", message=diagnostic.message + where, fix=None)

    def _fails(self, diagnostic: Diagnostic) -> bool:
        return diagnostic.severity == "error" or (self.tally.fail_on == "warning" and diagnostic.severity == "warning")

    def _end(self) -> int:
        diagnostics = [one for report in self.found.reports.values() for one in report.diagnostics]
        self.teller.tell_rules(diagnostics)
        patched = self.arguments.diff and bool(self.tally.made)
        failed = self.tally.unchecked + self.tally.unfixed > 0 or not self.is_whole or self.teller.is_cut_off
        code = session.code(
            self.chosen, found=(self.tally.found or patched) and not self.arguments.exit_zero, failed=failed
        )
        if not self.teller.write(self._as_run(code)):
            code = COULD_NOT
        if self.arguments.statistics:
            (console.put if self.teller.streams and not self.pipes else console.put_aside)(self.tally.statistics())
        if self.chosen.files or self.tally.files:
            told = self.tally.findings(self._known())
            if not self.teller.prints_summary or self.teller.is_cut_off:
                console.remark(session.summary("checked", self.tally.checked, self.chosen, told))
            if self.journal is not None:
                session.note_uncovered(self.journal, self.uncovered)
            self._note_fixes()
        if not self.is_sound:
            console.note("some settings were invalid and were ignored; see the errors above")
        return code

    def _note_fixes(self) -> None:
        """Say what can be fixed, unless all of it was tried."""
        told = self.tally.fixes(done=self.task.fixes)
        if told and not (self.task.fixes and self.task.unsafe):
            console.remark(told)

    def _known(self) -> int:
        return 0 if self.baseline is None else self.baseline.known

    def _as_run(self, code: int) -> Run:
        return Run(
            tuple(self.found.reports.values()),
            self.tally.checked,
            self.chosen.skipped,
            self.chosen.missing,
            code,
            __version__,
            interrupted=code == INTERRUPTED,
            texts=self.found.texts,
            root=self.settings.root,
            known=self._known(),
            is_fine_empty=self.chosen.is_fine_empty,
            fail_on=self.tally.fail_on,
            is_sound=self.is_sound,
            made=self.tally.fixes_made(),
        )


def _command(arguments: argparse.Namespace) -> str:
    """Return what is run, as the list of runs that can be undone shows it."""
    return "check --fix --unsafe-fixes" if arguments.unsafe_fixes else "check --fix"
