"""``corpusfmt check``: everything that is wrong with each file and with all of them together, in one run."""

from __future__ import annotations

import argparse

from corpusfmt.cli import console, session
from corpusfmt.cli.check_arguments import add, refuse_to_overwrite, refuse_what_does_not_go_together
from corpusfmt.cli.check_inputs import (
    baseline_of,
    in_order_of_paths,
    quarantine_of,
    without_quarantine,
)
from corpusfmt.cli.check_session import CheckInputs, CheckSession
from corpusfmt.cli.showing import show_files
from corpusfmt.config.policy import make_policy
from corpusfmt.config.settings import SettingsError
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
    refuse_what_does_not_go_together(arguments)
    faults: list[str] = []
    settings, chosen = session.choose(arguments, faults=faults)
    refuse_to_overwrite(chosen, arguments.report or ())
    policy = make_policy(
        settings,
        select=arguments.select,
        extend_select=arguments.extend_select or (),
        ignore=arguments.ignore or (),
        problems=faults,
    )
    writes = arguments.fix and not arguments.diff
    baseline = baseline_of(arguments, settings)
    damaged = () if baseline is None else baseline.damaged
    if damaged and arguments.quarantine is not None:  # it would move files whose findings are known
        raise SettingsError("\n".join(damaged))
    if faults and (
        writes or arguments.quarantine is not None
    ):  # nothing is written under what is not understood
        raise SettingsError("\n".join(faults))
    session.note_all([*faults, *damaged])
    session.note_unused(settings, chosen)
    if not any(policy.levels()):
        message = "no rule is left to check with"
        raise SettingsError(f"{message}; expected some in select that are not in ignore")
    if arguments.changed_since is not None:
        chosen = session.only_changed(chosen, arguments.changed_since)
        across = policy.levels()[1]
        if across and chosen.files:
            console.remark(
                "rules of level 5 compare all files; they do not run with --changed-since"
            )
        policy = policy.without(across)
    quarantine = quarantine_of(arguments, settings, chosen)
    chosen = in_order_of_paths(without_quarantine(chosen, arguments.quarantine))
    if arguments.show_files:
        return show_files(chosen)
    is_dry = not writes and arguments.quarantine is None
    with writing(settings, "check", () if is_dry else chosen.files):
        inputs = CheckInputs(settings, policy, chosen, baseline, quarantine, is_sound=not faults)
        return CheckSession(arguments, inputs).go()
