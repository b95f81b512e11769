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

The fix writes the canonical form. It is safe: the date does not change. There is none where the
line above would then be read as the label of the date.

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

from itertools import groupby

from corpusfmt.lint import Context, Edit, Findings, Fix, quoted
from corpusfmt.syntax.dates import write_date
from corpusfmt.syntax.header import DateField
from corpusfmt.text.edits import apply

SEVERITY = "warning"
FIX = "safe"
NEEDS = ("not canonical",)
WHY = "the date does not change"
OF_FORM = True

_LABELS = {"date": "", "updated": "Updated: "}


def applies(context: Context) -> bool:
    return bool(context.reading.header.dates) and not context.is_canonical


def check(context: Context) -> Findings:
    """Yield a finding for each line of dates that is read, but not in the canonical form."""
    for span, dates in groupby(context.reading.header.dates, lambda date: date.span):
        fields = list(dates)
        if any(date.is_ambiguous or date.unread for date in fields):
            continue
        form = "\n\n".join(map(_form, fields))
        written = context.text[slice(*span)]
        if written != form:
            edit = Edit(span[0], span[1], form)
            fix = None
            if not _changes_more(context, edit):
                fix = Fix("write the date in canonical form", (edit,), True, WHY)
            message = f"{quoted(written)} is not in canonical form"
            expected = form.replace("\n\n", ", and on a line of its own ")
            yield context.finding(span, message, expected, fix=fix)


def _changes_more(context: Context, edit: Edit) -> bool:
    """Return whether the line directly above is text now, and would be the label of the date."""
    line_end = context.text.rfind("\n", 0, edit.start)
    if line_end <= 0 or context.text[line_end - 1] == "\n":
        return False
    return context.reading.read(apply(context.text, (edit,))) != context.reading.document


def _form(date: DateField) -> str:
    """Return the canonical line of a date."""
    return _LABELS[date.name] + write_date(date.value)
