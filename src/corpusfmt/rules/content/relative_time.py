"""Block that is only a relative time.

### What it does

Reports a heading or a paragraph of the body that contains only a time relative to the moment at
which the page was saved: `2 hours ago`, `vor 12 Minuten`, `yesterday`, in about 80 languages.

### Why

Live tickers and lists of comments use such times. When the page has been saved, its text no longer
shows which moment is meant.

### Fix

There is none: the moment is not in the text.

### Example

```article
# Storm Over Skerry: the Day as It Happened

March 14, 2023



### 2 hours ago

The last ferry has turned back.
```

```findings
7:1: warning: “2 hours ago” is a time relative to an unknown moment
  expected: a date or a time of day
```

Use instead:

```article
# Storm Over Skerry: the Day as It Happened

March 14, 2023



### 14:05

The last ferry has turned back.
```
"""

from __future__ import annotations

from corpusfmt.lint import Context, Findings, quoted
from corpusfmt.rules._shared.blocks import short_texts
from corpusfmt.rules._shared.header_lines import unread_lines
from corpusfmt.syntax.dates import is_relative_date
from corpusfmt.text.patterns import regex

SEVERITY = "warning"
PROBLEM = "date"

_LONGEST, _LONGEST_WORD = 40, 14
"""The most characters of a relative time, and of one without a number, such as “yesterday”."""

_NUMBER = regex(r"\d")
_YEAR = regex(r"(?:1[89]|20)[0-9]{2}")
_SENTENCE_END = ".!?…।。"
_TYPES = frozenset({"heading", "paragraph", "item"})


def check(context: Context) -> Findings:
    """Yield a finding for each block that is a relative time, but for those read as headers."""
    relative = []
    for number, text in context.memo(short_texts):
        if len(text) <= _LONGEST and text[-1] not in _SENTENCE_END and _is_relative(text):
            relative.append(number)
    if not relative:
        return
    reported = {line.span for line in context.memo(unread_lines)}
    for number in relative:
        block = context.block(number)
        if block.type in _TYPES and context.span(block) not in reported:
            message = f"{quoted(block.text)} is a time relative to an unknown moment"
            yield context.finding(context.span(block), message, "a date or a time of day")


def _is_relative(text: str) -> bool:
    if len(text) > _LONGEST_WORD and (not _NUMBER.search(text) or _YEAR.search(text)):
        return False
    return is_relative_date(text)
