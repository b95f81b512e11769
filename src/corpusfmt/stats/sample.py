"""Samples of bounded size that do not depend on the order in which their items arrive."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b
from heapq import heappush, heappushpop
from typing import Generic, TypeVar

_Item = TypeVar("_Item")


def key_of(*parts: object) -> int:
    """Return a number that looks random and depends on the parts only: the key for a sample."""
    text = "\0".join(map(str, parts))
    data = text.encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(data, digest_size=8).digest(), "big")


class Sample(Generic[_Item]):
    """The items with the smallest keys, at most ``limit`` of them.

    With keys that look random, this is a random sample. What one process rejects is rejected by
    any process that has seen more: so each can filter its part, and the result is the same for any
    number of processes.
    """

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self._added = 0
        self._heap: list[tuple[int, int, _Item]] = []

    def admits(self, key: int) -> bool:
        """Return whether an item with this key would be kept."""
        return len(self._heap) < self.limit or key < -self._heap[0][0]

    def add(self, key: int, item: _Item) -> None:
        """Keep an item if its key is small enough. Of items with equal keys the first is kept."""
        entry = (-key, -self._added, item)
        self._added += 1
        if len(self._heap) < self.limit:
            heappush(self._heap, entry)
        elif key < -self._heap[0][0]:
            heappushpop(self._heap, entry)

    def items(self) -> list[_Item]:
        """Return the items, the one with the smallest key first."""
        return [item for _, _, item in sorted(self._heap, reverse=True)]


def largest_share(sizes: Iterable[int], total: int) -> int:
    """Return the largest limit at which groups of these sizes have at most ``total`` items."""
    limit, rest = 0, sorted(sizes)
    for number, size in enumerate(rest):
        share = (size - limit) * (len(rest) - number)
        if share > total:
            return limit + total // (len(rest) - number)
        total -= share
        limit = size
    return limit
