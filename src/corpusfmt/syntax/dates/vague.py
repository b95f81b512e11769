"""Lines that may be a date without a day: a week, an issue, a time stamp, or what an icon left."""

from __future__ import annotations

from functools import cache

from corpusfmt.syntax.resources import word_list
from corpusfmt.text.patterns import regex

_MOST_WORDS = 3
_LAST_WEEK = 53
_PIECE = regex(r"[^\W\d_]+|\d+")
_YEAR = regex(r"(?:19|20)\d\d")

_PERIOD = r"(?i:(?:[QTHS][1-4]|[FC]Y),? ?(?:19|20)\d\d(?:[/–-]\d\d)?|(?:19|20)\d\d,? [QTH][1-4])"
"""A quarter, a half or a financial year: ``Q1 2023``, ``H1 2023``, ``FY2023``."""
_ISSUE = r"(?:[Nn](?:[oºr°]|um)\.? ?|№ ?)?\d{1,2} ?/ ?(?:19|20)\d\d"
"""A month, or an issue of a year: ``5/2021``, ``Nr. 5/2021``."""
_TIME_STAMP = r"1[0-9]{9}(?:[0-9]{3})?"
"""Seconds or milliseconds since 1970, from 2001 to 2033."""
_WHOLE = regex(f"{_PERIOD}|{_ISSUE}|{_TIME_STAMP}")
_GLUED_YEAR = regex(r"(?<!\w)(?:19|20)\d\d(?!s(?!\w))[a-z_]{2,}")
"""A year with the name of an icon after it: ``2021timer3 min``."""
GLUED_MONTH = regex(r"(?<=[a-zß-öø-ÿ])(?=[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ.]{2,} ?\d)")
"""Where a month is joined to a word before it: ``Ada BrookMarch 14, 2023``."""


def is_vague_date(text: str) -> bool:
    """Return whether a short text may be a date without a day, or hold the rest of one."""
    if not any(map(str.isdecimal, text)):
        return False
    if _WHOLE.fullmatch(text) or _GLUED_YEAR.search(text):
        return True
    return _is_week(text)


def _is_week(text: str) -> bool:
    """Return whether a text is a week with its number and year: ``Week 5, 2021``, 2021年第5周."""
    pieces = _PIECE.findall(text.lower())
    numbers = [piece for piece in pieces if piece.isdecimal()]
    years = list(filter(_YEAR.fullmatch, numbers))
    if len(numbers) != 2 or len(years) != 1 or len(pieces) > len(numbers) + _MOST_WORDS:
        return False
    numbers.remove(years[0])
    has_week = not _weeks().isdisjoint(pieces)
    return has_week and 1 <= int(numbers[0]) <= _LAST_WEEK


@cache
def _weeks() -> frozenset[str]:
    return frozenset(word_list("dates/weeks"))
