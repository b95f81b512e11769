"""``corpusfmt rule``: the page of a rule."""

from __future__ import annotations

import argparse

from corpusfmt.cli import console
from corpusfmt.config.rule_names import find_rule
from corpusfmt.rules._page import section
from corpusfmt.run.exit_codes import CLEAN

DESCRIPTION = """Explain a rule: what it finds, why that matters, examples, and its fix.

docs/rules.md documents all rules."""
EXAMPLES = """examples:
  corpusfmt rule split-paragraph
"""


def add(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("names", nargs="+", metavar="NAME", help="the name of a rule")


def run(arguments: argparse.Namespace) -> int:
    """Print the pages and return the exit code."""
    for rule in [*map(find_rule, arguments.names)]:
        console.put(section(rule))
    return CLEAN
