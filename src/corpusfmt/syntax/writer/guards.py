"""Check what the grammar would read a written block as."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from corpusfmt.syntax.dates import read_date
from corpusfmt.syntax.tokens import terminal

_DATES = ("DATE", "UPDATED")
_BYLINES = ("BY", "BARE_LINK", "BARE_NAME")
_HEADER = (*_DATES, *_BYLINES)

_LONGEST_CREDIT = 120
"""The most characters of a line that is a credit by its words."""

_LONGEST_GUESS = 5
"""The most characters of a line that is guessed to be a credit."""

_SENTENCE_ENDS = frozenset('.!?…:;,"”’»')
"""What no credit after a caption ends with, except one that says so (“Credit:”)."""

_YEAR = re.compile("[0-9]{4}")
"""What every date after a name has."""


def is_read_as(name: str, block: str) -> bool:
    """Return whether the grammar would read a block as this terminal, where it may occur."""
    return terminal("article", name).match(block + "\n") is not None


def may_be_header(block: str, following: str) -> bool:
    """Return whether a paragraph before this block would be read as a byline or a date."""
    with_next = f"{block}\n\n{following}"
    return _is_read_as_any(_BYLINES, with_next) or _is_date(block)


def may_begin_header(blocks: Sequence[str]) -> bool:
    """Return whether the first block has the form of a date and a header would follow."""
    if len(blocks) < 2 or not may_be_date(blocks[0]):
        return False
    return _is_read_as_any(_HEADER, "\n\n".join(blocks[1:3]))


def may_be_date(block: str) -> bool:
    """Return whether a block has the form of a date, in the calendar or not."""
    return _is_read_as_any(_DATES, block)


def may_be_credit(paragraph: str) -> bool:
    """Return whether a paragraph after the gap would be read as a credit."""
    names: list[str] = []  # few patterns are tried on most paragraphs
    if len(paragraph) <= _LONGEST_CREDIT:
        names.append("CREDIT")
    if paragraph[-1] not in _SENTENCE_ENDS or "redit" in paragraph:
        names.append("CREDIT_RUN_ON")
    if len(paragraph) <= _LONGEST_GUESS:
        names.append("CREDIT_GUESSED")
    if "**" in paragraph:
        names += ("CREDIT_MARKED", "CAPTION")
    return _is_read_as_any(tuple(names), paragraph)


def may_be_credit_heading(heading: str) -> bool:
    """Return whether a heading after the gap would be read as a credit."""
    return is_read_as("CREDIT_HEADED", heading)


def begins_with_name(byline: str) -> bool:
    """Return whether a byline is read as one, its first name whole."""
    match = terminal("article", "BY").match(byline + "\n")
    return match is not None and match.end() == len("By ")


def find_date_after_name(byline: str) -> int | None:
    """Return where in a byline the grammar would read a date after a name, or None."""
    if _YEAR.search(byline) is None:
        return None
    match = terminal("article", "BYLINE_END").search(byline + "\n")
    if match is None or match.end() >= len(byline):
        return None
    return match.end()


def _is_date(block: str) -> bool:
    """Return whether a block would be read as a date.

    A single line that is not in the calendar is text.
    """
    for name in _DATES:
        match = terminal("article", name).match(block + "\n")
        if match and ("\n" in block or read_date(match[name.lower()]) is not None):
            return True
    return False


def _is_read_as_any(names: tuple[str, ...], block: str) -> bool:
    line = block + "\n"
    return any(pattern.match(line) for pattern in _patterns(names))


@cache
def _patterns(names: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    return tuple([terminal("article", name) for name in names])
