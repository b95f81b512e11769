"""Numeric date that can be read as two different days.

### What it does

Reports a date such as `03/04/2016`. It is read with the month first. The setting `date-order`
(`"day-first"` or `"month-first"`) sets the order for all articles, or for those of a host. Dates
are then read in that order, and are not reported.

### Why

The date is March 4 in the United States, and April 3 in most of the world.

### Fix

There is none, and `corpusfmt fmt` does not rewrite such a file. If the month is first, `corpusfmt
fmt --unsafe-fixes` writes it as a word.

### Example

```article
# Ferry Runs Again

Updated: 03/04/2016



The first ferry since October sailed on Monday with 61 passengers.
```

```findings
3:10: warning: “03/04/2016” is ambiguous; it is read as March 04, 2016
  expected: the month as a word: March 04, 2016, or April 03, 2016
```

With the month as a word:

```article
# Ferry Runs Again

Updated: April 03, 2016



The first ferry since October sailed on Monday with 61 passengers.
```
"""

from __future__ import annotations

import re

from corpusfmt.lint import Context, Findings
from corpusfmt.syntax.dates import read_date, write_date

SEVERITY = "warning"
BLOCKS_REWRITING = "guess"

_FIGURES = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})")


def applies(context: Context) -> bool:
    return not context.is_canonical


def check(context: Context) -> Findings:
    """Yield a finding for each date of the header whose day and month could change places."""
    if context.reading.date_order is not None:  # then no date is a guess
        return
    for token in context.tokens("DATE", "UPDATED"):
        match = _FIGURES.search(token) if "/" in token else None
        if match is None:
            continue
        first, second, year = match.groups()
        read, other = read_date(match[0]), read_date(f"{second}/{first}/{year}")
        if read is not None and other is not None and read != other:
            start = token.start_pos + match.start()
            message = f"“{match[0]}” is ambiguous; it is read as {write_date(read)}"
            expected = f"the month as a word: {write_date(read)}, or {write_date(other)}"
            yield context.finding((start, start + len(match[0])), message, expected)
