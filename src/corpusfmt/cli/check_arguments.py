"""The options of ``corpusfmt check``."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from corpusfmt.cli import options
from corpusfmt.cli.argv import ArgumentsError
from corpusfmt.cli.check_output import Target
from corpusfmt.config.rule_names import ALL, LEVELS, LIST_OF_RULES, describe_unknown_rule
from corpusfmt.report.formats import FORMATS
from corpusfmt.rules import NAMES
from corpusfmt.text.suggestion import describe_unknown, quoted

_QUARANTINE = """move the files that make the run fail to DIR, which must not exist yet, or be empty
or a quarantine; “corpusfmt quarantine --restore DIR” moves them back"""


def add(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    options.add_inputs(parser)
    add_rules(parser)
    fixes = parser.add_argument_group("fixes")
    fixes.add_argument(
        "--fix", action="store_true", help="apply the safe fixes, and report the remaining findings"
    )
    fixes.add_argument(
        "--unsafe-fixes",
        action="store_true",
        help="with --fix or --diff: also the unsafe fixes, which are guesses",
    )
    fixes.add_argument(
        "--diff", action="store_true", help="write nothing; show what the fixes would change"
    )
    reports = parser.add_argument_group("reports")
    reports.add_argument(
        "--report",
        type=_target,
        action="append",
        metavar="FORMAT[=FILE]",
        help="format and file of a report (default: text, standard output); can be repeated; "
        f"formats: {', '.join(FORMATS)}",
    )
    reports.add_argument(
        "--statistics", action="store_true", help="print the number of findings of each rule"
    )
    reports.add_argument(
        "--profile-rules",
        action="store_true",
        help="print how long each rule takes; the run has one process, and no cache",
    )
    reports.add_argument(
        "--fold",
        action="store_true",
        help="print equal findings of a file once, with the lines of the others (text report)",
    )
    reports.add_argument(
        "--exit-zero", action="store_true", help="exit with code 0 even if there are findings"
    )
    reports.add_argument(
        "--fail-on",
        choices=("error", "warning"),
        help="the lowest severity that makes the run fail (default: warning)",
    )
    adopting = parser.add_argument_group("adopting corpusfmt")
    adopting.add_argument(
        "--baseline", metavar="FILE", help="the known findings, as recorded by “corpusfmt baseline”"
    )
    adopting.add_argument(
        "--no-baseline", action="store_true", help="also report the findings in the baseline"
    )
    adopting.add_argument(
        "--changed-since",
        metavar="REV",
        help="check only files that have changed in git since a revision",
    )
    adopting.add_argument(
        "--quarantine", type=options.written_path, metavar="DIR", help=_QUARANTINE
    )
    options.add_cache(parser)


def add_rules(parser: argparse.ArgumentParser) -> None:
    """Add the arguments that choose the rules."""
    rules = parser.add_argument_group(
        "rules",
        "RULES: names of rules, level-1 to level-5, or all, separated by commas; can be repeated",
    )
    for option, what in (
        ("--select", "run only these rules, instead of those that the settings select"),
        ("--extend-select", "also run these rules"),
        ("--ignore", "do not run these rules"),
    ):
        kind = _rules_of(option)
        rules.add_argument(option, type=kind, action="extend", metavar="RULES", help=what)


def _rules_of(option: str) -> Callable[[str], tuple[str, ...]]:
    """Return what makes names of rules of the value of an option."""

    def parse(text: str) -> tuple[str, ...]:
        names = tuple(name.strip() for name in text.split(",") if name.strip())
        if not names:
            expected = f"expected names separated by commas (see `{LIST_OF_RULES}`)"
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
        raise ArgumentsError(
            f"--report {name}= has no file name; expected {name}=FILE, or {name} alone"
        )
    return Target(name, None if path in ("", "-") else path)
