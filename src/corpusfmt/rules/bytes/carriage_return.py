r"""Lines that end in a carriage return.

Canonical text ends its lines with a line feed alone, so that a corpus has one byte sequence for one text wherever it
is written. One finding for the file, at the first; `corpusfmt fmt` writes line feeds.

```article escaped
# Ferry Runs Again\r
\r
\r
\r
The ferry to Skerry sailed on Monday.\r
```

```findings
1:19: warning: the file holds 5 carriage returns
  expected: lines that end in a line feed alone
```

With line feeds alone:

```article escaped
# Ferry Runs Again



The ferry to Skerry sailed on Monday.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from corpusfmt.lint.context import UNREADABLE, Subject
from corpusfmt.model.diagnostic import Finding, Severity
from corpusfmt.text.edits import Edit, Fix

LEVEL = 1
SEVERITY: Severity = "warning"
NEEDS = (UNREADABLE,)
WHY = "the lines stay as they are"


def check(subject: Subject) -> Iterator[Finding]:
    """Yield one finding with the number of carriage returns."""
    start = subject.text.find("\r")
    if start < 0:
        return
    count = subject.text.count("\r")
    message = "the file holds " + ("1 carriage return" if count == 1 else f"{count:,} carriage returns")
    expected = "lines that end in a line feed alone"
    yield Finding("carriage-return", message, start, start + 1, expected, fix=_fix(subject))


def _fix(subject: Subject) -> Fix | None:
    if not subject.is_text:
        return None
    fed = subject.text.replace("\r\n", "\n").replace("\r", "\n")
    return Fix("end the lines with line feeds", (Edit(0, len(subject.text), fed),), True, WHY)
