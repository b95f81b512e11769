r"""Lines that end in a carriage return.

### What it does

Reports carriage returns at the ends of lines, with one finding for the file, at the first.

### Why

In canonical text, lines end with a line feed only, so that the same article has the same bytes on
every system.

### Fix

The fix replaces them with line feeds, as `corpusfmt fmt` does.

### Example

```article escaped
# Ferry Runs Again\r
\r
\r
\r
The ferry to Skerry sailed on Monday.\r
```

```findings
1:19: warning: the file contains 5 carriage returns
  expected: lines that end with a line feed only
```

With line feeds only:

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
NEEDS = ("not readable",)
WHY = "the text of the lines does not change"
OF_FORM = True


def check(context: Context) -> Findings:
    """Yield one finding with the number of carriage returns."""
    start = context.text.find("\r")
    if start < 0:
        return
    count = context.text.count("\r")
    message = "the file contains " + (
        "1 carriage return" if count == 1 else f"{count:,} carriage returns"
    )
    expected = "lines that end with a line feed only"
    yield context.finding((start, start + 1), message, expected, fix=_fix(context))


def _fix(context: Context) -> Fix:
    fed = context.text.replace("\r\n", "\n").replace("\r", "\n")
    return Fix("end the lines with line feeds", (Edit(0, len(context.text), fed),), True, WHY)
