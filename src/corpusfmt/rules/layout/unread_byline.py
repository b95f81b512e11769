"""Byline that is not read.

### What it does

Reports a line of the header, or of the short paragraphs at the start of the body, that looks like a
byline and is read as text: a label such as `By` or `Von`, and words that begin as names do. This
can be a second byline, one with more in its line than names and roles, or one whose names are in
small letters. A byline in the body that `stranded-byline` reports is not reported again.

### Why

The article has no authors, or not all that the page names.

### Fix

There is none: write the names as `By Ada Brook and Tom Reed`, with a role in parentheses.

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

from corpusfmt.lint import Context, Findings, quoted
from corpusfmt.rules._shared.header_lines import is_in_any, unread_lines
from corpusfmt.rules._shared.stranded_bylines import stranded_bylines
from corpusfmt.syntax.byline import is_label, looks_like_byline

SEVERITY = "warning"

_EXPECTED = "a line of names below the title, such as By Ada Brook and Tom Reed"


def check(context: Context) -> Findings:
    """Yield a finding for each line that looks like a byline."""
    stranded = [context.span(block) for block, _ in context.memo(stranded_bylines)]
    has_authors = "byline" in context.reading.document
    for line in context.memo(unread_lines):
        if is_in_any(line, stranded):
            continue
        if looks_like_byline(line.text) or (not has_authors and is_label(line.text)):
            message = f"{quoted(line.text)} looks like a byline and is read as text"
            yield context.finding(line.span, message, _EXPECTED)
