"""Numeric date that could be two days.

`03/04/2016` is March 4 in the print template, which puts the month first, and April 3 in most of
the world. It is read as the template has it. `corpusfmt fmt` leaves the file alone; where the month
does come first, `corpusfmt fmt --unsafe-fixes` writes it in words.

The setting `date-order`, `"day-first"` or `"month-first"`, settles such dates for all articles, or
for those of a host. They are then read in that order and are not reported.

```article
# Ferry Runs Again

Updated: 03/04/2016



The first ferry since October sailed on Monday with 61 passengers.
```

```findings
3:10: warning: “03/04/2016” is read with the month first, as March 04, 2016
  expected: the month in words: March 04, 2016, or April 03, 2016
```

With the month in words:

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
            message = f"“{match[0]}” is read with the month first, as {write_date(read)}"
            expected = f"the month in words: {write_date(read)}, or {write_date(other)}"
            yield context.finding((start, start + len(match[0])), message, expected)
