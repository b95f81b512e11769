"""Article in another language than the others of its host.

### What it does

Reports an article whose language is not that of the other articles of its host, if there are at
least as many articles as the option `articles` and 80 % of them are in one language. The language
is guessed from frequent words or, if that fails, from the script. Articles of fewer than 100
characters are ignored.

### Why

A site in one language rarely publishes an article in another. The page may be an automatic
translation or an advert, or come from another site.

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

from collections import Counter
from collections.abc import Iterator

from corpusfmt.lint import Context, Corpus, CorpusFinding, Entry, Group, Option, Row
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


def rows(entry: Entry, _: Corpus) -> Iterator[Row]:
    """Yield the row of an article: its host, with its likely languages."""
    yield Row(entry.host, entry.number, value=" ".join(entry.fact))


def find(corpus: Corpus, group: Group) -> Iterator[CorpusFinding]:
    """Yield a finding for each article of another language than nearly all of its host."""
    if group.rows < corpus.option(ARTICLES):
        return
    values = [*group.values()]
    counts: Counter[str] = Counter()
    for value in values:
        for name in set(str(value.value).split()):
            counts[name] += value.rows
    usual = {name for name, count in counts.items() if count >= _SHARE * group.rows}
    if not usual:
        return
    share = max(counts[name] for name in usual)
    where = f"{share:,} of {group.rows:,} articles of {group.key}"
    for value in values:
        if usual.isdisjoint(str(value.value).split()):
            for member in group.members(value.value):
                message = f"the language is not that of {where}"
                yield CorpusFinding(member.number, message, None, "/body/0")
