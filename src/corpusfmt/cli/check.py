"""``corpusfmt check``: report the problems of each file, and of all together, in one run."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager

from corpusfmt.cli.caches import cache_for
from corpusfmt.cli.check_arguments import add
from corpusfmt.cli.check_conflicts import refuse_conflicts
from corpusfmt.cli.check_inputs import CheckInputs, find_inputs
from corpusfmt.cli.check_output import TEXT_FORMATS
from corpusfmt.cli.check_session import CheckSession
from corpusfmt.run.writing import writing
from corpusfmt.text.annotations import TYPE_CHECKING
from corpusfmt.text.values import replace

if TYPE_CHECKING:
    from corpusfmt.project.cache.cache import Cache

__all__ = ["DESCRIPTION", "EXAMPLES", "add", "run"]

DESCRIPTION = """Report the problems of news articles, and fix those that can be fixed.

A run checks each file (bytes, layout, document, content, the fields that the settings require)
and compares the files with each other. A finding has a place, an excerpt, what was expected, and
a fix, if there is one. Errors and warnings make the run fail; info does not. Articles are
rewritten only with --fix, and moved only with --quarantine. Findings are in the order of the
paths."""
EXAMPLES = """examples:
  corpusfmt check corpus/                         every article of a folder
  corpusfmt check one.txt two.txt                 these two, even if the settings exclude them
  cat page.txt | corpusfmt check -                the standard input
  corpusfmt check --diff corpus/                  show what the safe fixes would change
  corpusfmt check --fix corpus/                   apply them; “corpusfmt undo” reverts that
  corpusfmt check --fix --unsafe-fixes corpus/    also apply the unsafe ones, which are guesses
  corpusfmt check --ignore level-5,layout corpus/ without the corpus rules and the rule layout
  corpusfmt check --report sarif=out.sarif --report github corpus/
  corpusfmt check --changed-since main corpus/    only the files that a branch has changed
  corpusfmt check --quarantine set-aside corpus/  move the files that fail
"""


def run(arguments: argparse.Namespace) -> int:
    """Check, print the findings, write the reports, and return the exit code."""
    refuse_conflicts(arguments)
    times = None
    if arguments.profile_rules:
        from corpusfmt.lint.rule_times import RuleTimes

        times = RuleTimes()
        arguments.jobs, arguments.no_cache = 1, True
    inputs = find_inputs(arguments)
    if times is not None:
        inputs = replace(inputs, policy=times.measured(inputs.policy))
    files = inputs.chosen.files
    if arguments.show_files:
        from corpusfmt.cli.showing import show_files

        return show_files(inputs.chosen, inputs.texts)
    writes = arguments.fix and not arguments.diff
    is_dry = not writes and arguments.quarantine is None
    with (
        writing(inputs.settings, "check", () if is_dry else files),
        _cache(inputs, arguments) as cache,
    ):
        return CheckSession(arguments, inputs, cache, times).go()


@contextmanager
def _cache(inputs: CheckInputs, arguments: argparse.Namespace) -> Iterator[Cache | None]:
    """Provide the cache of a run that fixes nothing, and whose reports need no text."""
    needs_text = any(target.format in TEXT_FORMATS for target in arguments.report or ())
    if arguments.fix or arguments.diff or needs_text:
        yield None
        return
    selectors = (
        arguments.select,
        arguments.extend_select,
        arguments.ignore,
        inputs.policy.levels()[1],  # without corpus rules, nothing is collected for them
    )
    with cache_for(arguments, inputs.settings, inputs.texts, "check", *selectors) as cache:
        yield cache
