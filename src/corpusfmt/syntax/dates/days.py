"""Days of the calendar, and the canonical form of a date."""

from __future__ import annotations

from functools import lru_cache

from corpusfmt.text.patterns import regex

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

_ISO = regex(
    r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})"
    r"(?:T(?P<time>[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,9})?)?(?:Z|[+-][0-9]{2}:[0-9]{2})?))?"
)

_MARCH = 3
_SHIFTS = (0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4)  # of the first weekday of a month, from March on


@lru_cache(maxsize=4096)
def write_date(iso: str) -> str:
    """Return the canonical printed form: ``February 04, 2020``, with ``- 09:02+01:00`` for a time.

    Raise ValueError where the day is not in the calendar or the text does not fit the schema.
    """
    match = _ISO.fullmatch(iso)
    if match is None or not is_day(int(match["year"]), int(match["month"]), int(match["day"])):
        raise ValueError(f"{iso!r} is not a day of the calendar")
    printed = f"{MONTHS[int(match['month']) - 1]} {match['day']}, {match['year']}"
    return f"{printed} - {match['time']}" if match["time"] else printed


def is_day(year: int, month: int, day: int) -> bool:
    """Return whether the Gregorian calendar has this day, in the years 1 to 9999."""
    # Not by datetime.date, whose import costs as much as all of this module.
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    lengths = (31, 29 if leap else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    return 1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= lengths[month - 1]


def weekday_of(iso: str) -> int:
    """Return the weekday of the day that an ISO date begins with: 0 for Monday, 6 for Sunday."""
    year, month, day = int(iso[:4]), int(iso[5:7]), int(iso[8:10])
    if month < _MARCH:
        year -= 1
    leap_days = year // 4 - year // 100 + year // 400
    return (year + leap_days + _SHIFTS[month - 1] + day - 1) % 7
