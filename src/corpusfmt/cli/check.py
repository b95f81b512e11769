"""``corpusfmt check``: everything that is wrong with each file and with all of them together, in one run."""

from __future__ import annotations

import argparse
import os
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING

from corpusfmt import __version__
from corpusfmt.cli import console, session
from corpusfmt.cli.check_file import Checked, Task, at_once, check_many
from corpusfmt.cli.output import TEXT, Tally, Target, Teller
from corpusfmt.config.load import BrokenSettings, Settings
from corpusfmt.config.policy import Policy, make_policy
from corpusfmt.files.discovery import STANDARD_INPUT, Selection
from corpusfmt.files.read import Unreadable, Unwritable, read_bytes
from corpusfmt.lint.checker import Examined
from corpusfmt.lint.compare import compare
from corpusfmt.lint.context import Subject
from corpusfmt.model.diagnostic import Diagnostic, Report
from corpusfmt.report import Run
from corpusfmt.report.formats import FORMATS
from corpusfmt.text.display import count, printable, shown_path

if TYPE_CHECKING:
    from corpusfmt.project.baseline import Baseline
    from corpusfmt.project.quarantine.folder import Quarantine

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
    session.add_inputs(parser)
    chosen = parser.add_argument_group("rules", "names, or level-1 to level-5, or all, with commas between")
    chosen.add_argument("--select", type=_names, metavar="RULES", help="run these, in place of those of the settings")
    chosen.add_argument("--extend-select", type=_names, default=(), metavar="RULES", help="run these as well")
    chosen.add_argument("--ignore", type=_names, default=(), metavar="RULES", help="do not run these")
    fixes = parser.add_argument_group("fixes")
    fixes.add_argument("--fix", action="store_true", help="make the safe fixes, and check what is left")
    fixes.add_argument("--unsafe-fixes", action="store_true", help="make the unsafe fixes too; implies --fix")
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
    settings, chosen = session.choose(arguments, done="checked", faults=faults)
    _refuse_to_overwrite(chosen, arguments.report or ())
    policy = make_policy(
        settings,
        select=arguments.select,
        extend_select=arguments.extend_select,
        ignore=arguments.ignore,
        faults=faults,
    )
    writes = (arguments.fix or arguments.unsafe_fixes) and not arguments.diff
    if faults and (writes or arguments.quarantine is not None):  # nothing is written under what is not understood
        raise BrokenSettings("\n".join(faults))
    for fault in faults:
        console.note(printable(fault))
    if not any(policy.levels()):
        raise BrokenSettings("nothing to check with: no rule is left; expected some in select that are not in ignore")
    if arguments.changed_since is not None:
        chosen = session.only_changed(chosen, arguments.changed_since)
        across = policy.levels()[1]
        if across and chosen.files:
            console.note("what shows only across files is not looked for among those that have changed")
        policy = policy.without(across)
    quarantine = _open_quarantine(arguments, settings, chosen)
    chosen = _in_order(_without_quarantine(chosen, arguments.quarantine))
    is_dry = not writes and arguments.quarantine is None
    with session.writing(settings, "check", () if is_dry else chosen.files):
        return _Run(arguments, settings, policy, chosen, quarantine, is_sound=not faults).go()


def _open_quarantine(arguments: argparse.Namespace, settings: Settings, chosen: Selection) -> Quarantine | None:
    """Return the quarantine to move files to, if any; BrokenSettings where its folder cannot be one."""
    if arguments.quarantine is None:
        return None
    from corpusfmt.project.quarantine.folder import QuarantineError, open_quarantine

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
        quarantine: Quarantine | None,
        *,
        is_sound: bool = True,
    ) -> None:
        self.arguments, self.settings, self.policy, self.chosen = arguments, settings, policy, chosen
        targets = arguments.report or [Target(TEXT, None)]
        fixes = arguments.fix or arguments.unsafe_fixes
        self.pipes = fixes and not arguments.diff and STANDARD_INPUT in chosen.files
        shown = [target for target in targets if target.path is not None] if arguments.diff else targets
        self.teller = Teller(shown, aside=self.pipes, goes_on=fixes or arguments.quarantine is not None)
        self.tally = Tally(
            arguments.fail_on or settings.fail_on, "shown" if arguments.diff else "made", len(chosen.missing)
        )
        self.found = _Found()
        self.quarantine = quarantine
        self.baseline = _load_baseline(arguments, settings)
        writes = fixes and not arguments.diff
        self.journal = session.journal_for(settings) if writes else None
        keeps_text = any(target.format == "rdjson" for target in targets)
        self.task = Task(
            policy, arguments.stdin_filename, writes, arguments.unsafe_fixes, arguments.diff, self.journal, keeps_text
        )
        self.is_whole = self.is_sound = is_sound

    def go(self) -> int:
        try:
            try:
                self._check_all()
                self._compare()
            finally:
                if self.journal is not None:
                    self.journal.end()
            self._add_stale()
            self._set_aside()
            return self._end()
        except session.STOPPED as problem:
            told = self.tally.findings(self._known())
            if self.task.fixes:
                told += "; others may be fixed too, each as a whole: “corpusfmt undo” puts all of them back"
            code = session.stopped(problem, session.so_far("checked", self.tally.checked, self.chosen), told)
            self.teller.write(self._as_run(code))
            return code

    # ------------------------------------------------------------------------------------------------ the files

    def _check_all(self) -> None:
        work = partial(check_many, task=self.task)
        for checked in session.go_through_many(
            work, self.chosen.files, self.arguments, at_once(self.task, self.chosen)
        ):
            self._take(checked)

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
        where = shown_path(self.arguments.quarantine)
        console.note(f"{count(moved, 'file')} moved to {where}")

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
        code = session.code(self.chosen, found=self.tally.found or patched, failed=failed)
        if not self.teller.write(self._as_run(code)):
            code = session.COULD_NOT
        if self.arguments.statistics:
            (console.put if self.teller.streams and not self.pipes else console.put_aside)(self.tally.statistics())
        if self.chosen.files or self.tally.files:
            told = self.tally.findings(self._known())
            console.note(session.summary("checked", self.tally.checked, self.chosen, told))
            if self.tally.fixes() and not self.task.fixes:
                console.note(self.tally.fixes())
        if not self.is_sound:
            console.note("settings that were not understood were left out of account")
        return code

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
            interrupted=code == session.INTERRUPTED,
            texts=self.found.texts,
            root=self.settings.root,
            known=self._known(),
            is_fine_empty=self.chosen.is_fine_empty,
            fail_on=self.tally.fail_on,
            is_sound=self.is_sound,
        )


def _load_baseline(arguments: argparse.Namespace, settings: Settings) -> Baseline | None:
    path = arguments.baseline
    if path is None and settings.baseline is not None:
        path = os.path.relpath(os.path.join(settings.root, settings.baseline))
    if path is None or arguments.no_baseline:
        return None
    from corpusfmt.project.baseline import load_baseline

    return load_baseline(path, settings.root, session.today())


def _refuse_what_does_not_go_together(arguments: argparse.Namespace) -> None:
    to_output = [target for target in arguments.report or () if target.path is None]
    paths = [os.path.realpath(target.path) for target in arguments.report or () if target.path is not None]
    if len(to_output) > 1:
        raise BrokenSettings("--report: only one goes to the standard output; expected FORMAT=FILE for the others")
    if len(set(paths)) < len(paths):
        raise BrokenSettings("--report: two reports in the same file; expected a file for each")
    if to_output and arguments.diff:
        raise BrokenSettings("--diff has the standard output for itself; expected --report FORMAT=FILE")
    if arguments.quarantine is not None and (arguments.fix or arguments.unsafe_fixes) and not arguments.diff:
        raise BrokenSettings("--quarantine moves files, and --fix rewrites them; expected one run for each")
    if arguments.quarantine is not None and (arguments.diff or STANDARD_INPUT in arguments.paths):
        raise BrokenSettings("--quarantine moves files: it goes neither with --diff nor with the standard input")


def _refuse_to_overwrite(chosen: Selection, targets: Sequence[Target]) -> None:
    """A report must not take the place of an article."""
    articles = {os.path.realpath(path) for path in chosen.files} if targets else set()
    for target in targets:
        if target.path is not None and os.path.realpath(target.path) in articles:
            raise BrokenSettings(f"--report: {target.path} is one of the files to check; expected another file")


def _names(text: str) -> tuple[str, ...]:
    names = tuple(name.strip() for name in text.split(",") if name.strip())
    if not names:
        raise argparse.ArgumentTypeError("no rule is named: expected names with commas between them")
    return names


def _target(text: str) -> Target:
    name, equals, path = text.partition("=")
    if name not in FORMATS:
        raise argparse.ArgumentTypeError(session.unknown(f"there is no report {name!r}", name, tuple(FORMATS)))
    if equals and not path:
        raise argparse.ArgumentTypeError(f"{text!r} names no file: expected {name}=FILE, or {name} alone")
    return Target(name, None if path in ("", "-") else path)
