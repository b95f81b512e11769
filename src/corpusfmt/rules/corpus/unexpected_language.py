"""Article in another language than the others of its host.

### What it does

Reports an article whose language is not that of the other articles of its host, where there are
enough of them and nearly all are in one language. The language is that of the most frequent words,
or the script.

### Why

A site that prints in one language rarely prints an article in another: the page is a translation by
a program, an advert, or comes from somewhere else.

### Fix

There is none.

### Example

```corpus
==> a.txt <==
# Ferry Runs Again



The ferry to Skerry sailed on Monday for the first time since October, and it was late, as all of them have been.

Original url:

<https://skerrynews.example/ferry>
==> b.txt <==
# Bakery Closes



The bakery on Quay Street closed on Friday after forty years, and nobody knows what will be there in the spring.

Original url:

<https://skerrynews.example/bakery>
==> c.txt <==
# School Gets a Roof



The roof of the school was finished on Thursday, and the children are in their own rooms for the first time.

Original url:

<https://skerrynews.example/roof>
==> d.txt <==
# Crane Falls



The crane at the harbour fell on Sunday, but nobody was near it, and the port was open again on the next day.

Original url:

<https://skerrynews.example/crane>
==> e.txt <==
# Neue Uhr am Hafen



Die Uhr am Hafen ist am Montag gekommen, und sie war am Dienstag zu spät, wie der Hafenmeister sagt. Das liegt nicht an der Uhr.

Original url:

<https://skerrynews.example/uhr>
```

```findings
e.txt:5:1: warning: the language is not that of 4 of 5 articles of skerrynews.example
```

Articles of different hosts are not compared:

```corpus
==> a.txt <==
# Ferry Runs Again



The ferry to Skerry sailed on Monday for the first time since October, and it was late, as all of them have been.

Original url:

<https://skerrynews.example/ferry>
==> b.txt <==
# Bakery Closes



The bakery on Quay Street closed on Friday after forty years, and nobody knows what will be there in the spring.

Original url:

<https://skerrynews.example/bakery>
==> c.txt <==
# School Gets a Roof



The roof of the school was finished on Thursday, and the children are in their own rooms for the first time.

Original url:

<https://skerrynews.example/roof>
==> d.txt <==
# Crane Falls



The crane at the harbour fell on Sunday, but nobody was near it, and the port was open again on the next day.

Original url:

<https://skerrynews.example/crane>
==> e.txt <==
# Neue Uhr am Hafen



Die Uhr am Hafen ist am Montag gekommen, und sie war am Dienstag zu spät, wie der Hafenmeister sagt. Das liegt nicht an der Uhr.

Original url:

<https://harbourpost.example/uhr>
```
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from corpusfmt.lint import Context, Corpus, CorpusFinding, Option
from corpusfmt.rules._shared.open_words import languages
from corpusfmt.rules._shared.scripts import script_of

SEVERITY = "warning"

ARTICLES = Option("articles", 5, "the fewest articles of a host that are compared", 3)
OPTIONS = (ARTICLES,)

_SHARE = 0.8
"""The share of a host's articles that must be in one language."""

_FEWEST_CHARACTERS = 100


def collect(context: Context) -> tuple[str, ...] | None:
    """Return the likely languages of an article, or else its script; None where it is short."""
    size = sum(map(len, context.texts))
    if not context.host or size < _FEWEST_CHARACTERS:
        return None
    likely = sorted(context.memo(languages))
    if likely:
        return tuple(likely)
    script = script_of(context)
    return None if script is None else (script,)


def compare(corpus: Corpus) -> Iterator[CorpusFinding]:
    """Yield a finding for each article of another language than nearly all of its host."""
    sizes: Counter[str] = Counter()
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for entry in corpus.entries:
        sizes[entry.host] += 1
        counts[entry.host].update(set(entry.fact))
    usual: dict[str, dict[str, int]] = {}
    for host, size in sizes.items():
        if size >= corpus.option(ARTICLES):
            usual[host] = _usual(counts[host], size)
    for entry in corpus.entries:
        own_usual = usual.get(entry.host)
        if own_usual and own_usual.keys().isdisjoint(entry.fact):
            share, size = max(own_usual.values()), sizes[entry.host]
            where = f"{share:,} of {size:,} articles of {entry.host}"
            message = f"the language is not that of {where}"
            yield CorpusFinding(entry.path, message, None, "/body/0")


def _usual(counts: Counter[str], size: int) -> dict[str, int]:
    """Return the languages of nearly all of so many articles, with the number of each."""
    return {name: count for name, count in counts.items() if count >= _SHARE * size}
