"""Articles with nearly the same body.

### What it does

Reports articles that have most of their sequences of three words in common. Candidates are found by
MinHash (rensa), and are then compared exactly. Bodies of fewer than `words` words are not compared.
Equal bodies are reported by `duplicate-body`. The first article is not reported; each later one is,
and the finding names the first and their share of common sequences. Articles in the last commit of
git come first, and then articles in the order of their paths. With a baseline, only the paths
count, so that the baseline stays valid.

### Why

Such articles are the same agency report in two papers, an article and its corrected version, or a
page that was scraped twice. They count twice in statistics, and in the training data of a language
model.

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
from itertools import islice
from operator import eq
from struct import Struct

from corpusfmt.lint import OTHER, Cluster, Context, Corpus, CorpusFinding, Entry, Option, Row

SEVERITY = "warning"
SETS_ASIDE = True

SHARE = Option("share", 0.8, "the share of their sequences that two bodies must have in common", 0.5, 1)
WORDS = Option("words", 30, "the fewest words that a body must have to be compared", 3)
OPTIONS = (SHARE, WORDS)

_PERMUTATIONS, _BANDS, _SEED = 64, 16, 42
_SKETCH, _HALVES = Struct(f"<{_PERMUTATIONS}I"), Struct(f"<{2 * _BANDS}Q")
_PRIME = (1 << 61) - 1
_SLACK = 0.2
"""How far the estimate of a sketch of 64 hashes may be too low: three times its standard error."""

_LONG_WORD, _ENOUGH = 6, 20
"""Runs that start with longer words are sketched, if there are enough: a quarter of the work."""

_RUNS_KEPT, _SKETCHES_KEPT = 1024, 4096
"""How many articles are kept in memory: their runs (some 20 KB each), and their sketches."""

_MOST = 20
"""How many candidates are compared in earnest for one article, the first ones by path."""


def collect(context: Context) -> bytes | None:
    """Return a sketch of the body's words, 256 bytes; None for a body that is too short."""
    words = _words(context)
    if len(words) < context.option(WORDS):
        return None
    from rensa import RMinHash

    sketch = RMinHash(_PERMUTATIONS, _SEED)
    sketch.update(_sample(words))
    return _SKETCH.pack(*sketch.digest())


def rows(entry: Entry, _: Corpus) -> Iterator[Row]:
    """Yield a row for each band of the sketch of an article."""
    for band in _bands(entry.fact):
        yield Row(band, entry.number)


def find_connected(corpus: Corpus, cluster: Cluster) -> Iterator[CorpusFinding]:
    """Yield a finding for each article whose body is nearly that of one before it."""
    least = min(1.0, max(0.5, corpus.option(SHARE)))
    index = _Index(corpus, cluster, least - _SLACK)
    runs = lru_cache(maxsize=_RUNS_KEPT)(lambda number: _runs(_read(corpus, number)))
    for number in cluster:
        similar = islice(index.query(number), _MOST)
        found = _first_copy(number, similar, least, runs)
        if found is None:  # among similar articles, the first is named
            index.insert(number)
        elif found[1] < 1:
            yield _find(number, *found)


class _Index:
    """Finds the sketches that are similar to another, without a comparison with each."""

    def __init__(self, corpus: Corpus, cluster: Cluster, least: float) -> None:
        """``least`` is the share of hashes that similar sketches have in common."""
        self.index = cluster.index()
        self.fewest = least * _PERMUTATIONS
        self._fact = lru_cache(maxsize=_SKETCHES_KEPT)(lambda number: corpus.entry(number).fact)

    def insert(self, number: int) -> None:
        """Let an article be found."""
        self.index.insert(number, _bands(self._fact(number)))

    def query(self, number: int) -> Iterator[int]:
        """Yield the similar articles that were inserted, in their order."""
        fact = self._fact(number)
        hashes = _SKETCH.unpack(fact)
        for other in self.index.with_any([*_bands(fact)]):
            if sum(map(eq, hashes, _SKETCH.unpack(self._fact(other)))) >= self.fewest:
                yield other


def _read(corpus: Corpus, number: int) -> Context | None:
    return corpus.read(corpus.entry(number).path)


def _bands(sketch: bytes) -> Iterator[int]:
    """Yield keys of the pieces of a sketch: similar ones have one in common, most likely."""
    halves = _HALVES.unpack(sketch)
    for number in range(_BANDS):
        piece = (halves[2 * number] << 64) + halves[2 * number + 1]
        yield (piece * _BANDS + number) % _PRIME


def _first_copy(
    number: int, earlier: Iterable[int], least: float, runs: Callable[[int], Set[int]]
) -> tuple[int, float] | None:
    """Return the first article that has at least a share of the same runs, and that share."""
    for other in earlier:
        share = _share(runs(other), runs(number))
        if share >= least:
            return other, share
    return None


def _find(number: int, earlier: int, share: float) -> CorpusFinding:
    shared = f"{int(share * 100)} % of sequences of three words in common"
    message = f"the body is nearly the same as in {OTHER} ({shared})"
    others = ((earlier, "/body/0"),)
    return CorpusFinding(number, message, "each article only once", "/body/0", others)


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


def _runs(context: Context | None) -> frozenset[int]:
    """Return hashes of the runs of three words of a body; none if it could not be read again."""
    words = [] if context is None else list(map(str.casefold, _words(context)))
    return frozenset(map(hash, zip(words, words[1:], words[2:], strict=False)))


def _share(one: Set[int], other: Set[int]) -> float:
    """Return the Jaccard index: how much of what either has both have."""
    return len(one & other) / len(one | other) if one and other else 0.0
