"""Counts by name in bounded memory: of very many names, the rare ones are dropped."""

from __future__ import annotations

from collections.abc import Iterable, Mapping


class TopCounter:
    """Counts by name, of at most twice ``limit`` names.

    When there are more, only the ``limit`` most frequent are kept. ``dropped`` is whether that has
    happened: the counts of rare names can then be too low, and their number is not known.
    """

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.dropped = False
        self._counts: dict[str, int] = {}

    def add(self, name: str, number: int = 1) -> None:
        """Add to the count of a name."""
        self._counts[name] = self._counts.get(name, 0) + number
        if len(self._counts) > 2 * self.limit:
            self._counts = dict(self.top(self.limit))
            self.dropped = True

    def update(self, counts: Mapping[str, int]) -> None:
        """Add many counts."""
        for name, number in counts.items():
            self.add(name, number)

    def __len__(self) -> int:
        return len(self._counts)

    def top(self, most: int | None = None) -> list[tuple[str, int]]:
        """Return the most frequent names with their counts, those of equal counts by name."""
        return by_count(self._counts.items())[:most]


def by_count(counts: Iterable[tuple[str, int]]) -> list[tuple[str, int]]:
    """Return names and counts, the most frequent first, those of equal counts by name."""
    return sorted(counts, key=lambda pair: (-pair[1], pair[0]))
