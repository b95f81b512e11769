"""Names of rules, and of levels, which select all their rules."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache

from corpusfmt.config.settings import SettingsError
from corpusfmt.lint.rule import Rule
from corpusfmt.rules import NAMES, all_rules
from corpusfmt.text.suggestion import describe_unknown, quoted

ALL = "all"
"""The name that selects every rule."""

LEVELS = tuple(f"level-{number}" for number in range(1, 6))
"""The names that select the rules of a level."""

LIST_OF_RULES = "corpusfmt rules"
"""The command that lists the rules."""


def is_known(name: str) -> bool:
    """Return whether a name selects rules."""
    return name in NAMES or name in LEVELS or name == ALL


def known_names(names: Iterable[str]) -> tuple[str, ...]:
    """Return the names that select rules."""
    return tuple(filter(is_known, names))


def expand(names: Iterable[str]) -> frozenset[str]:
    """Return the names of the rules that names select."""
    expanded: set[str] = set()
    for name in names:
        expanded |= _expand_one(name)
    return frozenset(expanded)


@lru_cache(maxsize=16)  # else this takes a tenth of the time to convert a file
def rules_of(names: frozenset[str]) -> tuple[Rule, ...]:
    """Return the rules of these names, in the order in which they run."""
    return tuple(rule for rule in all_rules() if rule.name in names)


def find_rule(name: str) -> Rule:
    """Return the rule of a name; raise SettingsError, with the nearest name, if there is none."""
    for rule in all_rules():
        if rule.name == name:
            return rule
    problem = f"unknown rule {quoted(name)}"
    raise SettingsError(describe_unknown(problem, name, NAMES, LIST_OF_RULES))


def describe_unknown_rule(name: str, place: str) -> str:
    """Return the message about a name in a list of rules that selects none."""
    problem = f"unknown rule {quoted(name)} in {place}"
    return describe_unknown(problem, name, (*NAMES, *LEVELS, ALL), LIST_OF_RULES)


@cache
def _expand_one(name: str) -> frozenset[str]:
    if name == ALL:
        return frozenset(NAMES)
    if name in LEVELS:
        level = 1 + LEVELS.index(name)
        return frozenset(rule.name for rule in all_rules() if rule.level == level)
    return frozenset((name,))
