"""Date in the future.

### What it does

Reports a date later than tomorrow: one day is allowed because of time zones.

### Why

The date comes from something else on the page, or day and month are swapped.

### Fix

There is none: the correct date is not known.

### Example

```article
# Ferry Runs Again

February 04, 2620



The first ferry since October sailed on Monday with 61 passengers.
```

```findings
3:1: error: the date is in the future: “February 04, 2620”
  expected: a date that is not in the future
```

Use instead:

```article
# Ferry Runs Again

February 04, 2020



The first ferry since October sailed on Monday with 61 passengers.
```
"""

from __future__ import annotations

import time
from functools import lru_cache

from corpusfmt.lint import Context, Findings, Option
from corpusfmt.rules._shared.header_dates import date_place

SEVERITY = "error"
CHANGES_DAILY = True

_TODAY = Option(
    "today",
    "",
    "the day that counts as today, such as 2024-12-31; if empty, the current day",
    pattern=r"(?:[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01]))?",
)
OPTIONS = (_TODAY,)

_PAST = "2020-01-01"
"""A day in the past, whatever the clock shows."""

_HOUR, _DAY = 3600, 86400


def applies(context: Context) -> bool:
    return "date" in context.reading.document or "updated" in context.reading.document


def check(context: Context) -> Findings:
    """Yield a finding for each date of the header that lies after today and the day after."""
    document = context.reading.document
    dates = {name: document[name] for name in ("date", "updated") if name in document}
    today = context.option(_TODAY)
    last = ""
    for name, date in dates.items():
        last = last or (_day_after(today) if today else _last_day(int(time.time()) // _HOUR))
        if date[:10] > last:
            span, _ = date_place(context, name)
            written = context.text[slice(*span)]
            yield context.finding(
                span,
                f"the date is in the future: “{written}”",
                "a date that is not in the future",
                pointer=f"/{name}",
            )


@lru_cache(maxsize=1)  # a server runs for more than a day
def _last_day(hour: int) -> str:
    """Return the day after that of an hour since 1970, as ``YYYY-MM-DD``."""
    return time.strftime("%Y-%m-%d", time.gmtime(hour * _HOUR + _DAY))


@lru_cache
def _day_after(today: str) -> str:
    """Return the day after a day; what is not a day is not a bound."""
    from datetime import date, timedelta

    try:
        return (date.fromisoformat(today) + timedelta(days=1)).isoformat()
    except (ValueError, OverflowError):
        return "9999-12-31"
