"""Articles with nearly the same body.

### What it does

Reports articles that have most of their sequences of three words in common. Candidates are found by
MinHash (rensa), and are then compared exactly. Bodies of fewer than `words` words are not compared.
Equal bodies are reported by `duplicate-body`. The first article is not reported; each later one is,
and the finding names the first and their share of common sequences. Articles in the last commit of
git come first, and then articles in the order of their paths. With a baseline, only the paths
count, so that the baseline stays valid.

### Why

The same agency report in two papers, an article and its corrected version, or a page scraped before
and after its newsletter box was added: whatever is made from the corpus sees them twice.

### Fix

There is none: you decide which of the files to keep.

### Example

```corpus
==> a.txt <==
# Ferry Runs Again



The ferry to Skerry sailed on Monday with 61 passengers, the first crossing since a storm tore its ramp from the quay in
October. The harbour master said the new ramp would stand at least ten winters. Tickets cost as much as before.
==> b.txt <==
# Skerry Ferry Sails



The ferry to Skerry sailed on Monday with 61 passengers, the first crossing since a storm tore its ramp from the quay in
October. The harbour master said the new ramp would stand at least ten winters. Tickets cost as much as ever.
```

```findings
b.txt:5:1: warning: the body is nearly the same as in a.txt:5:1 (95 % of sequences of three words in common)
  expected: each article only once
```

Two articles:

```corpus
==> a.txt <==
# Ferry Runs Again



The ferry to Skerry sailed on Monday with 61 passengers, the first crossing since a storm tore its ramp from the quay.
==> b.txt <==
# Bakery Closes



The bakery on Quay Street closed on Friday after forty years, and no one has come forward to take its ovens over.
```
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

from corpusfmt.lint import OTHER, Context, Corpus, CorpusFinding, Option

if TYPE_CHECKING:
    from rensa import RMinHash

SEVERITY = "warning"

SHARE = Option("share", 0.8, "the share of their sequences that two bodies must have in common", 0.5, 1)
WORDS = Option("words", 30, "the fewest words that a body must have to be compared", 3)
OPTIONS = (SHARE, WORDS)

_PERMUTATIONS, _BANDS, _SEED = 64, 16, 42
_SLACK = 0.2
"""How far the estimate of a sketch of 64 hashes may be too low: three times its standard error."""

_LONG_WORD, _ENOUGH = 6, 20
"""Runs that start with longer words are sketched, if there are enough: a quarter of the work."""

_Run: TypeAlias = tuple[str, ...]

_MOST = 20
"""How many candidates are compared in earnest for one article, the first ones by path."""


def collect(context: Context) -> RMinHash | None:
    """Return a sketch of the body's words, about 400 bytes; None for a body that is too short."""
    words = _words(context)
    if len(words) < context.option(WORDS):
        return None
    from rensa import RMinHash

    sketch = RMinHash(_PERMUTATIONS, _SEED)
    sketch.update(_sample(words))
    return sketch


def compare(corpus: Corpus) -> Iterator[CorpusFinding]:
    """Yield a finding for each article whose body is nearly that of one before it."""
    from rensa import RMinHashLSH

    least = min(1.0, max(0.5, corpus.option(SHARE)))
    index = RMinHashLSH(least, _PERMUTATIONS, _BANDS)
    runs = lru_cache(maxsize=64)(lambda path: _runs(corpus.read(path)))
    for number, entry in enumerate(corpus.entries):
        similar: list[str] = []
        for other in sorted(index.query(entry.fact)):
            earlier = corpus.entries[other]
            if entry.fact.jaccard(earlier.fact) >= least - _SLACK:
                similar.append(earlier.path)
        found = _first_copy(entry.path, similar[:_MOST], least, runs)
        if found is None:  # among similar articles, the first is named
            index.insert(number, entry.fact)
        elif found[1] < 1:
            yield _find(entry.path, *found)


def _first_copy(
    path: str, earlier: Iterable[str], least: float, runs: Callable[[str], Set[_Run]]
) -> tuple[str, float] | None:
    """Return the first article that has at least a share of the same runs, and that share."""
    for other in earlier:
        share = _share(runs(other), runs(path))
        if share >= least:
            return other, share
    return None


def _find(path: str, earlier: str, share: float) -> CorpusFinding:
    shared = f"{int(share * 100)} % of sequences of three words in common"
    message = f"the body is nearly the same as in {OTHER} ({shared})"
    return CorpusFinding(path, message, "each article only once", "/body/0", ((earlier, "/body/0"),))


def _words(context: Context) -> Sequence[str]:
    """Return the words of the body, or its pairs of characters where it has no spaces."""
    text = " ".join(block.text for block in context.blocks)
    words = text.split()
    if len(text) > 12 * len(words):
        return [text[place : place + 2] for place in range(len(text) - 1)]
    return words


def _sample(words: Sequence[str]) -> list[str]:
    """Return some runs of three words: those that start with a long one, the same in every body."""
    runs = zip(words, words[1:], words[2:], strict=False)
    sampled = [one + two + three for one, two, three in runs if len(one) > _LONG_WORD]
    if len(sampled) >= _ENOUGH:
        return sampled
    return list(map("".join, zip(words, words[1:], words[2:], strict=False)))


def _runs(context: Context | None) -> frozenset[_Run]:
    """Return the runs of three words of a body; none where it could not be read again."""
    words = [] if context is None else [word.casefold() for word in _words(context)]
    return frozenset(zip(words, words[1:], words[2:], strict=False))


def _share(one: Set[_Run], other: Set[_Run]) -> float:
    """Return the Jaccard index: how much of what either has both have."""
    return len(one & other) / len(one | other) if one and other else 0.0
