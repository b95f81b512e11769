"""Date that is not read.

### What it does

Reports a line of the header, or of the short paragraphs at the start of the body, that looks like a
date and is read as text, unless `stranded-date` reports it:

- a relative date (`2 hours ago`), or one without its day or year;
- a date of another calendar, or with a year of two digits;
- a date beside other words (`Skerry, March 14, 2023`);
- a date of an article that already has one, or a heading that is a date;
- with severity info, a line at the start of the page that may be a date: a season (`Spring 2023`),
  a week (`Week 5, 2021`), an issue (`5/2021`), a time (`9:30 am`, `2h`), a Unix time stamp
  (`1678788900`), a weekday, a year (perhaps joined to the name of an icon), or a month with other
  words beside it.

The rule also reports a time zone whose name has more than one meaning, such as IST. The date and
the time are read then, but not the zone.

In the body, a date below other lines is reported with severity info, and so are all dates if there
are three or more. About half of them are in a list of events or a table of facts, and are not the
date of the article.

### Why

The document lacks a date that the page has, or a part of it. corpusfmt reads only what is on the
line: it does not count back from today, and does not guess a year, a day or a zone.

### Fix

If the article has no date and the line is in the header or at the start of the page, the fix
separates the date from the words before or after it. It is unsafe: it may be the date of something
else. For other lines there is no fix: write the date as `March 14, 2023`.

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

from corpusfmt.lint import Context, Edit, Finding, Findings, Fix, quoted
from corpusfmt.rules._shared.embedded_posts import embedded_posts
from corpusfmt.rules._shared.header_dates import impossible_dates
from corpusfmt.rules._shared.header_lines import (
    HeaderLine,
    end_of_head,
    is_in_any,
    start_of_body,
    unread_lines,
    unread_lines_below,
)
from corpusfmt.rules._shared.running_heads import running_heads
from corpusfmt.rules._shared.stranded_dates import stranded_dates
from corpusfmt.syntax.byline import BEFORE_DATE
from corpusfmt.syntax.dates import (
    find_date_at_end,
    find_end_of_date,
    looks_like_date,
    may_be_date,
    may_hold_date,
    read_date_line,
)
from corpusfmt.text.edits import apply
from corpusfmt.text.patterns import regex

SEVERITY = "warning"
FIX = "unsafe"
WHY = "the date may be that of something else"
PROBLEM = "date"

_SEPARATOR = regex(r"\s*[|·•]\s*")
_MOST_SEPARATORS = 4

_EXPECTED = "a date such as February 04, 2020"
_MOST_IN_BODY = 2
"""How many lines of the body may be dates of the article: more are a list."""
_LONGEST_CHINESE = 40
"""The most characters of a line of Chinese or Japanese with a full stop that is no sentence."""
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
    elsewhere += map(context.span, context.memo(embedded_posts))
    near = _end_of_near(context, lines)
    for line in lines:
        if line.span[1] not in impossible and not is_in_any(line, elsewhere):
            yield _find(context, line, near)


def _find(context: Context, line: HeaderLine, near: int) -> Finding:
    what = "has a date" if _is_beside_words(line.text) else "looks like a date"
    message = f"{quoted(line.text)} {what} and is read as text"
    is_uncertain = line.span[0] >= near or not _is_date(line)
    end = max(start_of_body(context), end_of_head(context))
    fix = _fix(context, line) if line.span[0] < end else None
    return context.finding(line.span, message, _EXPECTED, fix=fix, is_uncertain=is_uncertain)


def _is_beside_words(text: str) -> bool:
    """Return whether a text is a date and other words, with something between them."""
    for start, end in _cuts(text):
        parts = text[:start].strip(), text[end:].strip()
        if all(parts) and any(read_date_line(part) is not None for part in parts):
            return True
    pieces = _SEPARATOR.split(text, _MOST_SEPARATORS)
    return len(pieces) > 1 and any(read_date_line(piece.strip()) is not None for piece in pieces)


def _end_of_near(context: Context, lines: list[HeaderLine]) -> int:
    """Return the offset from which lines are not near the header: where there are few, later."""
    first_in_body = _first_in_body(context)
    in_body = [line for line in lines if line.span[0] >= first_in_body and _is_date(line)]
    return _near_header(context) if len(in_body) <= _MOST_IN_BODY else first_in_body


def _lines(context: Context) -> Iterator[HeaderLine]:
    """Yield the lines that look like dates, and those that may be dates at the head of the page."""
    end = end_of_head(context)
    for line in (*context.memo(unread_lines), *context.memo(unread_lines_below)):
        if line.text.endswith("。") and len(line.text) > _LONGEST_CHINESE:
            continue
        if _is_date(line) or (line.span[0] < end and may_be_date(line.text)):
            yield line


def _is_date(line: HeaderLine) -> bool:
    if not may_hold_date(line.text):  # as most
        return False
    return read_date_line(line.text) is not None or looks_like_date(line.text)


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


def _fix(context: Context, line: HeaderLine) -> Fix | None:
    """Return the fix that parts the date of a line from other words, if it is then read."""
    if "date" in context.reading.document:
        return None
    for start, end in _cuts(context.text[slice(*line.span)]):
        edit = Edit(line.span[0] + start, line.span[0] + end, "\n\n")
        if _adds_date(context, edit):
            return Fix("write the date on a line of its own", (edit,), False, WHY)
    return None


def _cuts(written: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of what may be between a date and other words."""
    date_start = find_date_at_end(written)
    if date_start:
        yield len(written[:date_start].rstrip(BEFORE_DATE)), date_start
    date_end = find_end_of_date(written)
    if date_end:
        yield date_end, len(written) - len(written[date_end:].lstrip(BEFORE_DATE))
    separators = list(_SEPARATOR.finditer(written))
    for separator in separators[-_MOST_SEPARATORS:][::-1]:
        yield separator.span()


def _adds_date(context: Context, edit: Edit) -> bool:
    """Return whether an edit adds the date, or a byline too, and leaves the other fields."""
    before = context.reading.document
    after = context.reading.read(apply(context.text, (edit,)))
    names = before.keys() - {"intro", "body"}
    return "date" in after and all(before.get(name) == after.get(name) for name in names)
