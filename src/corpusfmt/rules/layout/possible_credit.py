"""First line of the body that may be a credit, but is read as a paragraph.

### What it does

Reports a line after the gap (the three blank lines before the body) that may be a credit: names
that the body has as well, a name in capital letters, words with a slash between them, a caption
with a label such as “Source:”.

### Why

The line may name the source of the picture, or be the first paragraph. It is read as a paragraph.
The severity is info, since the text alone does not show which it is: about half of these lines are
credits, the others are names of places, teams or sections.

### Fix

There is none. If the line is a credit, write it in bold.

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

from corpusfmt.lint import Context, Findings, quoted

SEVERITY = "info"


def check(context: Context) -> Findings:
    """Yield one finding at most: at the line after the gap."""
    found = context.reading.found_credit
    if found is None or found.grade != "possible":
        return
    shown = quoted(found.credit)
    message = f"{shown} is read as a paragraph, but may be a credit"
    yield context.finding(context.credit_span(), message, f"**{shown[1:-1]}**, if it is a credit")
