"""Dates as other programs write them."""

from __future__ import annotations

import re
from functools import lru_cache

from corpusfmt.syntax.dates.days import is_day
from corpusfmt.syntax.dates.line import read_date_line
from corpusfmt.text.patterns import regex

_ISO = regex(
    r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})"
    r"(?:[Tt ](?P<time>(?:[01][0-9]|2[0-3]):[0-5][0-9])(?P<seconds>:[0-5][0-9])?"
    r"(?:[.,](?P<fraction>[0-9]{1,9}))?"
    r"\ ?(?P<zone>[Zz]|[+-](?:[01][0-9]|2[0-3]):?[0-5][0-9])?)?"
)
"""ISO 8601 and RFC 3339, with a space for the ``T`` as Python writes it."""

_BASIC = regex(
    r"(1[6-9][0-9]{2}|2[01][0-9]{2})([0-9]{2})([0-9]{2})"
    r"(?:[Tt]([0-9]{2})([0-9]{2})(?:([0-9]{2})(?:[.,][0-9]+)?)?([Zz]|[+-][0-9]{4})?)?"
)
"""ISO 8601 without hyphens and colons."""

_OFFSET = len("+0100")


@lru_cache(maxsize=4096)  # the articles of a corpus share their days
def read_foreign_date(text: str, midnight_is_day: bool) -> str | None:
    """Return a date as documents have it, or None for a text that is not read as one date.

    Besides ISO 8601 these are the dates that are read in the header of an article. A numeric date
    that could be two days is not read. With ``midnight_is_day`` the time 00:00:00 without an offset
    is a day: many programs write a day like that.
    """
    text = _with_hyphens(text.strip())
    match = _ISO.fullmatch(text)
    if match is None:
        return _read_printed(text)
    if not is_day(int(match["year"]), int(match["month"]), int(match["day"])):
        return None
    day, time = text[: len("2024-03-05")], _time(match)
    if midnight_is_day and time in ("T00:00", "T00:00:00"):
        return day
    return day + time


def _with_hyphens(text: str) -> str:
    """Return a date in the basic format of ISO 8601 in the extended one; others as they are.

    >>> _with_hyphens("20240305T0902Z")
    '2024-03-05T09:02Z'
    """
    basic = _BASIC.fullmatch(text) if text[:8].isdecimal() else None
    if basic is None:
        return text
    year, month, day, hour, minute, second, zone = basic.groups("")
    time = ":".join(filter(None, (hour, minute, second)))
    return f"{year}-{month}-{day}" + (f"T{time}{zone}" if time else "")


def _read_printed(text: str) -> str | None:
    line = read_date_line(text)
    if line is None or line.is_ambiguous or line.unread or line.updated is not None:
        return None
    return line.date


def _time(match: re.Match[str]) -> str:
    """Return the time of a date, with the letter before it, or "" for a day."""
    if match["time"] is None:
        return ""
    seconds, fraction = match["seconds"] or "", (match["fraction"] or "").rstrip("0")
    if seconds and fraction:
        seconds = f"{seconds}.{fraction}"
    return f"T{match['time']}{seconds}{_zone(match['zone'])}"


def _zone(written: str | None) -> str:
    if written is None:
        return ""
    if len(written) == _OFFSET:
        return f"{written[:3]}:{written[3:]}"
    return written.upper()
