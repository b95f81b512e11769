"""``corpusfmt check``: everything that is wrong with each file and with all of them together, in one run."""

from __future__ import annotations

import argparse
import os
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING

from corpusfmt import __version__, console
from corpusfmt.argv import ArgumentsError
from corpusfmt.checker import Examined
from corpusfmt.commands import common
from corpusfmt.commands.checking import Checked, Task, at_once, check_many
from corpusfmt.commands.telling import TEXT, Tally, Target, Teller
from corpusfmt.comparer import compare
from corpusfmt.diagnostic import Diagnostic, Report
from corpusfmt.files import Unreadable, Unwritable, read_bytes
from corpusfmt.policy import (
    ALL,
    LEVELS,
    LIST_OF_RULES,
    Policy,
    describe_unknown_rule,
    make_policy,
)
from corpusfmt.report import Run
from corpusfmt.report.formats import FORMATS
from corpusfmt.rules import NAMES
from corpusfmt.selection import STANDARD_INPUT, Selection
from corpusfmt.settings import BrokenSettings, Settings, baseline_path
from corpusfmt.subject import Subject
from corpusfmt.suggestion import describe_unknown, quoted

if TYPE_CHECKING:
    from corpusfmt.baseline import Baseline
    from corpusfmt.quarantine.folder import Quarantine

DESCRIPTION = """Check articles: their bytes, their layout, their document, what the settings require of it, their
content, and what shows only among all files of the run. Every problem is found in one run, each with its place, an
excerpt, what was expected and, where there is one, its fix. Errors and warnings are findings; what is told for
information is none. Output is in the order of the paths, whatever the number of processes."""
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

_ALONE = frozenset({"coverage"})
"""The rules whose findings are not the fault of the file that they stand in."""


_QUARANTINE = """move files with findings to DIR, and let the rest pass: DIR is missing, empty, or a
quarantine already; "corpusfmt quarantine --restore DIR" moves them back"""


def add(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    common.add_inputs(parser)
    rules = parser.add_argument_group(
        "rules",
        "RULES are names, or level-1 to level-5, or all, with commas between; lists add up",
    )
    for option, what in (
        ("--select", "run these, instead of those of the settings"),
        ("--extend-select", "run these as well"),
        ("--ignore", "do not run these"),
    ):
        kind = _rules_of(option)
        rules.add_argument(option, type=kind, action="extend", metavar="RULES", help=what)
    fixes = parser.add_argument_group("fixes")
    fixes.add_argument("--fix", action="store_true", help="make the safe fixes, and check what is left")
    fixes.add_argument(
        "--unsafe-fixes", action="store_true", help="with --fix or --diff: the unsafe fixes, too, which guess"
    )
    fixes.add_argument("--diff", action="store_true", help="write nothing; show what the fixes would change")
    told = parser.add_argument_group("reports")
    told.add_argument(
        "--report",
        type=_target,
        action="append",
        metavar="FORMAT[=FILE]",
        help=f"how to tell, and where (else the standard output); may be given several times: {', '.join(FORMATS)}",
    )
    told.add_argument("--statistics", action="store_true", help="say how often each rule has found something")
    told.add_argument("--fail-on", choices=("error", "warning"), help="what makes the run fail (default: warning)")
    which = parser.add_argument_group("an old corpus")
    which.add_argument("--baseline", metavar="FILE", help="known findings, as “corpusfmt baseline” records them")
    which.add_argument("--no-baseline", action="store_true", help="tell the findings of the baseline too")
    which.add_argument("--changed-since", metavar="REV", help="check only what git says has changed since a revision")
    which.add_argument("--quarantine", metavar="DIR", help=_QUARANTINE)


def run(arguments: argparse.Namespace) -> int:
    """Check, print the findings, write the reports, and return the exit code."""
    _refuse_what_does_not_go_together(arguments)
    faults: list[str] = []
    settings, chosen = common.choose(arguments, done="checked", faults=faults)
    _refuse_to_overwrite(chosen, arguments.report or ())
    policy = make_policy(
        settings,
        select=arguments.select,
        extend_select=arguments.extend_select or (),
        ignore=arguments.ignore or (),
        faults=faults,
    )
    writes = arguments.fix and not arguments.diff
    baseline = _load_baseline(arguments, settings)
    damaged = () if baseline is None else baseline.damaged
    if damaged and arguments.quarantine is not None:  # it would move files whose findings are known
        raise BrokenSettings("\n".join(damaged))
    if faults and (writes or arguments.quarantine is not None):  # nothing is written under what is not understood
        raise BrokenSettings("\n".join(faults))
    common.note_all([*faults, *damaged])
    if not any(policy.levels()):
        message = "no rule is left to check with"
        raise BrokenSettings(f"{message}; expected some in select that are not in ignore")
    if arguments.changed_since is not None:
        chosen = common.only_changed(chosen, arguments.changed_since)
        across = policy.levels()[1]
        if across and chosen.files:
            console.note("what shows only across files is not looked for among those that have changed")
        policy = policy.without(across)
    quarantine = _open_quarantine(arguments, settings, chosen)
    chosen = _in_order(_without_quarantine(chosen, arguments.quarantine))
    is_dry = not writes and arguments.quarantine is None
    with common.writing(settings, "check", () if is_dry else chosen.files):
        return _Run(arguments, settings, policy, chosen, baseline, quarantine, is_sound=not faults).go()


def _open_quarantine(arguments: argparse.Namespace, settings: Settings, chosen: Selection) -> Quarantine | None:
    """Return the quarantine to move files to, if any; BrokenSettings where its folder cannot be one."""
    if arguments.quarantine is None:
        return None
    from corpusfmt.quarantine.folder import QuarantineError, open_quarantine

    files = _without_quarantine(chosen, arguments.quarantine).files
    try:
        return open_quarantine(arguments.quarantine, settings.root, arguments.paths, files)
    except QuarantineError as problem:
        raise BrokenSettings(f"--quarantine: {problem.message}") from problem


def _without_quarantine(chosen: Selection, folder: str | None) -> Selection:
    """The files that are not set aside already."""
    if folder is None:
        return chosen
    inside = os.path.realpath(folder).rstrip(os.sep) + os.sep
    files = tuple(path for path in chosen.files if not os.path.realpath(path).startswith(inside))
    aside = len(chosen.files) - len(files)
    return replace(chosen, files=files, skipped=(*chosen.skipped, ("in the quarantine", aside))) if aside else chosen


def _in_order(chosen: Selection) -> Selection:
    """The files in the order of their paths, so that a report is the same in whatever order they were named."""
    return replace(chosen, files=tuple(sorted(chosen.files)), missing=tuple(sorted(chosen.missing)))


@dataclass(slots=True)
class _Found:
    """What has been found so far: the reports by path, and what is kept of the articles to compare them."""

    reports: dict[str, Report] = field(default_factory=dict)
    examined: list[Examined] = field(default_factory=list)
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
        self.journal = common.journal_for(settings, _command(arguments)) if writes else None
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
        except common.STOPPED as problem:
            told = self.tally.findings(self._known())
            written = 0 if self.journal is None else self.journal.written()
            if written:
                files = console.count(written, "file")
                told = "; ".join(filter(None, (told, f"{files} rewritten in all, “corpusfmt undo” puts them back")))
            code = common.stopped(problem, common.so_far("checked", self.tally.checked, self.chosen), told)
            self.teller.write(self._as_run(code))
            return code

    # ------------------------------------------------------------------------------------------------ the files

    def _check_all(self) -> None:
        work = partial(check_many, task=self.task)
        is_complete = False
        try:
            at_a_time = at_once(self.task, self.chosen)
            for checked in common.go_through_many(work, self.chosen.files, self.arguments, at_a_time):
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
            console.put_bytes(checked.patch)
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
        for diagnostic in compare(self.found.examined, self.policy, self._read):
            by_path[diagnostic.path].append(diagnostic)
        for path in sorted(by_path):
            told = by_path[path]
            self._add(path, told if self.baseline is None else [*self.baseline.new(told)])

    def _read(self, path: str) -> Subject | None:
        try:
            return Subject(read_bytes(path), path)
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
        from corpusfmt.baseline import stale_diagnostics

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
        for path, report in list(self.found.reports.items()):
            bad = [one for one in report.diagnostics if self._fails(one) and one.rule not in _ALONE]
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
        where = console.shown_path(self.arguments.quarantine)
        console.note(f"{console.count(moved, 'file')} moved to {where}")

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
        failed = self.tally.failed > 0 or not self.is_whole or self.teller.is_cut_off
        code = common.code(self.chosen, found=self.tally.found or patched, failed=failed)
        if not self.teller.write(self._as_run(code)):
            code = common.COULD_NOT
        if self.arguments.statistics:
            (console.put if self.teller.streams and not self.pipes else console.put_aside)(self.tally.statistics())
        if self.chosen.files or self.tally.files:
            told = self.tally.findings(self._known())
            console.note(common.summary("checked", self.tally.checked, self.chosen, told))
            if self.journal is not None:
                common.note_uncovered(self.journal, self.uncovered)
            self._note_fixes()
        if not self.is_sound:
            console.note("settings that were not understood were left out of account")
        return code

    def _note_fixes(self) -> None:
        """Say what can be fixed, unless all of it was tried."""
        told = self.tally.fixes(done=self.task.fixes)
        if told and not (self.task.fixes and self.task.unsafe):
            console.note(told)

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
            interrupted=code == common.INTERRUPTED,
            texts=self.found.texts,
            root=self.settings.root,
            known=self._known(),
            is_fine_empty=self.chosen.is_fine_empty,
            fail_on=self.tally.fail_on,
            is_sound=self.is_sound,
        )


def _command(arguments: argparse.Namespace) -> str:
    """Return what is run, as the list of runs that can be undone shows it."""
    return "check --fix --unsafe-fixes" if arguments.unsafe_fixes else "check --fix"


def _load_baseline(arguments: argparse.Namespace, settings: Settings) -> Baseline | None:
    if arguments.no_baseline:
        return None
    path = arguments.baseline
    if path is None and settings.baseline is not None:
        path = baseline_path(settings, settings.baseline)
    if path is None:
        return None
    from corpusfmt.baseline import load_baseline

    return load_baseline(path, settings.root, common.today(), named=arguments.baseline is not None)


def _refuse_what_does_not_go_together(arguments: argparse.Namespace) -> None:
    to_output = [target for target in arguments.report or () if target.path is None]
    files = [target.path for target in arguments.report or () if target.path is not None]
    writes = arguments.fix and not arguments.diff
    if len(to_output) > 1:
        message = "two reports for the standard output"
        raise ArgumentsError(f"--report: {message}; expected FORMAT=FILE for the others")
    if len({os.path.realpath(path) for path in files}) < len(files):
        raise ArgumentsError("--report: two reports for one file; expected a file for each")
    for path in files:
        _refuse_report_file(path)
    if to_output and arguments.diff:
        message = "--diff writes to the standard output"
        raise ArgumentsError(f"{message}; with it, --report needs a file: FORMAT=FILE")
    if arguments.quarantine is not None and (writes or arguments.diff):
        other = "--diff" if arguments.diff else "--fix"
        raise ArgumentsError(f"--quarantine cannot be used with {other}")
    if arguments.quarantine is not None and STANDARD_INPUT in arguments.paths:
        raise ArgumentsError("--quarantine cannot be used with the standard input")
    if arguments.no_baseline and arguments.baseline is not None:
        raise ArgumentsError("--baseline cannot be used with --no-baseline")


def _refuse_report_file(path: str) -> None:
    """Find out before the run, and not after it, that a report could not be written."""
    folder = os.path.dirname(path)
    if folder and not os.path.isdir(folder):
        raise ArgumentsError(f"--report: the folder of {quoted(path)} does not exist")
    if os.path.isdir(path):
        raise ArgumentsError(f"--report: {quoted(path)} is a folder; expected the name of a file")


def _refuse_to_overwrite(chosen: Selection, targets: Sequence[Target]) -> None:
    """A report must not take the place of an article."""
    articles = {os.path.realpath(path) for path in chosen.files} if targets else set()
    for target in targets:
        if target.path is not None and os.path.realpath(target.path) in articles:
            message = f"--report: {quoted(target.path)} is one of the files to check"
            raise ArgumentsError(f"{message}; expected another file")


def _rules_of(option: str) -> Callable[[str], tuple[str, ...]]:
    """Return what makes names of rules of the value of an option."""

    def parse(text: str) -> tuple[str, ...]:
        names = tuple(name.strip() for name in text.split(",") if name.strip())
        if not names:
            expected = f"expected names with commas between them (list them with `{LIST_OF_RULES}`)"
            raise ArgumentsError(f"{option} names no rule; {expected}")
        for name in names:
            if name not in (*NAMES, *LEVELS, ALL):
                raise ArgumentsError(describe_unknown_rule(name, option))
        return names

    return parse


def _target(text: str) -> Target:
    name, equals, path = text.partition("=")
    if name not in FORMATS:
        problem = f"unknown format {quoted(name)} for --report"
        raise ArgumentsError(describe_unknown(problem, name, tuple(FORMATS)))
    if equals and not path:
        raise ArgumentsError(f"--report {name}= names no file; expected {name}=FILE, or {name} alone")
    return Target(name, None if path in ("", "-") else path)
