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
from itertools import islice
from operator import eq
from struct import Struct

from corpusfmt.lint import OTHER, Context, Corpus, CorpusFinding, Entry, Option
from corpusfmt.lint.groups import Groups, Row

SEVERITY = "warning"

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


def compare(corpus: Corpus) -> Iterator[CorpusFinding]:
    """Yield a finding for each article whose body is nearly that of one before it."""
    least = min(1.0, max(0.5, corpus.option(SHARE)))
    index = _Index(corpus, least - _SLACK)
    runs = lru_cache(maxsize=_RUNS_KEPT)(lambda path: _runs(corpus.read(path)))
    for entry in corpus.entries:
        if not index.has_candidates(entry.number):
            continue
        similar = islice(index.query(entry), _MOST)
        found = _first_copy(entry.path, similar, least, runs)
        if found is None:  # among similar articles, the first is named
            index.insert(entry.number)
        elif found[1] < 1:
            yield _find(entry.path, *found)
    index.close()


class _Index:
    """Finds the sketches that are similar to another, without a comparison with each."""

    def __init__(self, corpus: Corpus, least: float) -> None:
        """Read the sketches; ``least`` is the share of hashes that similar ones have in common."""
        self.corpus = corpus
        self.fewest = least * _PERMUTATIONS
        self._bands = Groups(_rows(corpus))
        self._has_candidates = _members(self._bands)
        self._is_inserted = bytearray(len(self._has_candidates))
        self._entry = lru_cache(maxsize=_SKETCHES_KEPT)(self._load)

    def has_candidates(self, number: int) -> bool:
        """Return whether an article has a band in common with another."""
        return number < len(self._has_candidates) and bool(self._has_candidates[number])

    def insert(self, number: int) -> None:
        """Let an article be found."""
        self._is_inserted[number] = 1

    def query(self, entry: Entry) -> Iterator[str]:
        """Yield the paths of similar articles before one that were inserted, in their order."""
        hashes = _SKETCH.unpack(entry.fact)
        for number in self._bands.together(entry.number, [*_bands(entry.fact)]):
            if self._is_inserted[number]:
                path, other = self._entry(number)
                if sum(map(eq, hashes, other)) >= self.fewest:
                    yield path

    def close(self) -> None:
        """Remove what is stored."""
        self._bands.close()

    def _load(self, number: int) -> tuple[str, tuple[int, ...]]:
        entry = self.corpus.entries.entry(number)
        return entry.path, _SKETCH.unpack(entry.fact)


def _rows(corpus: Corpus) -> Iterator[Row]:
    for entry in corpus.entries:
        for band in _bands(entry.fact):
            yield Row(band, entry.number, 0, entry.number)


def _members(bands: Groups) -> bytearray:
    """Return which articles have a band in common with another, by number."""
    members = bytearray()
    for group in bands.repeated(2):
        for number, _ in bands.members(group):
            if number >= len(members):
                members.extend(bytes(number + 1 - len(members)))
            members[number] = 1
    return members


def _bands(sketch: bytes) -> Iterator[int]:
    """Yield keys of the pieces of a sketch: similar ones have one in common, most likely."""
    halves = _HALVES.unpack(sketch)
    for number in range(_BANDS):
        piece = (halves[2 * number] << 64) + halves[2 * number + 1]
        yield (piece * _BANDS + number) % _PRIME


def _first_copy(
    path: str, earlier: Iterable[str], least: float, runs: Callable[[str], Set[int]]
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


def _runs(context: Context | None) -> frozenset[int]:
    """Return hashes of the runs of three words of a body; none if it could not be read again."""
    words = [] if context is None else [word.casefold() for word in _words(context)]
    return frozenset(map(hash, zip(words, words[1:], words[2:], strict=False)))


def _share(one: Set[int], other: Set[int]) -> float:
    """Return the Jaccard index: how much of what either has both have."""
    return len(one & other) / len(one | other) if one and other else 0.0
