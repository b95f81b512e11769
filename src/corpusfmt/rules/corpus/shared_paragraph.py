"""Paragraph that occurs in several articles of one host.

### What it does

Reports a paragraph of 40 characters or more that is in several articles of the same host with
different titles. The host is that of the article's own URL. There is one finding for each
paragraph, in the first article by path. It contains the number of articles, some of the other
places, and the start of the paragraph as a setting for the rule `boilerplate`, which then finds the
paragraph in every article.

### Why

Text that a site prints below all of its articles (about the author, how to subscribe, the terms of
the agency) is not part of any of them.

### Fix

There is none: the paragraph may be news that a site prints in several articles. If it is not, copy
the phrase from the finding to the settings: the unsafe fix of `boilerplate` then removes the
paragraph.

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
a.txt:7:1: warning: 3 articles of skerrynews.example have this paragraph, such as b.txt:7:1, c.txt:7:1
  expected: text that only this article has; if the site prints it below its articles: [rules.boilerplate] phrases = ["The Skerry News is printed on paper from the island's own"]
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

import json
from collections.abc import Iterator

from corpusfmt.lint import OTHER, Context, Corpus, CorpusFinding, Entry, Group, Option, Row
from corpusfmt.lint.groups import key_of
from corpusfmt.rules._shared.digests import digest, folded
from corpusfmt.text.digests import blake2b

SEVERITY = "warning"

ARTICLES = Option("articles", 3, "the fewest articles that must have the paragraph", 2)
OPTIONS = (ARTICLES,)

BLAMES_FILE = False

_SHORTEST = 40
_PLACES_SHOWN = 3
_LONGEST_PHRASE = 60
_EXPECTED = "text that only this article has"
_SETTINGS = "if the site prints it below its articles: [rules.boilerplate] phrases"


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


def rows(entry: Entry, _: Corpus) -> Iterator[Row]:
    """Yield a row for each paragraph: what is counted is the titles."""
    title, digests, numbers = entry.fact
    host = entry.host.encode("utf-8", "surrogatepass")
    for place, number in enumerate(numbers):
        paragraph = digests[8 * place : 8 * place + 8]
        key = key_of(blake2b(paragraph + host, digest_size=8).digest())
        yield Row(key, entry.number, number, key_of(title))


def find(corpus: Corpus, group: Group) -> Iterator[CorpusFinding]:
    """Yield a finding for a paragraph that enough articles of a host have: in the first one."""
    if group.size < max(2, corpus.option(ARTICLES)):
        return
    by_article: dict[int, int] = {}
    for article, place in group.members():
        by_article.setdefault(article, place)
        if len(by_article) > _PLACES_SHOWN:
            break
    (first, place), *others = by_article.items()
    entry = corpus.entry(first)
    message = f"{group.size:,} articles of {entry.host} have this paragraph, such as {OTHER}"
    shown = tuple((article, f"/body/{other}") for article, other in others)
    expected = _EXPECTED
    phrase = _phrase(corpus, entry.path, place)
    if phrase:
        expected = f"{_EXPECTED}; {_SETTINGS} = [{json.dumps(phrase, ensure_ascii=False)}]"
    yield CorpusFinding(first, message, expected, f"/body/{place}", shown, group.size)


def _phrase(corpus: Corpus, path: str, number: int) -> str:
    """Return the start of a paragraph, as the rule boilerplate may take it from the settings."""
    context = corpus.read(path)
    if context is None or number >= len(context.texts):
        return ""
    text = context.texts[number].partition("\n")[0]
    if len(text) <= _LONGEST_PHRASE:
        return text
    words = text[:_LONGEST_PHRASE].rsplit(" ", 1)
    return words[0]
