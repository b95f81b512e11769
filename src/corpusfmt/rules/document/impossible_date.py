"""A date that no calendar has.

A line in the place of the date that has its form, but names no day (February 30) or no time of day (25:00), is read as
a paragraph, and the article has no date.

No fix is offered: only whoever knows the article knows the day.

```article
# Ferry Runs Again

February 30, 2020



The first ferry since October sailed on Monday with 61 passengers.
```

```findings
3:1: error: “February 30, 2020” is not a day of the calendar
  expected: a date such as February 04, 2020
```

A day that there was:

```article
# Ferry Runs Again

February 29, 2020



The first ferry since October sailed on Monday with 61 passengers.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpusfmt.lint.context import IN_HEADER, Subject
from corpusfmt.model.diagnostic import Finding, Severity
from corpusfmt.syntax.dates import read_date

LEVEL = 3
SEVERITY: Severity = "error"
NEEDS = (IN_HEADER,)

_TYPES = ("DATE", "UPDATED")
_TIME = re.compile(r"[^0-9]*[0-9]{1,2}:[0-9]{2}.*")


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each line that has a date's form and is none."""
    for token in [token for token in subject.reading.before_gap if token.type in _TYPES]:
        name = token.type.lower()
        written = token.match[name]
        if read_date(written) is None:
            is_day = read_date(_TIME.sub("", written)) is not None
            message = f"“{written.strip()}” is not a {'time of day' if is_day else 'day of the calendar'}"
            expected = f"a date such as February 04, 2020{' - 09:02' if is_day else ''}"
            start, end = token.match.span(name)
            yield Finding("impossible-date", message, start, end, expected, f"/{name}")
