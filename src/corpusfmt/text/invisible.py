"""Descriptions of whitespace and other invisible characters, which cannot be shown."""

from __future__ import annotations

import unicodedata
from itertools import groupby, takewhile

_NAMES = {
    "\t": "tab",
    "\n": "line feed",
    "\r": "carriage return",
    "\v": "vertical tab",
    "\f": "form feed",
    "\x1c": "file separator",
    "\x1d": "group separator",
    "\x1e": "record separator",
    "\x1f": "unit separator",
    "\x85": "next line",
    "\xa0": "no-break space",
    "\xad": "soft hyphen",
    "\ufeff": "byte-order mark",
}


def is_invisible(character: str) -> bool:
    """Return whether a character is whitespace, or invisible for another reason."""
    return character.isspace() or unicodedata.category(character) in ("Cc", "Cf")


def leading(text: str) -> str:
    """Return the characters at the start of a text that are invisible."""
    return "".join(takewhile(is_invisible, text))


def describe(characters: str) -> str:
    """Describe characters: ``2 spaces, 1 tab (U+0009) and 1 line separator (U+2028)``."""
    *most, last = [_describe_run(character, len([*run])) for character, run in groupby(characters)]
    return f"{', '.join(most)} and {last}" if most else last


def _describe_run(character: str, number: int) -> str:
    if character == " ":
        return "1 space" if number == 1 else f"{number:,} spaces"
    name = _NAMES.get(character) or unicodedata.name(character, "control character").lower()
    names = name if number == 1 else f"{name}s"
    return f"{number:,} {names} (U+{ord(character):04X})"
