"""Title in capitals.

### What it does

Reports a title of three words or more that has no lower-case letter.

### Why

Names, acronyms and ordinary words look the same in such a title. In a corpus, it also differs from
the titles of sites that do not use capitals.

### Fix

There is none: it is not known which words begin with a capital.

### Example

```article
# FERRY RUNS AGAIN TO SKERRY



The first ferry since October sailed on Monday with 61 passengers.
```

```findings
1:1: info: the title is in capitals
```

Use instead:

```article
# Ferry Runs Again to Skerry



The first ferry since October sailed on Monday with 61 passengers.
```
"""

from __future__ import annotations

from corpusfmt.lint import Context, Findings

SEVERITY = "info"

_FEWEST_WORDS = 3


def check(context: Context) -> Findings:
    """Yield a finding for a title in capitals."""
    title = context.reading.document.get("title", "")
    if not title.isupper() or title.count(" ") < _FEWEST_WORDS - 1:
        return
    if 2 * sum(map(str.isupper, title)) > sum(map(str.isalpha, title)):  # the script has capitals
        yield context.finding(context.place("/title"), "the title is in capitals", pointer="/title")
