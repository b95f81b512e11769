"""``corpusfmt rules``: list the rules, one a line, or as JSON."""

from __future__ import annotations

import argparse
import json

from corpusfmt.cli import console, options, session
from corpusfmt.config.policy import make_policy
from corpusfmt.lint.option import AnyOption
from corpusfmt.lint.policy import Policy
from corpusfmt.lint.rule import Rule
from corpusfmt.rules import all_rules
from corpusfmt.run.exit_codes import CLEAN

DESCRIPTION = (
    """List every rule: its level, its severity under the settings or “off”, and what it finds."""
)
EXAMPLES = """examples:
  corpusfmt rules                       a table
  corpusfmt rules --json                the same for programs, with options and pages
"""


def add(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("--json", action="store_true", help="print JSON")
    options.add_settings(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print the rules and return the exit code."""
    policy = make_policy(session.settings_of(arguments))
    rules = all_rules()
    if arguments.json:
        records = [_record(rule, policy) for rule in rules]
        console.put(json.dumps(records, indent=2) + "\n")
        return CLEAN
    width = max(len(rule.name) for rule in rules)
    for rule in rules:
        state = policy.severity(rule) if rule.name in policy.on else "off"
        console.put(f"{rule.level}  {rule.name.ljust(width)}  {state:7}  {rule.summary}\n")
    return CLEAN


def _record(rule: Rule, policy: Policy) -> dict[str, object]:
    return {
        "name": rule.name,
        "level": rule.level,
        "severity": policy.severity(rule),
        "on": rule.name in policy.on,
        "on_by_default": rule.is_on,
        "summary": rule.summary,
        "options": [*map(_option_record, rule.options)],
        "page": rule.page,
    }


def _option_record(option: AnyOption) -> dict[str, object]:
    return {"name": option.name, "default": option.default, "help": option.help}
