"""Dateline of a news agency at the start of the body.

### What it does

Reports the place, the day and the agency before the first sentence: `SKERRY, March 14 (Reuters) -`,
`Skerry, March 14 (IANS)`, `Skerry (dpa/bb) -`, `(AFP) –`, `SKERRY —`, `МОСКВА, 14 марта. /ТАСС/.`,
`新华社北京3月14日电`, `【ロンドン共同】`, `(서울=연합뉴스)`.

### Why

The dateline is part of the article as it was printed, and shows where the text comes from. But
articles that are compared or counted may need to be without it. The maintainers of a corpus decide
whether it keeps datelines, so the severity is info.

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

from itertools import islice

from corpusfmt.lint import Context, Findings, quoted
from corpusfmt.rules._shared.datelines import dateline_of

SEVERITY = "info"

_FIRST = 3
"""How many paragraphs are looked at."""


def check(context: Context) -> Findings:
    """Yield a finding for the dateline of the first paragraph that has one."""
    paragraphs = (number for number, kind in enumerate(context.types) if kind == "paragraph")
    for number in islice(paragraphs, _FIRST):
        dateline = dateline_of(context.texts[number])
        if dateline:
            start, end = context.span(context.block(number))
            place = context.text.find(dateline, start, end)
            span = (start, end) if place < 0 else (place, place + len(dateline))
            yield context.finding(span, f"a dateline, {quoted(dateline)}")
            return
