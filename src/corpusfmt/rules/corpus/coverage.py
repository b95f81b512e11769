"""Field that too few articles have.

### What it does

Reports a field if fewer articles have it than the settings require, in percent:

```toml
[coverage]
date = 95

[hosts."skerrynews.example".coverage]
byline = 98
```

The first is the percentage of all articles of the run, the second of the articles whose own URL has
this host or a subdomain of it. Nothing is required by default. The finding is at the first article,
by path, that lacks the field, and contains the number of articles that have it.

### Why

Not every article has a byline, so it would be too strict to require one in each. But if half of a
site's articles have none, its pages have probably changed, and the scraper has not.

### Fix

There is none.

### Example

With `coverage = {byline = 60}`:

```corpus coverage=byline:60
==> a.txt <==
# Ferry Runs Again

By [Ana Lind](#)



The ferry to Skerry sailed on Monday.
==> b.txt <==
# Bakery Closes



The bakery on Quay Street closed on Friday.
```

```findings
b.txt:1:1: error: 1 of 2 articles has a byline (50 %)
  expected: a byline in 60 % of the articles
```

With `coverage = {byline = 50}`:

```corpus coverage=byline:50
==> a.txt <==
# Ferry Runs Again

By [Ana Lind](#)



The ferry to Skerry sailed on Monday.
==> b.txt <==
# Bakery Closes



The bakery on Quay Street closed on Friday.
```
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from corpusfmt.lint import Context, Corpus, CorpusFinding

SEVERITY = "error"
BLAMES_FILE = False
FEWEST = 1

_NAMES = {"intro": "an intro", "updated": "an updated date"}
"""The fields that are not named by "a" and their key."""


def collect(context: Context) -> tuple[str, ...]:
    """Return the fields that the article has."""
    return tuple(context.reading.document)


@dataclass(slots=True)
class _Field:
    """The articles of a group that may have a field: how many, how many have it, and one without.
    """

    articles: int = 0
    have: int = 0
    lacking: str = ""


def compare(corpus: Corpus) -> Iterator[CorpusFinding]:
    """Yield a finding for each field that too few articles have, of all or of a host."""
    for group, demanded in sorted(corpus.coverage.items()):
        if not demanded:
            continue
        found = _count(corpus, group, demanded)
        for part, share in demanded.items():
            yield from _find(group, found[part], part, share)


def _count(corpus: Corpus, group: str, parts: Iterable[str]) -> dict[str, _Field]:
    found = {part: _Field() for part in parts}
    for entry in corpus.entries:
        if group and entry.group != group:
            continue
        for part, counts in found.items():
            counts.articles += 1
            if part in entry.fact:
                counts.have += 1
            else:
                counts.lacking = counts.lacking or entry.path
    return found


def _find(group: str, found: _Field, part: str, share: float) -> Iterator[CorpusFinding]:
    if found.lacking and found.have * 100 < share * found.articles:
        which = f" of {group}" if group else ""
        has = "has" if found.have == 1 else "have"
        named = _NAMES.get(part, f"a {part}")
        percent = int(found.have * 1000 / found.articles) / 10
        number = f"{found.have:,} of {found.articles:,} articles"
        message = f"{number}{which} {has} {named} ({percent:g} %)"
        yield CorpusFinding(found.lacking, message, f"{named} in {share:g} % of the articles", "")
