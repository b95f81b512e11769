"""Second title in an article.

### What it does

Reports a heading of level 1 that is not the first block.

### Why

The title is the first block, and the only heading of level 1. Any other line that starts with `# `
is read as a heading of level 2, and `corpusfmt fmt` writes it as one. Below the text of an article
and above a gap, it may be the title of another article: the message says so.

### Fix

There is none in this rule. The fix of `layout` writes the line as a heading of level 2.

### Example

```article
# Ferry Runs Again



The ferry to Skerry sailed on Monday.

# What It Costs

A ticket is 12 crowns.
```

```findings
7:1: warning: a second title, read as a heading of level 2
  expected: a heading of level 2 to 6
```

With a heading of level 3:

```article
# Ferry Runs Again



The ferry to Skerry sailed on Monday.

### What It Costs

A ticket is 12 crowns.
```
"""

from __future__ import annotations

from itertools import islice

from corpusfmt.lint import Context, Findings
from corpusfmt.rules._shared.articles_in_text import is_title_above_gap, later_articles

SEVERITY = "warning"
NEEDS = ("not canonical",)
OF_FORM = True


def check(context: Context) -> Findings:
    """Yield a finding for each heading of level 1 but the first, which is the title."""
    headings = context.tokens_by_type.get("HEADING", ())
    titles = [token for token in headings if not token.lstrip().startswith("##")]
    later = context.memo(later_articles)
    for token in islice(titles, "title" not in context.reading.document, None):
        if context.reading.span(token) in later:
            continue
        span = context.reading.span(token)
        message = "a second title, read as a heading of level 2"
        expected = "a heading of level 2 to 6"
        if is_title_above_gap(context, span):
            message += "; another article may begin here"
            expected += ", or one article"
        yield context.finding(span, message, expected)
