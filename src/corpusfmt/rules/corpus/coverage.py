"""Field that too few articles have.

### What it does

Reports a field if the percentage of articles that have it is lower than the settings require:

```toml
[coverage]
date = 95

[hosts."skerrynews.example".coverage]
byline = 98
```

The first value applies to all articles of the run, the second to the articles whose own URL has
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

from collections.abc import Iterator

from corpusfmt.lint import Context, Corpus, CorpusFinding, Entry, Group, Row

SEVERITY = "error"
BLAMES_FILE = False
FEWEST = 1

_NAMES = {"intro": "an intro", "updated": "an updated date"}
"""The fields that are not named by "a" and their key."""


def collect(context: Context) -> tuple[str, ...]:
    """Return the fields that the article has."""
    return tuple(context.reading.document)


def rows(entry: Entry, corpus: Corpus) -> Iterator[Row]:
    """Yield a row for all articles, and one for those of the host, if something is required."""
    for group in dict.fromkeys(("", entry.group)):
        if corpus.coverage.get(group):
            yield Row(group, entry.number, value=" ".join(sorted(entry.fact)))


def find(corpus: Corpus, group: Group) -> Iterator[CorpusFinding]:
    """Yield a finding for each field that too few articles have, of all or of a host."""
    host = str(group.key)
    values = [*group.values()]
    for part, share in corpus.coverage[host].items():
        have = 0
        lacking: list[int] = []
        for fields, count, first in values:
            if part in str(fields).split():
                have += count
            else:
                lacking.append(first)
        if lacking and have * 100 < share * group.rows:
            which = f" of {host}" if host else ""
            message = _describe(have, group.rows, which, part)
            expected = f"{_named(part)} in {share:g} % of the articles"
            yield CorpusFinding(min(lacking), message, expected, "")


def _describe(have: int, articles: int, which: str, part: str) -> str:
    has = "has" if have == 1 else "have"
    percent = int(have * 1000 / articles) / 10
    number = f"{have:,} of {articles:,} articles"
    return f"{number}{which} {has} {_named(part)} ({percent:g} %)"


def _named(part: str) -> str:
    return _NAMES.get(part, f"a {part}")
