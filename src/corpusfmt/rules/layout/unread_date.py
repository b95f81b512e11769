"""Date that is not read.

### What it does

Reports a line of the header, or of the short paragraphs at the start of the body, that looks like a
date and is read as text, unless `stranded-date` reports it:

- a relative date (`2 hours ago`), or one without its day or year;
- a date of another calendar, or with a year of two digits;
- a date beside other words (`Skerry, March 14, 2023`);
- a second date, where the article has one already, or a heading that is a date.

Also reported is a time zone whose name has more than one meaning: the date is read, and the zone is
not.

### Why

The article has no date, or not all that the page prints. corpusfmt reads only what a line says: it
does not count back from today, and does not guess a year, a day or a zone.

### Fix

There is none: write the date as `March 14, 2023`.

### Example

```article
# Ferry Runs Again

2 hours ago



The first ferry since October sailed on Monday with 61 passengers.
```

```findings
3:1: warning: “2 hours ago” looks like a date and is read as text
  expected: a date such as February 04, 2020
```

Use instead:

```article
# Ferry Runs Again

March 14, 2023



The first ferry since October sailed on Monday with 61 passengers.
```
"""

from __future__ import annotations

from corpusfmt.lint import Context, Findings, quoted
from corpusfmt.rules._shared.header_dates import impossible_dates
from corpusfmt.rules._shared.header_lines import is_in_any, unread_lines
from corpusfmt.rules._shared.stranded_dates import stranded_dates
from corpusfmt.syntax.dates import looks_like_date, read_date_line

SEVERITY = "warning"

_EXPECTED = "a date such as February 04, 2020"


def check(context: Context) -> Findings:
    """Yield a finding for each line that looks like a date, and for each zone that is not read."""
    for date in context.reading.header.dates:
        if date.unread:
            message = f"the time zone {quoted(date.unread)} is not read"
            yield context.finding(date.span, message, "an offset such as +01:00, or UTC")
    yield from _unread_dates(context)


def _unread_dates(context: Context) -> Findings:
    """Yield a finding for each line that looks like a date."""
    impossible = {date.span[1] for date in context.memo(impossible_dates)}
    stranded = [context.span(block) for block, _ in context.memo(stranded_dates)]
    for line in context.memo(unread_lines):
        if read_date_line(line.text) is None and not looks_like_date(line.text):
            continue
        if line.span[1] not in impossible and not is_in_any(line, stranded):
            message = f"{quoted(line.text)} looks like a date and is read as text"
            yield context.finding(line.span, message, _EXPECTED)
