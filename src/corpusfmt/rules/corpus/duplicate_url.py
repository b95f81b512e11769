"""Articles with the same URL.

### What it does

Reports articles with the same URL. URLs are compared without their scheme, “www.”, a slash at the
end, the fragment after `#`, and tracking parameters. The first article is not reported; each later
one is, and the finding names the first. Articles in the last commit of git come first, and then
articles in the order of their paths. With a baseline, only the paths count, so that the baseline
stays valid.

### Why

A URL belongs to one article. If two files have the same URL, either the article was scraped twice,
or one of the URLs is wrong.

### Fix

There is none: you decide which of the files to keep.

### Example

```corpus
==> a.txt <==
# Ferry Runs Again



The ferry to Skerry sailed on Monday.

Original url:

<https://skerrynews.example/ferry>
==> b.txt <==
# Ferry Runs Again After the Storm



The ferry to Skerry sailed on Monday with 61 passengers.

Original url:

<http://www.skerrynews.example/ferry/#comments>
```

```findings
b.txt:9:1: warning: the URL is the same as in a.txt:9:1
  expected: one file for each URL
```

Two URLs:

```corpus
==> a.txt <==
# Ferry Runs Again



The ferry to Skerry sailed on Monday.

Original url:

<https://skerrynews.example/ferry>
==> b.txt <==
# Bakery Closes



The bakery on Quay Street closed on Friday.

Original url:

<https://skerrynews.example/bakery>
```
"""

from __future__ import annotations

from collections.abc import Iterator

from corpusfmt.lint import OTHER, Context, Corpus, CorpusFinding, Group
from corpusfmt.rules._shared.tracking import sift
from corpusfmt.text.patterns import regex
from corpusfmt.rules._shared.equal_facts import find_equal, rows_of_fact

SEVERITY = "warning"

_START = regex(r"(?i:https?://)?(?i:www\.)?")


def collect(context: Context) -> str | None:
    """Return the URL as it is compared, or None."""
    address: str = context.reading.document.get("url", "")
    return same(address) if address else None


def same(address: str) -> str:
    """Return what two URLs of the same article have in common."""
    rest = _START.sub("", sift(address, ()).address, count=1).partition("#")[0]
    place, _, query = rest.partition("?")
    host, slash, path = place.rstrip("/").partition("/")
    return host.lower() + slash + path + ("?" + query if query else "")


rows = rows_of_fact


def find(_: Corpus, group: Group) -> Iterator[CorpusFinding]:
    """Yield a finding for each article whose URL a preceding one has."""
    message = f"the URL is the same as in {OTHER}"
    yield from find_equal(group, message, "one file for each URL", "/url")
