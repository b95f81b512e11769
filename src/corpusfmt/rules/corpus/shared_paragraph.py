"""Paragraph that occurs in several articles of one host.

### What it does

Reports a paragraph of 40 characters or more that is in several articles of the same host with
different titles. The host is that of the article's own URL. There is a finding at the paragraph in
each of the articles, which names another article.

### Why

Text that a site prints below all of its articles (about the author, how to subscribe, the terms of
the agency) is not part of any of them.

### Fix

There is none: the paragraph may be news that a site prints in several articles.

### Example

```corpus
==> a.txt <==
# Ferry Runs Again



The ferry to Skerry sailed on Monday.

The Skerry News is printed on paper from the island's own mill.

Original url:

<https://skerrynews.example/ferry>
==> b.txt <==
# Bakery Closes



The bakery on Quay Street closed on Friday.

The Skerry News is printed on paper from the island's own mill.

Original url:

<https://skerrynews.example/bakery>
==> c.txt <==
# School Gets a Roof



The school's new roof was finished on Thursday.

The Skerry News is printed on paper from the island's own mill.

Original url:

<https://skerrynews.example/roof>
```

```findings
a.txt:7:1: warning: 3 articles of skerrynews.example have this paragraph, such as b.txt:7:1
  expected: text that only this article has
b.txt:7:1: warning: 3 articles of skerrynews.example have this paragraph, such as a.txt:7:1
  expected: text that only this article has
c.txt:7:1: warning: 3 articles of skerrynews.example have this paragraph, such as a.txt:7:1
  expected: text that only this article has
```

Articles of different hosts are not compared:

```corpus
==> a.txt <==
# Ferry Runs Again



The ferry to Skerry sailed on Monday for the first time since October.

Original url:

<https://skerrynews.example/ferry>
==> b.txt <==
# Skerry Ferry Sails



The ferry to Skerry sailed on Monday for the first time since October.

Tickets cost as much as before.

Original url:

<https://harbourpost.example/ferry>
```
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from corpusfmt.lint import OTHER, Context, Corpus, CorpusFinding, Option
from corpusfmt.rules._shared.digests import digest, folded

SEVERITY = "warning"

ARTICLES = Option("articles", 3, "the fewest articles that must have the paragraph", 2)
OPTIONS = (ARTICLES,)

_SHORTEST = 40


def collect(context: Context) -> tuple[bytes, bytes, tuple[int, ...]] | None:
    """Return the digest of the title, and those of the long paragraphs with their numbers."""
    if not context.host:
        return None
    title = digest(folded(context.reading.document.get("title", "")))
    digests: list[bytes] = []
    numbers: list[int] = []
    for block in context.blocks:
        if block.type == "paragraph" and len(block.text) >= _SHORTEST:
            digests.append(digest(block.text))
            numbers.append(block.number)
    return title, b"".join(digests), tuple(numbers)


def compare(corpus: Corpus) -> Iterator[CorpusFinding]:
    """Yield a finding for each paragraph that enough other articles of the host have."""
    places: defaultdict[tuple[str, bytes], list[tuple[int, int]]] = defaultdict(list)
    for index, entry in enumerate(corpus.entries):
        _, digests, numbers = entry.fact
        for place, number in enumerate(numbers):
            places[entry.host, digests[8 * place : 8 * place + 8]].append((index, number))
    least = max(2, corpus.option(ARTICLES))
    for (host, _), found in places.items():
        titles = {corpus.entries[index].fact[0] for index, _ in found}
        if len(titles) >= least:
            yield from _find(corpus, host, len(titles), found)


def _find(
    corpus: Corpus, host: str, count: int, found: list[tuple[int, int]]
) -> Iterator[CorpusFinding]:
    first = found[0]
    second = next((place for place in found if place[0] != first[0]), first)
    for index, number in found:
        other, other_number = second if index == first[0] else first
        message = f"{count:,} articles of {host} have this paragraph, such as {OTHER}"
        place = corpus.entries[other].path, f"/body/{other_number}"
        expected = "text that only this article has"
        yield CorpusFinding(corpus.entries[index].path, message, expected, f"/body/{number}", place)
