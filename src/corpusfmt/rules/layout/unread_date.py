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

In the body, a date below other lines, and each of three or more dates, is of severity info: one in
two of them is in a list of events or a table of facts, and is not the date of the article.

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

from collections.abc import Iterator

from corpusfmt.lint import Context, Findings, quoted
from corpusfmt.rules._shared.header_dates import impossible_dates
from corpusfmt.rules._shared.header_lines import HeaderLine, is_in_any, unread_lines
from corpusfmt.rules._shared.running_heads import running_heads
from corpusfmt.rules._shared.stranded_dates import stranded_dates
from corpusfmt.syntax.dates import looks_like_date, read_date_line

SEVERITY = "warning"

_EXPECTED = "a date such as February 04, 2020"
_MOST_IN_BODY = 2
"""How many lines of the body may be dates of the article: more are a list."""
_KICKER = 60
"""The most characters of the one line that a date in the body may have above it."""


def check(context: Context) -> Findings:
    """Yield a finding for each line that looks like a date, and for each zone that is not read."""
    for date in context.reading.header.dates:
        if date.unread:
            message = f"the time zone {quoted(date.unread)} is not read"
            yield context.finding(date.span, message, "an offset such as +01:00, or UTC")
    yield from _unread_dates(context)


def _unread_dates(context: Context) -> Findings:
    """Yield a finding for each line that looks like a date."""
    lines = list(_lines(context))
    if not lines:
        return
    impossible = {date.span[1] for date in context.memo(impossible_dates)}
    elsewhere = [context.span(block) for block, _ in context.memo(stranded_dates)]
    elsewhere += [context.span(context.block(number)) for number in context.memo(running_heads)]
    first_in_body = _first_in_body(context)
    in_body = [line for line in lines if line.span[0] >= first_in_body]
    near = _near_header(context) if len(in_body) <= _MOST_IN_BODY else first_in_body
    for line in lines:
        if line.span[1] not in impossible and not is_in_any(line, elsewhere):
            message = f"{quoted(line.text)} looks like a date and is read as text"
            is_far = line.span[0] >= near
            yield context.finding(line.span, message, _EXPECTED, is_uncertain=is_far)


def _lines(context: Context) -> Iterator[HeaderLine]:
    """Yield the lines that look like dates."""
    for line in context.memo(unread_lines):
        if read_date_line(line.text) is not None or looks_like_date(line.text):
            yield line


def _first_in_body(context: Context) -> int:
    """Return the offset from which lines are in the body; the title's where no gap shows it."""
    gap = context.reading.gap
    return 0 if gap is None else gap.start_pos


def _near_header(context: Context) -> int:
    """Return the offset from which a line of the body has too much above it to be of the header."""
    start = _first_in_body(context)
    others = 0
    for token, text in zip(context.reading.body_tokens, context.texts, strict=True):
        if token.start_pos < start or read_date_line(text) or looks_like_date(text):
            continue
        others += 1
        if others > 1 or len(text) > _KICKER:
            return token.start_pos
    return len(context.text)
