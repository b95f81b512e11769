"""Date that differs from the date in the URL.

### What it does

Reports a date (and an `Updated:` date) that differs from the day in the article's URL by more than
the option `days`. Days in a URL have forms such as `/2020/02/04/`, `/2020/feb/04/`, `/2020-02-04-…`
and `/20200204/`; `/2020/02/` is compared by month. A number that may be something else is ignored,
and so is the day on which a web archive made its copy.

### Why

One of the two dates may be wrong: in most cases, the scraper took the date of something else on the
page. But if an article was published again, or later in another place, both are right. The severity
is info, since the text alone does not show which it is.

### Fix

The fix writes the date of the URL. It is unsafe: the URL may have the date of a draft.

### Example

```article
# Ferry Runs Again

March 14, 2019



The first ferry since October sailed on Monday with 61 passengers.

Original url:

<https://skerrynews.example/2023/03/14/ferry>
```

```findings
3:1: info: the URL has March 14, 2023, but the date is March 14, 2019
  expected: March 14, 2023
```

Use instead:

```article
# Ferry Runs Again

March 14, 2023



The first ferry since October sailed on Monday with 61 passengers.

Original url:

<https://skerrynews.example/2023/03/14/ferry>
```
"""

from __future__ import annotations

import re

from corpusfmt.lint import Context, Edit, Findings, Fix, Option
from corpusfmt.rules._shared.header_dates import date_place
from corpusfmt.rules._shared.urls import path_of
from corpusfmt.syntax.dates import MONTHS, is_day, write_date
from corpusfmt.text.annotations import TYPE_CHECKING, Literal
from corpusfmt.text.named_tuples import NamedTuple
from corpusfmt.text.patterns import regex

if TYPE_CHECKING:
    from typing import TypeAlias

    from corpusfmt.model.document import Document

SEVERITY = "info"
FIX = "unsafe"
NEEDS = ("a URL",)
WHY = "the URL may have the date of a draft"

_DAYS = Option("days", 2, "how many days apart the date and the URL may be")
OPTIONS = (_DAYS,)

_MONTH = r"(?:0?[1-9]|1[0-2])"
_DAY = r"(?:0?[1-9]|[12][0-9]|3[01])"
_NAMED = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_DATE = regex(
    rf"/(?P<year>(?:19|20)[0-9]{{2}})(?:"
    rf"/(?P<month>{_MONTH}|{_NAMED})/(?P<day>{_DAY})(?=/|\Z)"
    rf"|(?P<dash>[-_])(?P<month2>0[1-9]|1[0-2])(?P=dash)(?P<day2>0[1-9]|[12][0-9]|3[01])(?![0-9])"
    rf"|(?P<month3>0[1-9]|1[0-2])(?P<day3>0[1-9]|[12][0-9]|3[01])(?=/[^/])"
    rf"|[/-](?P<month4>0[1-9]|1[0-2])(?=/(?![0-9]{{1,2}}(?:/|\Z))[^/]))"
)
_STAMP = regex(
    r"[-/](?P<year>20[0-4][0-9])(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12][0-9]|3[01])"
    r"(?:[01][0-9]|2[0-3])[0-5][0-9][0-5][0-9](?:[0-9]{3})?(?![0-9])"
)
_LONGEST_MONTH = 31

_Name: TypeAlias = Literal["date", "updated"]
_NAMES: tuple[_Name, ...] = ("date", "updated")


class _Dated(NamedTuple):
    """The date in a URL: year, month, and day; 0 for the day where it has none."""

    year: int
    month: int
    day: int

    def __str__(self) -> str:
        month = MONTHS[self.month - 1]
        return f"{month} {self.day:02}, {self.year}" if self.day else f"{month} {self.year}"


def check(context: Context) -> Findings:
    """Yield at most one finding: at the date, or at the day of the last change."""
    document = context.reading.document
    if "date" not in document and "updated" not in document:
        return
    url = document.get("url", "")
    if "/20" not in url and "-20" not in url and "/19" not in url:
        return
    dated = _dated(url)
    if dated is None or _agree(document, dated, context.option(_DAYS)):
        return
    name: _Name = "date" if "date" in document else "updated"
    (start, end), label = date_place(context, name)
    subject = "date" if name == "date" else "date of the update"
    message = f"the URL has {dated}, but the {subject} is {write_date(document[name])}"
    fix = None
    if dated.day:
        edit = Edit(start, end, label + str(dated))
        fix = Fix("write the date of the URL", (edit,), False, WHY)
    yield context.finding((start, end), message, str(dated), fix=fix, pointer=f"/{name}")


def _dated(url: str) -> _Dated | None:
    """Return the date in the path of a URL.

    None where it has none, or the page is an archive's copy of another.
    """
    path = path_of(url)
    if "http" in path:
        return None
    match = _DATE.search(path) or _STAMP.search(path)
    if match is None:
        return None
    month, day = _part(match, "month"), _part(match, "day")
    number = int(month) if month.isdigit() else 1 + _NAMED.split("|").index(month)
    found = _Dated(int(match["year"]), number, int(day or 0))
    return found if not found.day or is_day(*found) else None


def _part(match: re.Match[str], name: str) -> str:
    """Return a part of the date, from that alternative of the pattern which has it; or nothing."""
    for key, value in match.groupdict().items():
        if value and key.startswith(name):
            return value
    return ""


def _agree(document: Document, dated: _Dated, days: int) -> bool:
    """Whether the date or the day of the last change is near enough.

    A change may also come later.
    """
    apart = days if dated.day else days + _LONGEST_MONTH
    written = f"{dated.year:04}-{dated.month:02}-{dated.day:02}"
    distance = 0
    for name in _NAMES:
        if name in document:
            distance = _distance(document[name], dated)
            if document[name].startswith(written) or abs(distance) <= apart:
                return True
    return "date" not in document and distance > 0


def _distance(date: str, dated: _Dated) -> int:
    """Return how many days a date is after that of the URL, or outside its month."""
    year, month, day = map(int, (date[:4], date[5:7], date[8:10]))
    if dated.day:
        return _number(year, month, day) - _number(*dated)
    if (year, month) == dated[:2]:
        return 0
    first = _number(dated.year, dated.month, 1)
    distance = _number(year, month, day) - first
    return distance if distance < 0 else distance - _LONGEST_MONTH + 1


def _number(year: int, month: int, day: int) -> int:
    """Return the number of a day in the Gregorian calendar, from some first day."""
    year, month = (year - 1, month + 9) if month < 3 else (year, month - 3)
    return 365 * year + year // 4 - year // 100 + year // 400 + (153 * month + 2) // 5 + day
