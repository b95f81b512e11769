"""Articles that have something in common, found in a database.

The database is a temporary one (`open_groups`), or one that is kept between runs.
"""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterable, Iterator, Sequence

from corpusfmt.files.temporary_database import open_temporary
from corpusfmt.text.annotations import TYPE_CHECKING
from corpusfmt.text.named_tuples import NamedTuple

if TYPE_CHECKING:
    import sqlite3

    from corpusfmt.lint.corpus import Row

Key = str | int

TABLE = (
    "CREATE TABLE rows (rule INTEGER, key, number INTEGER, place INTEGER, value, "
    "PRIMARY KEY (rule, key, number, place)) WITHOUT ROWID"
)
"""The rows of all rules. A row without a value has the number of its article for it."""

_STAGED = "CREATE TABLE staging.rows (rule INTEGER, key, number INTEGER, place INTEGER, value)"
_SIZE = "count(*), count(DISTINCT coalesce(value, number))"
_ASKED_AT_ONCE = 512


class Member(NamedTuple):
    """A row of a group: the number of its article, and the place in it."""

    number: int
    place: int


class Value(NamedTuple):
    """A value in a group: how many rows have it, and the first article among these."""

    value: str | int
    rows: int
    first: int


class Group:
    """The rows with one key: how many they are, and how many different values they have."""

    def __init__(self, groups: Groups, key: Key, rows: int, size: int) -> None:
        self.key = key
        self.rows = rows
        self.size = size
        self._groups = groups
        self._last: Collection[int] = ()

    def with_last(self, numbers: Collection[int]) -> Group:
        """Return the group with some articles after all others."""
        group = Group(self._groups, self.key, self.rows, self.size)
        group._last = numbers
        return group

    def members(self, value: str | int | None = None) -> Iterator[Member]:
        """Yield the rows in the order of their articles; with a value, those that have it."""
        if not self._last:
            yield from self._groups.members(self.key, value)
            return
        for is_last in (False, True):
            for member in self._groups.members(self.key, value):
                if (member.number in self._last) == is_last:
                    yield member

    def values(self) -> Iterator[Value]:
        """Yield the different values of the rows, sorted."""
        return self._groups.values(self.key)


class Cluster:
    """Articles with whom no other article has a key in common, in their order."""

    def __init__(self, groups: Groups, numbers: array[int]) -> None:
        self._groups = groups
        self._sorted = numbers
        self._last: Collection[int] = ()

    def with_last(self, numbers: Collection[int]) -> Cluster:
        """Return the cluster with some articles after all others."""
        cluster = Cluster(self._groups, self._sorted)
        cluster._last = numbers
        return cluster

    def __len__(self) -> int:
        return len(self._sorted)

    def __iter__(self) -> Iterator[int]:
        if not self._last:
            yield from self._sorted
            return
        for is_last in (False, True):
            for number in self._sorted:
                if (number in self._last) == is_last:
                    yield number

    def index(self) -> Index:
        """Return a new index, without articles; it takes the place of an earlier one."""
        return self._groups.index()


class Index:
    """Articles by keys: those that were inserted. The others cost nothing, however many they are.

    It is a temporary table of the database.
    """

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        self._count = 0
        database.execute("DROP TABLE IF EXISTS temp.inserted")
        database.execute(
            "CREATE TEMP TABLE inserted (key, place INTEGER, number INTEGER, "
            "PRIMARY KEY (key, place)) WITHOUT ROWID"
        )

    def insert(self, number: int, keys: Iterable[Key]) -> None:
        """Insert an article with its keys."""
        self._count += 1
        insert = "INSERT OR IGNORE INTO temp.inserted VALUES (?, ?, ?)"
        self._database.executemany(insert, [(key, self._count, number) for key in keys])

    def with_any(self, keys: Sequence[Key]) -> list[int]:
        """Return the articles that have one of a few keys, in the order of their insertion."""
        marks = ", ".join("?" * len(keys))
        query = f"SELECT DISTINCT place, number FROM temp.inserted WHERE key IN ({marks})"
        rows = self._database.execute(f"{query} ORDER BY place", keys)
        return [number for _, number in rows]


class Groups:
    """The rows of one rule by their keys.

    ``rule`` is its number in the database. Articles have numbers, which are in their order.
    """

    def __init__(self, database: sqlite3.Connection, rule: int = 0) -> None:
        self._database = database
        self._rule = rule

    def add(self, rows: Iterable[Row]) -> None:
        """Add the rows of a few articles."""
        insert = "INSERT OR IGNORE INTO rows (rule, key, number, place, value) VALUES (?,?,?,?,?)"
        self._database.executemany(insert, [(self._rule, *row) for row in rows])

    def remove(self, rows: Iterable[Row]) -> None:
        """Remove the rows of a few articles."""
        delete = "DELETE FROM rows WHERE rule = ? AND key = ? AND number = ? AND place = ?"
        self._database.executemany(delete, [(self._rule, *row[:3]) for row in rows])

    def repeated(self, fewest: int) -> Iterator[Group]:
        """Yield the groups with so many rows or more."""
        query = f"SELECT key, {_SIZE} FROM rows WHERE rule = ? GROUP BY key HAVING count(*) >= ?"
        for row in self._database.execute(query, (self._rule, fewest)):
            yield Group(self, *row)

    def some(self, keys: Iterable[Key], fewest: int) -> Iterator[Group]:
        """Yield the groups of some keys that have so many rows or more."""
        query = f"SELECT {_SIZE} FROM rows WHERE rule = ? AND key = ?"
        for key in keys:
            [(rows, size)] = self._database.execute(query, (self._rule, key)).fetchall()
            if rows >= fewest:
                yield Group(self, key, rows, size)

    def members(self, key: Key, value: str | int | None = None) -> Iterator[Member]:
        """Yield the rows of a group in the order of their articles."""
        query = "SELECT number, place FROM rows WHERE rule = ? AND key = ?"
        values: tuple[Key, ...] = (self._rule, key)
        if value is not None:
            query, values = f"{query} AND value = ?", (*values, value)
        rows = self._database.execute(f"{query} ORDER BY number, place", values)
        yield from map(Member._make, rows)

    def values(self, key: Key) -> Iterator[Value]:
        """Yield the different values of the rows of a group, sorted."""
        query = (
            "SELECT value, count(*), min(number) FROM rows WHERE rule = ? AND key = ? "
            "GROUP BY value ORDER BY value"
        )
        yield from map(Value._make, self._database.execute(query, (self._rule, key)))

    def numbers_with(self, keys: Sequence[Key]) -> list[int]:
        """Return the articles that have one of the keys."""
        found: set[int] = set()
        for start in range(0, len(keys), _ASKED_AT_ONCE):
            some = keys[start : start + _ASKED_AT_ONCE]
            marks = ", ".join("?" * len(some))
            query = f"SELECT DISTINCT number FROM rows WHERE rule = ? AND key IN ({marks})"
            found.update(row[0] for row in self._database.execute(query, (self._rule, *some)))
        return sorted(found)

    def index(self) -> Index:
        """Return a new index, without articles."""
        return Index(self._database)

    def clusters(self) -> Cluster:
        """Return all articles that have a key in common with another."""
        query = (
            "SELECT DISTINCT number FROM rows WHERE rule = ?1 AND key IN "
            "(SELECT key FROM rows WHERE rule = ?1 GROUP BY key HAVING count(*) > 1) "
            "ORDER BY number"
        )
        rows = self._database.execute(query, (self._rule,))
        return Cluster(self, array("q", (row[0] for row in rows)))

    def cluster(self, numbers: Iterable[int]) -> Cluster:
        """Return some articles, which have no key in common with any other."""
        return Cluster(self, array("q", sorted(numbers)))


def open_groups() -> sqlite3.Connection:
    """Return a new temporary database with the table of rows."""
    database = open_temporary("staging")
    database.execute(TABLE)
    return database


def fill(database: sqlite3.Connection, rows: Iterable[tuple[object, ...]]) -> None:
    """Add the rows of rules, each after the number of its rule, to a database of `open_groups`."""
    database.execute(_STAGED)
    database.executemany("INSERT INTO staging.rows VALUES (?, ?, ?, ?, ?)", rows)
    database.execute(  # in the order of the table, which takes a fraction of the time
        "INSERT OR IGNORE INTO rows SELECT rule, key, number, place, value FROM staging.rows "
        "ORDER BY rule, key, number, place"
    )
    database.execute("DROP TABLE staging.rows")


def key_of(digest: bytes) -> int:
    """Return the first eight bytes of a digest as a key, which takes less space."""
    return int.from_bytes(digest[:8], "big", signed=True)
