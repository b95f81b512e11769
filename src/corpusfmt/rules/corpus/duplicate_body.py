"""Articles with the same body.

### What it does

Reports articles whose blocks contain the same words. Markup and whitespace are ignored, and titles,
dates and URLs may differ. The first article is not reported; each later one is, and the finding
names the first. Articles in the last commit of git come first, and then articles in the order of
their paths. With a baseline, only the paths count, so that the baseline stays valid.

### Why

An article that is in a corpus twice counts twice in statistics, and in the training data of a
language model.

### Fix

There is none: you decide which of the files to keep.

### Example

```corpus
==> a.txt <==
# Ferry Runs Again



The ferry to Skerry sailed on Monday with 61 passengers.
==> b.txt <==
# Skerry Ferry Sails



The ferry to **Skerry** sailed on Monday with 61 passengers.
```

```findings
b.txt:5:1: warning: the body is the same as in a.txt:5:1
  expected: each article only once
```

Two articles:

```corpus
==> a.txt <==
# Ferry Runs Again



The ferry to Skerry sailed on Monday with 61 passengers.
==> b.txt <==
# Bakery Closes



The bakery on Quay Street closed on Friday.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from corpusfmt.lint import OTHER, Context, Corpus, CorpusFinding, Group
from corpusfmt.rules._shared.digests import digest
from corpusfmt.rules._shared.equal_facts import find_equal, rows_of_fact

SEVERITY = "warning"
SETS_ASIDE = True


def collect(context: Context) -> bytes | None:
    """Return a digest of the body's words, or None for a body without any."""
    words = " ".join(filter(None, (block.text for block in context.blocks)))
    if "  " in words or "\n" in words:
        words = " ".join(words.split())
    return digest(words) if words else None


rows = rows_of_fact


def find(_: Corpus, group: Group) -> Iterator[CorpusFinding]:
    """Yield a finding for each article whose body one before it has."""
    message = f"the body is the same as in {OTHER}"
    yield from find_equal(group, message, "each article only once", "/body/0")
