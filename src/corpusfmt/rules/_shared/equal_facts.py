"""Articles of which a rule has collected the same."""

from __future__ import annotations

from collections.abc import Iterator

from corpusfmt.lint import Corpus, CorpusFinding, Entry, Group, Row
from corpusfmt.lint.groups import key_of


def rows_of_fact(entry: Entry, _: Corpus) -> Iterator[Row]:
    """Yield the row of an article: its string or digest."""
    fact: str | bytes = entry.fact
    yield Row(key_of(fact) if isinstance(fact, bytes) else fact, entry.number)


def find_equal(group: Group, message: str, expected: str, pointer: str) -> Iterator[CorpusFinding]:
    """Yield a finding for each article of a group but the first, which it names."""
    members = group.members()
    first = next(members).number
    for number, _ in members:
        yield CorpusFinding(number, message, expected, pointer, ((first, pointer),))
