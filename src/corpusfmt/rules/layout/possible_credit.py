"""First line of the body that may be a credit, but is read as a paragraph.

### What it does

Reports a line after the gap (the three blank lines before the body) that may be a credit: names
that also occur in the body, a name in capital letters, words with a slash between them, a caption
with a label such as “Source:”. The rule also reports a possible credit that extends over two lines,
or is below its label.

### Why

The line may name the source of the picture, or be the first paragraph. It is read as a paragraph.
The severity is info, since the text alone does not show which it is: about half of these lines are
credits, the others are names of places, teams or sections.

### Fix

The fix writes a credit of two lines on one line, in bold. It is unsafe: the lines may be text.
There is no fix for a credit of one line: if the line is a credit, write it in bold.

### Example

```article
# Ferry Runs Again



GIFTS/LOANS

The first ferry since October sailed on Monday with 61 passengers.
```

```findings
5:1: info: “GIFTS/LOANS” is read as a paragraph, but may be a credit
  expected: **GIFTS/LOANS**, if it is a credit
```

Use instead, if it is a credit:

```article
# Ferry Runs Again



**GIFTS/LOANS**

The first ferry since October sailed on Monday with 61 passengers.
```
"""

from __future__ import annotations

from corpusfmt.lint import Context, Edit, Finding, Findings, Fix, quoted
from corpusfmt.rules._shared.parted_credits import PartedCredit, parted_credit
from corpusfmt.rules._shared.stranded_credits import stranded_credits
from corpusfmt.syntax.escape import escape

SEVERITY = "info"
FIX = "unsafe"
WHY = "the lines may be text of the article"
PROBLEM = "credit"


def check(context: Context) -> Findings:
    """Yield one finding at most: at the line after the gap."""
    parted = parted_credit(context)
    if parted is not None and context.memo(stranded_credits).keys().isdisjoint((0, 1)):
        yield _parted(context, parted)
    found = context.reading.found_credit
    if found is None or found.grade != "possible":
        return
    shown = quoted(found.credit)
    message = f"{shown} is read as a paragraph, but may be a credit"
    yield context.finding(context.credit_span(), message, f"**{shown[1:-1]}**, if it is a credit")


def _parted(context: Context, parted: PartedCredit) -> Finding:
    """Return the finding for a credit over two lines."""
    caption = f"{escape(parted.found.caption)} " if parted.found.caption else ""
    line = f"{caption}**{escape(parted.found.credit)}**"
    edit = Edit(*parted.span, line)
    fix = None
    if "](" not in context.text[slice(*parted.span)]:  # a caption has no links: a URL would be lost
        fix = Fix("write the credit on one line, in bold", (edit,), False, WHY)
    message = f"{quoted(parted.found.credit)} may be a credit, but is divided by a line end"
    return context.finding(parted.span, message, line, fix=fix)
