"""Date that does not exist.

### What it does

Reports a line with the position and the form of a date whose day (February 30) or time (25:00) does
not exist.

### Why

Such a line is read as a paragraph, and the article has no date.

### Fix

There is none: the correct date is not known.

### Example

```article
# Ferry Runs Again

February 30, 2020



The first ferry since October sailed on Monday with 61 passengers.
```

```findings
3:1: error: “February 30, 2020” is not a valid date
  expected: a date such as February 04, 2020
```

A day that exists:

```article
# Ferry Runs Again

February 29, 2020



The first ferry since October sailed on Monday with 61 passengers.
```
"""

from __future__ import annotations

from corpusfmt.lint import Context, Findings
from corpusfmt.rules._shared.header_dates import impossible_dates
from corpusfmt.syntax.dates import read_date
from corpusfmt.text.patterns import regex

SEVERITY = "error"

_TIME = regex(r"[^0-9]*[0-9]{1,2}:[0-9]{2}.*")


def check(context: Context) -> Findings:
    """Yield a finding for each line that has the form of a date and is not one."""
    for name, written, span in context.memo(impossible_dates):
        is_day = read_date(_TIME.sub("", written)) is not None
        message = f"“{written.strip()}” {'has no valid time' if is_day else 'is not a valid date'}"
        expected = f"a date such as February 04, 2020{' - 09:02' if is_day else ''}"
        yield context.finding(span, message, expected, pointer=f"/{name}")
