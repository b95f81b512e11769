"""Head or foot of a printed page in the text.

### What it does

Reports:

- page numbers: `Page 1 of 2`
- lines that are repeated with another page number, such as `The Skerry Post – Page 3`; without a
  word such as “Page”, they are reported only if they cut a sentence in two, and numbers that are
  alone only if each of them does
- lines that repeat the title, with a date, a number or the name of the site, and lines that are the
  name of a paper or a host, if there are several and they cut a sentence in two
- the lines that a browser prints at the top and bottom of each page: lines of at least two of the
  title, the URL, the time and the page number

### Why

PDF converters write the head and foot of each page between the texts of two pages. They cut
paragraphs in two, and are counted as words of the article.

### Fix

The fix removes the block. It is unsafe: the line may belong to the article.

### Example

```article
# A Bridge for the Lake



The county wants to build a bridge across the lake. The plan has been on the table since the spring.

The Skerry Post – Page 2

The engineer wants three piers, and the fishermen want none.

The Skerry Post – Page 3

The council will vote in May.
```

```findings
7:1: warning: “The Skerry Post – Page 2” is the head or foot of a page
  expected: the article without it
11:1: warning: “The Skerry Post – Page 3” is the head or foot of a page
  expected: the article without it
```

Use instead:

```article
# A Bridge for the Lake



The county wants to build a bridge across the lake. The plan has been on the table since the spring.

The engineer wants three piers, and the fishermen want none.

The council will vote in May.
```
"""

from __future__ import annotations

from corpusfmt.lint import Context, Finding, Findings, Fix, quoted
from corpusfmt.rules._shared.block_edits import leave_out
from corpusfmt.rules._shared.running_heads import running_heads

SEVERITY = "warning"
FIX = "unsafe"
WHY = "the line may belong to the article"


def check(context: Context) -> Findings:
    """Yield a finding for each block that is the head or foot of a page."""
    for number in context.memo(running_heads):
        yield _find(context, number)


def _find(context: Context, number: int) -> Finding:
    block = context.block(number)
    edits = leave_out(context, block, block)
    fix = Fix("remove the block", edits, False, WHY) if edits else None
    start, end = context.span(block)
    # The marks of an item are part of a number of a page such as “- 1 -”.
    shown = context.text[start:end].strip() if block.type == "item" else block.text
    message = f"{quoted(shown)} is the head or foot of a page"
    return context.finding((start, end), message, "the article without it", fix=fix)
