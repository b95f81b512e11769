"""Dateline of a news agency at the start of the body.

### What it does

Reports the place, the day and the agency before the first sentence: `SKERRY, March 14 (Reuters) -`,
`Skerry (dpa/bb) -`, `(AFP) –`.

### Why

The dateline belongs to the article as it was printed, and says where the text comes from. A corpus
that compares or counts texts may leave it out, so it is only an info.

### Fix

There is none.

### Example

```article
# Ferry Runs Again



SKERRY, March 14 (Reuters) - The ferry to Skerry sailed on Monday.
```

```findings
5:1: info: a dateline, “SKERRY, March 14 (Reuters) -”
```

An article without one:

```article
# Ferry Runs Again



The ferry to Skerry sailed on Monday.
```
"""

from __future__ import annotations

import re

from corpusfmt.lint import Context, Findings, quoted
from corpusfmt.syntax.credit_lists import agencies

SEVERITY = "info"

_FIRST = 3
_LONGEST = 100
_DATELINE = re.compile(
    r"(?P<place>[^()\n.!?]{0,60}(?:\d\.)?[^()\n.!?]{0,20})[(（](?P<agency>[\w /.-]{2,30})[)）]\s?"
    r"(?:\.\s?)?[-–—:]+\s?"
)


def check(context: Context) -> Findings:
    """Yield a finding for the dateline of the first paragraph that has one."""
    for number, text in enumerate(context.texts[:_FIRST]):
        head = text[:_LONGEST]
        if "(" not in head and "（" not in head:
            continue
        match = _DATELINE.match(head)
        if match is None or not _is_agency(match["agency"]):
            continue
        start, _ = context.span(context.block(number))
        place = context.text.find(match["agency"], start)
        end = context.text.find("\n", start) if place < 0 else place + len(match["agency"])
        end += len(match[0]) - match.end("agency") if place >= 0 else 0
        message = f"a dateline, {quoted(match[0].strip())}"
        yield context.finding((start, end), message)
        return


def _is_agency(text: str) -> bool:
    """Return whether a text names an agency, perhaps with its desk (``dpa/bb``)."""
    known = agencies()
    return any(part in known or part.upper() in known for part in re.split(r"[/ -]", text))
