"""Date that a program writes where it has none.

### What it does

Reports a date of the header that is the first day of a calendar that programs or databases use:
January 1 of 1601, 1900, 1904 or 1970. Time zones and spreadsheets turn some of these into the day
before, so December 30 and 31, 1899, and December 31, 1969, are reported as well. Also reports any
date before 1605, when the first newspaper was printed, such as January 1 of the year 1.

### Why

Programs write such a date where there is none. The articles then seem to have a date, and all of
them the same one.

### Fix

There is none: the right date is not known.

### Example

```article
# Ferry Runs Again

January 01, 1970



The first ferry since October sailed on Monday with 61 passengers.
```

```findings
3:1: warning: the date is one that programs write if they have none: “January 01, 1970”
  expected: the date of the article, or none
```

Use instead:

```article
# Ferry Runs Again

March 14, 2023



The first ferry since October sailed on Monday with 61 passengers.
```
"""

from __future__ import annotations

from corpusfmt.lint import Context, Findings
from corpusfmt.rules._shared.header_dates import date_place

SEVERITY = "warning"

_FIRST_NEWSPAPER = "1605"
_PLACEHOLDERS = frozenset(
    {
        *("1601-01-01", "1753-01-01", "1899-12-30", "1899-12-31", "1900-01-01", "1904-01-01"),
        *("1969-12-31", "1970-01-01"),
    }
)


def check(context: Context) -> Findings:
    """Yield a finding for each date of the header that is no date of an article."""
    document = context.reading.document
    dates = {name: document[name] for name in ("date", "updated") if name in document}
    for name, date in dates.items():
        if date[:10] not in _PLACEHOLDERS and date >= _FIRST_NEWSPAPER:
            continue
        span, _ = date_place(context, name)
        written = context.text[slice(*span)]
        what = "one that programs write if they have none"
        if date[:10] not in _PLACEHOLDERS and date[:4] != "0001":
            what = "before the first newspaper"
        message = f"the date is {what}: “{written}”"
        expected = "the date of the article, or none"
        yield context.finding(span, message, expected, pointer=f"/{name}")
