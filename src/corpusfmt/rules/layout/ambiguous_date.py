"""Numeric date that can be read as two different days.

### What it does

Reports a date such as `03/04/2016`. It is read with the month first, but with the day first after a
label in a language that has it first (`Publié le 03/04/2016`). If the URL of the article contains
one of the two days, that day is read, and not reported here. The setting `date-order`
(`"day-first"` or `"month-first"`) sets the order for all articles, or for those of a host. Dates
are then read in that order, and are not reported.

### Why

The date is March 4 in the United States, and April 3 in most of the world.

### Fix

There is none, and `corpusfmt fmt` does not rewrite such a file. Set `date-order` if you know the
order. If the dates of these files are read in the right order, `corpusfmt fmt --unsafe-fixes`
writes the month as a word.

### Example

```article
# Ferry Runs Again

Updated: 03/04/2016



The first ferry since October sailed on Monday with 61 passengers.
```

```findings
3:10: warning: “03/04/2016” is ambiguous; it is read as March 04, 2016
  expected: the month as a word: March 04, 2016, or April 03, 2016
```

With the month as a word:

```article
# Ferry Runs Again

Updated: April 03, 2016



The first ferry since October sailed on Monday with 61 passengers.
```
"""

from __future__ import annotations

from corpusfmt.lint import Context, Findings
from corpusfmt.syntax.dates import read_date_line, write_date
from corpusfmt.syntax.header import DateField
from corpusfmt.text.patterns import regex

SEVERITY = "warning"
BLOCKS_REWRITING = "guess"
NEEDS = ("not canonical",)
PROBLEM = "date"

_NUMERIC = regex(r"\d{1,2}([/-])\d{1,2}\1\d{4}")


def applies(context: Context) -> bool:
    return bool(context.reading.header.dates) and not context.is_canonical


def check(context: Context) -> Findings:
    """Yield a finding for each date of the header whose day and month could change places."""
    for date in context.reading.header.dates:
        if date.is_ambiguous:
            yield from _find(context, date)


def _other_day(date: DateField) -> str | None:
    """Return the date in the order in which it was not read."""
    for day_first in (False, True):
        other = read_date_line(date.printed, day_first=day_first)
        value = None if other is None else getattr(other, date.name)
        if value != date.value:
            return value
    return None


def _find(context: Context, date: DateField) -> Findings:
    value = _other_day(date)
    if value is None:
        return
    span = date.span
    numeric = _NUMERIC.search(context.text, *span)
    if numeric is not None:
        span = numeric.span()
    written = context.text[slice(*span)]
    read, swapped = write_date(date.value), write_date(value)
    message = f"“{written}” is ambiguous; it is read as {read}"
    yield context.finding(span, message, f"the month as a word: {read}, or {swapped}")
