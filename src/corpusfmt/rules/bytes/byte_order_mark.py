r"""Byte-order mark at the start of the file.

### What it does

Reports a byte-order mark (U+FEFF) at the start of a file.

### Why

UTF-8 does not need a byte-order mark. Tools that do not expect one read it as part of the title.

### Fix

The fix removes the mark, as `corpusfmt fmt` does.

### Example

```article escaped
\ufeff# Ferry Runs Again



The ferry to Skerry sailed on Monday.
```

```findings
1:1: warning: the file starts with a byte-order mark
  expected: UTF-8 without a byte-order mark
```

Without the mark:

```article escaped
# Ferry Runs Again



The ferry to Skerry sailed on Monday.
```
"""

from __future__ import annotations

from corpusfmt.lint import Context, Edit, Findings, Fix

SEVERITY = "warning"
FIX = "safe"
SCOPE = "file"
OUTSIDE_TEXT = True
NEEDS = ("not readable",)
WHY = "the mark is not part of the text"
OF_FORM = True


def check(context: Context) -> Findings:
    """Yield a finding where the text starts with one or more U+FEFF, as concatenated files do."""
    count = len(context.text) - len(context.text.lstrip("\ufeff"))
    if count:
        fix = Fix("remove the byte-order mark", (Edit(0, count, ""),), True, WHY)
        message = "the file starts with " + (
            "a byte-order mark" if count == 1 else f"{count:,} byte-order marks"
        )
        yield context.finding(
            (0, count), message, "UTF-8 without a byte-order mark", fix=fix, byte_offset=0
        )
