"""The order of a numeric date, as the article's own URL proves it."""

from __future__ import annotations

import re

from corpusfmt.syntax.dates.line import DateLine, read_date_line

# Compiled when first used, since few runs need it.
_DAY_IN_URL = (
    r"(?<![0-9])([0-9]{4})(?:([/_.-])([0-9]{1,2})\2([0-9]{1,2})|([0-9]{2})([0-9]{2}))(?![0-9])"
)


def order_by_url(url: str, line: str) -> bool | None:
    """Return whether the day is first in a line, if the URL has the day of exactly one order.

    The day is in a URL as ``/2016/01/05/``, ``-2016-01-05`` or ``20160105``. None where the URL has
    neither day or both, or the line has one reading only.
    """
    month_first = read_date_line(line, day_first=False)
    day_first = read_date_line(line, day_first=True)
    if month_first is None or day_first is None or month_first == day_first:
        return None
    days = _days_of_url(url)
    is_month_first = bool(_days_of_line(month_first) & days)
    is_day_first = bool(_days_of_line(day_first) & days)
    return None if is_month_first == is_day_first else is_day_first


def _days_of_url(url: str) -> set[str]:
    days: set[str] = set()
    for match in re.finditer(_DAY_IN_URL, url):
        month, day = match[3] or match[5], match[4] or match[6]
        days.add(f"{match[1]}-{int(month):02}-{int(day):02}")
    return days


def _days_of_line(line: DateLine) -> set[str]:
    return {date[:10] for date in (line.date, line.updated) if date}
