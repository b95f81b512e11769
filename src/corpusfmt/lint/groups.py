"""Articles that have something in common, found in a temporary database."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from corpusfmt.lint.facts import open_temporary


class Row(NamedTuple):
    """Something in an article: a key to compare it by, the article's number, and the place in it.

    ``value`` tells apart what is counted, such as the titles of the articles.
    """

    key: str | int
    number: int
    place: int
    value: int


class Group(NamedTuple):
    """Rows with the same key: their key, and how many different values they have."""

    key: str | int
    size: int


class Groups:
    """Rows by their keys; rows with the same key are in the order in which they are given."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._database = open_temporary()
        self._database.execute(
            "CREATE TABLE rows (at INTEGER PRIMARY KEY, key, number INTEGER, place INTEGER, "
            "value INTEGER)"
        )
        insert = "INSERT INTO rows (key, number, place, value) VALUES (?, ?, ?, ?)"
        self._database.executemany(insert, rows)
        self._database.execute("CREATE INDEX by_key ON rows (key, at, value)")

    def repeated(self, least: int) -> Iterator[Group]:
        """Yield the groups with so many different values or more, in the order of their first."""
        query = (
            "SELECT key, count(DISTINCT value) AS size FROM rows GROUP BY key "
            "HAVING count(*) >= ?1 AND size >= ?1 ORDER BY min(at)"
        )
        yield from map(Group._make, self._database.execute(query, (least,)))

    def members(self, group: Group) -> Iterator[tuple[int, int]]:
        """Yield the number of the article and the place of each row of a group."""
        query = "SELECT number, place FROM rows WHERE key = ? ORDER BY at"
        yield from self._database.execute(query, (group.key,))

    def together(self, number: int, keys: Sequence[str | int]) -> list[int]:
        """Return the articles before one that have a key in common with it, in their order.

        ``keys`` are those of the article, whose rows follow each other.
        """
        marks = ", ".join("?" * len(keys))
        query = (
            f"SELECT number, min(at) AS first FROM rows WHERE key IN ({marks}) "
            "AND at < (SELECT min(at) FROM rows WHERE key = ? AND number = ?) "
            "GROUP BY number ORDER BY first"
        )
        found = self._database.execute(query, (*keys, keys[0], number))
        return [row[0] for row in found]

    def close(self) -> None:
        """Delete the database."""
        self._database.close()


def key_of(digest: bytes) -> int:
    """Return the first eight bytes of a digest as a key, which takes less space."""
    return int.from_bytes(digest[:8], "big", signed=True)
