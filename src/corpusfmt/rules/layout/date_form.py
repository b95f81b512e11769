"""Date that is not in canonical form.

### What it does

Reports a date that is not in canonical form. The canonical form is `February 04, 2020`, with ` -
09:02` after it if there is a time, and `Updated: ` before it if it is the date of the last change.
A numeric date that can be read as two different days is reported by `ambiguous-date` instead,
unless the setting `date-order` sets the order.

### Why

Web pages have `Feb. 4, 2020`, `4 February 2020`, `2020-02-04` or `02/04/2020`. All are read as the
same date, but a search for one form does not find the others.

### Fix

The fix writes the canonical form. It is safe: the date does not change.

### Example

```article
# Ferry Runs Again

Feb. 4, 2020



The first ferry since October sailed on Monday with 61 passengers.
```

```findings
3:1: warning: “Feb. 4, 2020” is not in canonical form
  expected: February 04, 2020
```

Use instead:

```article
# Ferry Runs Again

February 04, 2020



The first ferry since October sailed on Monday with 61 passengers.
```
"""

from __future__ import annotations

from functools import lru_cache

from corpusfmt.lint import Context, Edit, Findings, Fix, quoted
from corpusfmt.syntax.date_order import DateOrder
from corpusfmt.syntax.dates import read_date, write_date

SEVERITY = "warning"
FIX = "safe"
WHY = "the date does not change"

_LEADING = {"DATE": "", "UPDATED": "Updated: "}
_BELOW = frozenset({"GAP", "PARAGRAPH", "HEADING"})
"""What follows the dates of the header."""


def applies(context: Context) -> bool:
    return not context.is_canonical


def check(context: Context) -> Findings:
    """Yield a finding for each date of the header that is read, but not in the canonical form."""
    document = context.reading.document
    if "date" not in document and "updated" not in document:
        return
    order = context.reading.date_order
    for token in context.reading.tokens:
        if token.type in _LEADING:
            form = _form(token.type, token.match[token.type.lower()], order)
            if form is not None and form != (written := token.strip()):
                span = context.reading.span(token)
                fix = Fix("write the date in canonical form", (Edit(*span, form),), True, WHY)
                message = f"{quoted(written)} is not in canonical form"
                yield context.finding(span, message, form, fix=fix)
        elif token.type in _BELOW:
            return


@lru_cache(maxsize=4096)  # the articles of a corpus share their days
def _form(type_: str, written: str, order: DateOrder | None) -> str | None:
    """Return the canonical form of a date.

    None for an impossible one, and for one that could be two days.
    """
    date = read_date(written, order == "day-first")
    if date is None:
        return None
    if order is None and date != read_date(written, True):
        return None
    return _LEADING[type_] + write_date(date)
