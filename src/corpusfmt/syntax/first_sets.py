"""The characters with which a pattern's matches can begin, found in its parsed form; used where tables are made."""

from __future__ import annotations

import re
import re._parser as parser  # type: ignore[import-not-found]  # no types; Lark asks it for widths in the same way
from collections.abc import Iterable
from typing import Any

_CATEGORIES = {"DIGIT": r"\d", "NOT_DIGIT": r"\D", "SPACE": r"\s", "NOT_SPACE": r"\S", "WORD": r"\w", "NOT_WORD": r"\W"}
_REPEATS = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")
_First = tuple[tuple[str, ...], bool]
"""Patterns of one character each, and whether what they are the first of may be empty."""


def first(pattern: str) -> str:
    """A pattern for the characters that a match of this pattern can begin with: none is missing, some may be too many.

    The pattern has no flags but those it sets itself.
    """
    characters, may_be_empty = _first_of_all(parser.parse(pattern))
    return r"[\s\S]" if may_be_empty else "|".join(characters)


def _first_of_all(steps: Iterable[tuple[Any, Any]]) -> _First:
    """What one step after another begins with; a look-ahead narrows what follows it, if it must see a character."""
    found: list[str] = []
    ahead = ""
    for step, value in steps:
        if str(step) == "ASSERT":
            ahead += _seen(*value)
            continue
        characters, may_be_empty = _first_of(str(step), value)
        found.extend([f"{ahead}(?:{'|'.join(characters)})"] if ahead and characters else characters)
        if not may_be_empty:
            return _once(found), False
    return _once(found), True


def _seen(direction: int, steps: Iterable[tuple[Any, Any]]) -> str:
    """A look-ahead for the character that this look-ahead must see; empty if it need see none, or looks back."""
    characters, may_be_empty = _first_of_all(steps)
    return f"(?={'|'.join(characters)})" if direction > 0 and not may_be_empty else ""


def _first_of(step: str, value: Any) -> _First:
    if step == "LITERAL":
        return (re.escape(chr(value)),), False
    if step == "NOT_LITERAL":
        return (f"[^{re.escape(chr(value))}]",), False
    if step == "ANY":
        return (r"[^\n]",), False
    if step == "IN":
        return (f"[{''.join(_member(str(kind), member) for kind, member in value)}]",), False
    if step == "BRANCH":
        return _any_of(_first_of_all(branch) for branch in value[1])
    if step == "SUBPATTERN":
        _, added, _, body = value
        characters, may_be_empty = _first_of_all(body)
        return tuple(f"(?i:{each})" for each in characters) if added & re.IGNORECASE else characters, may_be_empty
    if step == "ATOMIC_GROUP":
        return _first_of_all(value)
    if step in _REPEATS:
        characters, may_be_empty = _first_of_all(value[2])
        return characters, may_be_empty or value[0] == 0
    if step in ("AT", "ASSERT_NOT"):
        return (), True
    return (r"[\s\S]",), True  # whatever else there is may begin with anything


def _any_of(branches: Iterable[_First]) -> _First:
    characters, may_be_empty = zip(*branches, strict=True)
    return _once(each for branch in characters for each in branch), any(may_be_empty)


def _once(characters: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(characters))


def _member(kind: str, member: Any) -> str:
    if kind == "NEGATE":
        return "^"
    if kind == "RANGE":
        return f"{re.escape(chr(member[0]))}-{re.escape(chr(member[1]))}"
    if kind == "CATEGORY":
        return _CATEGORIES[str(member).removeprefix("CATEGORY_")]
    return re.escape(chr(member))
