"""Dates in English and in figures, from printed form to ISO 8601, no more precise than printed."""

from __future__ import annotations

import re
from functools import lru_cache

from corpusfmt.syntax.dates.days import MONTHS, is_day
from corpusfmt.text.patterns import regex

_MONTH_NUMBERS = {name[:3].lower(): number for number, name in enumerate(MONTHS, 1)}
_PRINTED = regex(
    r"""(?: (?P<month>[A-Za-z]{3,9})\.? \s+ (?P<day>[0-9]{1,2}) (?:,\s*|\s+) (?P<year>[0-9]{4})
          | (?P<day2>[0-9]{1,2})\.? \s+ (?P<month2>[A-Za-z]{3,9})\.?,? \s+ (?P<year2>[0-9]{4})
          | (?P<first>[0-9]{1,2}) / (?P<second>[0-9]{1,2}) / (?P<year3>[0-9]{4})
          | (?P<year4>[0-9]{4}) (?P<dash>-?) (?P<month4>[0-9]{2}) (?P=dash) (?P<day4>[0-9]{2}) )
        (?: \s* (?:[,T|–—-]|\bat\b)? \s*
            (?P<hour>[0-9]{1,2}) : (?P<minute>[0-9]{2}) (?P<second_>:[0-9]{2}(?:\.[0-9]{1,9})?)?
            (?: \s* (?P<half>[AaPp])\.?[Mm]\.? )?
            (?: \s* (?P<zone>Z|UTC|GMT|[+-][0-9]{2}:?[0-9]{2}) )? )?""",
    re.VERBOSE,
)


@lru_cache(maxsize=4096)  # the articles of a corpus share their days
def read_date(text: str, day_first: bool = False) -> str | None:
    """Return the date of a printed form as ``YYYY-MM-DD``, or None for any other text.

    ``Thh:mm…`` and an offset follow only if they are printed. A day or time that does not exist is
    not a date. In ``03/04/2016`` the month is first, as in the print template, or the day if
    ``day_first``; where only one order gives a day of the calendar, that is used, so whether a text
    is a date does not depend on the order. UTC, GMT and Z are the only unambiguous names of zones.
    """
    match = _PRINTED.fullmatch(text.strip())
    if match is None:
        return None
    day = _read_day(match, day_first)
    if day is None:
        return None
    time = _read_time(match)
    return None if time is None else day + time


def has_printed_form(text: str) -> bool:
    """Return whether a text has the form of an English or numeric date, of the calendar or not."""
    match = _PRINTED.fullmatch(text.strip())
    if match is None:
        return False
    name = match["month"] or match["month2"]
    if name is None:
        return True
    return name == "Sept" or any(name in (month, month[:3]) for month in MONTHS)


def _read_day(match: re.Match[str], day_first: bool) -> str | None:
    if match["first"]:
        year, month, day = int(match["year3"]), int(match["first"]), int(match["second"])
        if month > 12 or (day_first and day <= 12):
            month, day = day, month
    elif match["year4"]:
        year, month, day = int(match["year4"]), int(match["month4"]), int(match["day4"])
    else:
        name = match["month"] or match["month2"]
        number = _MONTH_NUMBERS.get(name[:3].lower())
        if number is None:
            return None
        month = number
        year = int(match["year"] or match["year2"])
        day = int(match["day"] or match["day2"])
    return f"{year:04}-{month:02}-{day:02}" if is_day(year, month, day) else None


def _read_time(match: re.Match[str]) -> str | None:
    """Return the time with its ``T``, empty if none is printed, or None if it does not exist."""
    if match["hour"] is None:
        return ""
    hour, minute, seconds = int(match["hour"]), int(match["minute"]), match["second_"] or ""
    if match["half"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if match["half"] in "Pp" else 0)
    if hour > 23 or minute > 59 or seconds[1:3] > "59":
        return None
    zone = _read_zone(match["zone"])
    return None if zone is None else f"T{hour:02}:{minute:02}{seconds}{zone}"


def _read_zone(zone: str | None) -> str | None:
    if zone is None:
        return ""
    if zone in ("Z", "UTC", "GMT"):
        return "Z"
    hours, minutes = zone[1:3], zone[-2:]
    return f"{zone[0]}{hours}:{minutes}" if hours <= "23" and minutes <= "59" else None
