"""The characters with which a pattern's matches can begin, found in its parsed form; used where tables are made."""

from __future__ import annotations

import re
import re._parser as parser  # type: ignore[import-not-found]  # no types; Lark asks it for widths in the same way
from collections.abc import Iterable
from typing import Any

_CATEGORIES = {"DIGIT": r"\d", "NOT_DIGIT": r"\D", "SPACE": r"\s", "NOT_SPACE": r"\S", "WORD": r"\w", "NOT_WORD": r"\W"}
_REPEATS = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")
_First = tuple[str, bool]
"""A pattern for one character, empty for none, and whether what it is the first of may be empty."""


def first(pattern: str) -> str:
    """A pattern for the characters that a match of this pattern can begin with: none is missing, some may be too many.

    Empty where it cannot be said. The pattern has no flags but those it sets itself.
    """
    character, may_be_empty = _first_of_all(parser.parse(pattern))
    return "" if may_be_empty else character


def _first_of_all(steps: Iterable[tuple[Any, Any]]) -> _First:
    """What one step after another begins with; a look-ahead narrows what follows it, if it must see a character."""
    found: list[str] = []
    ahead = ""
    for step, value in steps:
        character, may_be_empty = _first_of(str(step), value)
        if str(step) == "ASSERT":
            direction, body = value
            seen, sees_nothing = _first_of_all(body)
            ahead += f"(?={seen})" if direction > 0 and not sees_nothing else ""
            continue
        if character:
            found.append(f"(?:{ahead}(?:{character}))")
        if not may_be_empty:
            return "|".join(found), False
    return "|".join(found), True


def _first_of(step: str, value: Any) -> _First:
    if step == "LITERAL":
        return re.escape(chr(value)), False
    if step == "NOT_LITERAL":
        return f"[^{re.escape(chr(value))}]", False
    if step == "ANY":
        return r"[^\n]", False
    if step == "IN":
        return f"[{''.join(_member(str(kind), member) for kind, member in value)}]", False
    if step == "BRANCH":
        return _any_of(_first_of_all(branch) for branch in value[1])
    if step == "SUBPATTERN":
        _, added, _, body = value
        character, may_be_empty = _first_of_all(body)
        return (f"(?i:{character})" if added & re.IGNORECASE else character), may_be_empty
    if step == "ATOMIC_GROUP":
        return _first_of_all(value)
    if step in _REPEATS:
        character, may_be_empty = _first_of_all(value[2])
        return character, may_be_empty or value[0] == 0
    if step in ("AT", "ASSERT", "ASSERT_NOT"):
        return "", True
    return r"[\s\S]", True  # whatever else there is may begin with anything


def _any_of(branches: Iterable[_First]) -> _First:
    characters, may_be_empty = zip(*branches, strict=True)
    return "|".join(character for character in characters if character), any(may_be_empty)


def _member(kind: str, member: Any) -> str:
    if kind == "NEGATE":
        return "^"
    if kind == "RANGE":
        return f"{re.escape(chr(member[0]))}-{re.escape(chr(member[1]))}"
    if kind == "CATEGORY":
        return _CATEGORIES[str(member).removeprefix("CATEGORY_")]
    return re.escape(chr(member))
