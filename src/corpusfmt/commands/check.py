"""``corpusfmt check``: everything that is wrong with each file, in one run."""

from __future__ import annotations

import argparse
from functools import partial

from corpusfmt import console
from corpusfmt.commands import common
from corpusfmt.console import count
from corpusfmt.diagnostic import Report
from corpusfmt.runner import in_order

DESCRIPTION = """Check articles: their bytes, their layout, their document, and what the settings require of it.
Every problem is found in one run, each with its place, an excerpt and what was expected."""
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
        for report in in_order(work, chosen.files, 1 if "-" in chosen.files else arguments.jobs):
            console.put_report(report)
            tally.add(report)
    except KeyboardInterrupt:
        console.note(f"interrupted: {tally} so far, of {count(len(chosen.files), 'file')}")
        return common.INTERRUPTED
    if chosen.files:
        console.note(common.summary("checked", tally.checked, chosen) + f": {tally.findings()}")
    return common.code(chosen, found=tally.found, failed=tally.failed > 0)


def _check(path: str, require: tuple[str, ...], name: str) -> Report:
    # Imported here: in a process that only reads the help, neither Lark nor the schema is.
    from corpusfmt.checker import check, check_file

    if common.is_standard_input(path):
        return check(common.read_standard_input(), name, require)
    return check_file(path, require)


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
        """The findings by severity, and what could not be read."""
        errors, warnings, infos = self.by_severity.values()
        told = f"{count(errors, 'error')}, {count(warnings, 'warning')}, {infos:,} for information"
        clean = told + f" in {count(self.files, 'file')}" if errors or warnings or infos else "all clean"
        return clean + (f"; {count(self.failed, 'file')} could not be read" if self.failed else "")

    def __str__(self) -> str:
        return f"{count(self.checked, 'file')} checked, {self.findings()}"
