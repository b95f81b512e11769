"""Articles of which a rule has collected the same."""

from __future__ import annotations

from collections.abc import Iterator

from corpusfmt.lint import Corpus
from corpusfmt.lint.groups import Groups, Row, key_of


def equal_facts(corpus: Corpus) -> Iterator[tuple[str, str]]:
    """Yield the path of each article whose string or digest a preceding one has, and its path."""
    groups = Groups(_rows(corpus))
    for group in groups.repeated(2):
        members = groups.members(group)
        first, _ = next(members)
        other = corpus.entries.entry(first).path
        for number, _ in members:
            yield corpus.entries.entry(number).path, other
    groups.close()


def _rows(corpus: Corpus) -> Iterator[Row]:
    for entry in corpus.entries:
        fact: str | bytes = entry.fact
        key = key_of(fact) if isinstance(fact, bytes) else fact
        yield Row(key, entry.number, 0, entry.number)
