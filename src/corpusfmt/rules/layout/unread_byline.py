"""Byline that is not read.

### What it does

Reports a line of the header, or of the short paragraphs at the start of the body, that looks like a
byline and is read as text: a label such as `By` or `Von`, and words that begin as names do. This
can be a second byline, one with more in its line than names and roles, or one whose names are in
small letters, or a name alone beside a date, where the article has no authors. A byline in the body
that `stranded-byline` reports is not reported again.

### Why

The article has no authors, or not all that the page names.

### Fix

The fix writes `By ` before a name that is alone in its line. It is unsafe: the name may be that of
somebody else. For other lines there is none: write the names as `By Ada Brook and Tom Reed`, with a
role in parentheses.

### Example

```article
# Ferry Runs Again

By Ada Brook

By Tom Reed



The first ferry since October sailed on Monday with 61 passengers.
```

```findings
5:1: warning: “By Tom Reed” looks like a byline and is read as text
  expected: a line of names below the title, such as By Ada Brook and Tom Reed
```

Use instead:

```article
# Ferry Runs Again

By Ada Brook and Tom Reed



The first ferry since October sailed on Monday with 61 passengers.
```
"""

from __future__ import annotations

from corpusfmt.lint import Context, Edit, Findings, Fix, quoted
from corpusfmt.rules._shared.header_lines import HeaderLine, is_in_any, unread_lines
from corpusfmt.rules._shared.stranded_bylines import stranded_bylines
from corpusfmt.syntax.byline import is_label, looks_like_byline
from corpusfmt.syntax.byline_persons import is_person

SEVERITY = "warning"
FIX = "unsafe"
WHY = "the name may be of somebody else"

_EXPECTED = "a line of names below the title, such as By Ada Brook and Tom Reed"


def check(context: Context) -> Findings:
    """Yield a finding for each line that looks like a byline."""
    stranded = [context.span(block) for block, _ in context.memo(stranded_bylines)]
    has_authors = "byline" in context.reading.document
    for line in context.memo(unread_lines):
        if is_in_any(line, stranded):
            continue
        if not has_authors and _is_alone(context, line):
            message = f"{quoted(line.text)} looks like a name and is read as text"
            edit = Edit(*line.span, f"By {context.text[slice(*line.span)]}")
            fix = Fix("write it as a byline", (edit,), False, WHY)
            yield context.finding(line.span, message, f"By {line.text}, if so", fix=fix)
        elif looks_like_byline(line.text) or (not has_authors and is_label(line.text)):
            message = f"{quoted(line.text)} looks like a byline and is read as text"
            yield context.finding(line.span, message, _EXPECTED)


def _is_alone(context: Context, line: HeaderLine) -> bool:
    """Return whether a line of the header beside a date is the name of a person, and no more."""
    start, end = line.span
    header = context.reading.header
    if not is_person(line.text) or context.text[start:end] != line.text:
        return False
    for date in header.dates:
        if not context.text[end : date.span[0]].strip() and end < date.span[0]:
            return True
        if not context.text[date.span[1] : start].strip() and date.span[1] < start:
            return _is_above_gap(context, end)
    return False


def _is_above_gap(context: Context, end: int) -> bool:
    gap = context.reading.gap
    return gap is not None and end <= gap.start_pos
