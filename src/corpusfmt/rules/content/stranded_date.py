"""Date line in the body of the article.

### What it does

Reports a paragraph or a list item that contains only a date (perhaps with a weekday, a time,
`Published` or the author) among the first four blocks of the body, and elsewhere if it is the date
in the URL. Among the last two blocks, it is reported if it has a label or is the date of the
article. Two such lines without a label are taken for a calendar, and are not reported.

The only such line of an article is reported with severity info if it has a label, or if the article
has no date and the line is between or below sentences: it may also belong to a letter, a picture or
a part of the text.

### Why

The date belongs below the title. Scrapers often leave it in the text, where it is read as a
paragraph.

### Fix

The fix moves the date below the title if the article has none there, and removes it if the date
there is the same. It is unsafe: it may be the date of something else. There is no fix if the line
contains more than one date, or the date can be read in two ways.

### Example

```article
# Ferry Runs Again

By Ana Lind



Published March 14, 2023

The ferry to Skerry sailed on Monday.
```

```findings
7:1: warning: “Published March 14, 2023” is a date line in the body
  expected: the date below the title, where there is no date
```

Use instead:

```article
# Ferry Runs Again

By Ana Lind

March 14, 2023



The ferry to Skerry sailed on Monday.
```
"""

from __future__ import annotations

import re

from corpusfmt.lint import Block, Context, Finding, Findings, Fix, quoted
from corpusfmt.rules._shared.block_edits import leave_out, move_up
from corpusfmt.rules._shared.stranded_dates import possible_dates, stranded_dates
from corpusfmt.syntax.dates import read_date, read_date_line, write_date
from corpusfmt.text.patterns import regex

SEVERITY = "warning"
FIX = "unsafe"
WHY = "it may be the date of something else"
PROBLEM = "date"

_ORDINAL = regex(r"(?<=[0-9])(?:st|nd|rd|th)\b")


def check(context: Context) -> Findings:
    """Yield a finding for each date line of the body that is, or may be, of the article."""
    found = context.memo(stranded_dates)
    for block, match in found:
        yield _find(context, block, match, block is found[0][0])
    for block, match in possible_dates(context):
        message = f"{quoted(match[0])} may be the date of the article"
        expected = "the date below the title, if it is that of the article"
        yield context.finding(context.span(block), message, expected, is_uncertain=True)


def _find(context: Context, block: Block, match: re.Match[str], is_first: bool) -> Finding:
    known = context.reading.document.get("date", "")
    shown = f"“{write_date(known)}”" if known else "no date"
    expected = f"the date below the title, where there is {shown}"
    message = f"{quoted(match[0])} is a date line in the body"
    fix = _fix(context, block, match, known, is_first)
    return context.finding(context.span(block), message, expected, fix=fix)


def _fix(
    context: Context, block: Block, match: re.Match[str], known: str, is_first: bool
) -> Fix | None:
    date = _whole_date(context, match)
    if date is None:
        return None
    if known.startswith(date):
        edits, title = leave_out(context, block, block), "remove the date"
    elif not known and is_first:
        edits = move_up(context, block, "date", write_date(date))
        title = "move the date below the title"
    else:
        return None
    return Fix(title, edits, False, WHY) if edits else None


def _whole_date(context: Context, match: re.Match[str]) -> str | None:
    """Return the date of a line; None where it is not certain, or the line says more than it."""
    day_first = context.reading.date_order == "day-first"
    day = read_date(_ORDINAL.sub("", match["day"]).replace(" of ", " "), day_first)
    line = read_date_line(match[0], day_first=day_first)
    if day is None or line is None or line.date is None or not line.date.startswith(day):
        return None
    is_certain = not line.is_ambiguous or context.reading.date_order is not None
    return line.date if is_certain and line.updated is None and not line.unread else None
