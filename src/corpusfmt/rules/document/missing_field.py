"""Missing field that the corpus requires.

### What it does

Reports a field that the settings require and the article does not have. The setting `require =
["byline", "date", "url"]` names the fields that an article must have besides a title and a body. No
field is required by default. A field that is in the text but cannot be read is not reported by this
rule, but by `impossible-date` or `misplaced-url`.

### Why

Tools that use the corpus rely on these fields.

### Fix

There is none: the missing value is not known.

### Example

With `require = ["byline", "date"]`:

```article require=byline,date
# Ferry Runs Again

By [Ana Lind](#)



The first ferry since October sailed on Monday with 61 passengers.
```

```findings
1:1: error: the article has no date
  expected: a line such as “February 04, 2020”, after the byline
```

With the date:

```article require=byline,date
# Ferry Runs Again

By [Ana Lind](#)

March 14, 2023



The first ferry since October sailed on Monday with 61 passengers.
```
"""

from __future__ import annotations

from corpusfmt.lint import Context, Findings
from corpusfmt.rules._shared.header_dates import impossible_dates
from corpusfmt.rules._shared.url_labels import misplaced_labels

SEVERITY = "error"
NEEDS = ("required fields",)

_EXPECTED = {
    "subtitle": "a line such as “## Subtitle”, after the title",
    "byline": "a line such as “By Ana Lind and Per Okland”, after the title",
    "date": "a line such as “February 04, 2020”, after the byline",
    "updated": "a line such as “Updated: February 04, 2020”, after the date",
    "intro": "a paragraph before the gap (the three blank lines before the body)",
    "caption": "a line such as “Caption **Credit**”, after the gap",
    "credit": "a line such as “**Credit**”, after the gap",
    "url": "“Original url:” and the URL, as the last block",
}


def check(context: Context) -> Findings:
    """Yield a finding for each required field that the document lacks, unless the text is empty."""
    missing = [name for name in context.require if name not in context.reading.document]
    if not missing or context.is_empty:
        return
    unreadable = _unreadable(context)
    span = context.place("")
    for name in missing:
        if name not in unreadable:
            yield context.finding(
                span, f"the article has no {name}", _EXPECTED.get(name), pointer=f"/{name}"
            )


def _unreadable(context: Context) -> set[str]:
    """Return the fields that are in the text but cannot be read: other rules report these."""
    names = {date.name for date in context.memo(impossible_dates)}
    if context.memo(misplaced_labels):
        names.add("url")
    return names
