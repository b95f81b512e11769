"""``corpusfmt check``: everything that is wrong with each file, in one run."""

from __future__ import annotations

import argparse
from functools import partial

from corpusfmt import console
from corpusfmt.checker import check
from corpusfmt.commands import common
from corpusfmt.console import count
from corpusfmt.diagnostic import Report
from corpusfmt.files import Unreadable, read_bytes
from corpusfmt.selection import STANDARD_INPUT

DESCRIPTION = """Check articles: their bytes, their layout, their document, and what the settings require of it.
Every problem is found in one run, each with its place, an excerpt and what was expected. Errors and warnings are
findings; what is told for information is none."""
EXAMPLES = """examples:
  corpusfmt check corpus/               every article of a folder
  corpusfmt check one.txt two.txt       these two, whatever the settings leave out
  cat page.txt | corpusfmt check -      the standard input
"""


def add(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    common.add_inputs(parser)


def run(arguments: argparse.Namespace) -> int:
    """Check, print the findings, and return the exit code."""
    settings, chosen = common.choose(arguments)
    work = partial(_check, require=settings.require, name=arguments.stdin_filename)
    tally = _Tally()
    try:
        for report in common.go_through(work, chosen.files, arguments):
            console.put_report(report)
            tally.add(report)
    except common.STOPPED as problem:
        return common.stopped(problem, common.so_far("checked", tally.checked, chosen), tally.findings())
    if chosen.files:
        console.note(common.summary("checked", tally.checked, chosen, tally.findings()))
    return common.code(chosen, found=tally.found, failed=tally.failed > 0)


def _check(path: str, require: tuple[str, ...], name: str) -> Report:
    piped = path == STANDARD_INPUT
    shown = name if piped else path
    try:
        return check(common.read_standard_input() if piped else read_bytes(path), shown, require)
    except Unreadable as problem:
        return Report(shown, error=problem.reason)
    except Exception as error:
        return Report(shown, error=common.crash(error))


class _Tally:
    """What a run has seen so far."""

    def __init__(self) -> None:
        self.checked = self.failed = self.files = 0
        self.by_severity = {"error": 0, "warning": 0, "info": 0}

    def add(self, report: Report) -> None:
        self.failed += report.error is not None
        self.checked += report.error is None
        self.files += bool(report.diagnostics)
        for diagnostic in report.diagnostics:
            self.by_severity[diagnostic.severity] += 1

    @property
    def found(self) -> bool:
        return bool(self.by_severity["error"] or self.by_severity["warning"])

    def findings(self) -> str:
        """The findings by severity, and what could not be checked."""
        parts = [self._counts()] if self.checked else []
        parts += [f"{count(self.failed, 'file')} could not be checked"] if self.failed else []
        return "; ".join(parts)

    def _counts(self) -> str:
        if not self.files:
            return "all clean"
        errors, warnings, infos = self.by_severity.values()
        told = f"{count(errors, 'error')}, {count(warnings, 'warning')}"
        return f"{told}, {infos:,} for information in {count(self.files, 'file')}"
