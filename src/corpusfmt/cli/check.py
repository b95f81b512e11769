"""``corpusfmt check``: report the problems of each file, and of all together, in one run."""

from __future__ import annotations

import argparse

from corpusfmt.cli.check_arguments import add
from corpusfmt.cli.check_conflicts import refuse_conflicts
from corpusfmt.cli.check_inputs import find_inputs
from corpusfmt.cli.check_session import CheckSession
from corpusfmt.cli.showing import show_files
from corpusfmt.run.writing import writing

__all__ = ["DESCRIPTION", "EXAMPLES", "add", "run"]

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
    refuse_conflicts(arguments)
    inputs = find_inputs(arguments)
    files = inputs.chosen.files
    if arguments.show_files:
        return show_files(inputs.chosen)
    writes = arguments.fix and not arguments.diff
    is_dry = not writes and arguments.quarantine is None
    with writing(inputs.settings, "check", () if is_dry else files):
        return CheckSession(arguments, inputs).go()
