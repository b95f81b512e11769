"""What corpus rules have collected from the articles of a run, in a temporary database.

A million articles need some gigabytes on the disk, and little memory.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, NamedTuple, Protocol

from corpusfmt.lint.corpus import Entry
from corpusfmt.lint.fact_values import from_fact, to_fact

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping

_FEW = 256
"""How many facts of a rule are kept without a database."""


class _Result(Protocol):
    """The result of a file: its path and host, and what the rules have collected, by name."""

    @property
    def path(self) -> str: ...
    @property
    def host(self) -> str: ...
    @property
    def facts(self) -> Mapping[str, object]: ...


class _Row(NamedTuple):
    """A fact with its number, which tells articles apart; path and fact are encoded."""

    number: int
    path: bytes
    host: str
    fact: bytes


class FactStore:
    """The facts of all rules."""

    def __init__(self) -> None:
        self._rules: dict[str, RuleFacts] = {}
        self._database: _Database | None = None

    def add(self, result: _Result) -> None:
        """Add what the rules have collected from an article."""
        for name, fact in result.facts.items():
            facts = self._rules.get(name)
            if facts is None:
                facts = self._rules[name] = RuleFacts(self, len(self._rules))
            facts.add(result.path, result.host, fact)

    def of_rule(self, name: str) -> RuleFacts | None:
        """Return what a rule has collected, or None if that is nothing."""
        return self._rules.get(name)

    def database(self) -> sqlite3.Connection:
        """Return the connection to the temporary database."""
        if self._database is None:
            self._database = _Database()
        return self._database.connection


class RuleFacts:
    """What one rule has collected, one fact for each article."""

    def __init__(self, store: FactStore, number: int) -> None:
        self._store = store
        self._table = f"facts_{number}"
        self._pending: list[_Row] = []
        self._count = 0
        self._last = b""
        self._is_sorted = True

    def __len__(self) -> int:
        return self._count

    def add(self, path: str, host: str, fact: object) -> None:
        """Add the fact of an article."""
        encoded = path.encode("utf-8", "surrogatepass")  # sorts as the path does
        self._is_sorted = self._is_sorted and encoded > self._last
        self._last = encoded
        self._count += 1
        self._pending.append(_Row(self._count, encoded, host, _encode(fact)))
        if len(self._pending) > _FEW:
            self._flush()

    def entries(self, new: Collection[str] = ()) -> Iterator[Entry]:
        """Yield the articles by path; those in ``new`` follow the others."""
        if not new:
            yield from map(_decode, self._rows())
            return
        encoded = {path.encode("utf-8", "surrogatepass") for path in new}
        for is_new in (False, True):
            for row in self._rows():
                if (row.path in encoded) == is_new:
                    yield _decode(row)

    def entry(self, number: int) -> Entry:
        """Return the article of a number."""
        if self._is_small:
            return _decode(self._pending[number - 1])
        query = f"SELECT number, path, host, fact FROM {self._table} WHERE number = ?"
        [row] = self._store.database().execute(query, (number,))
        return _decode(_Row(*row))

    @property
    def _is_small(self) -> bool:
        return len(self._pending) == self._count

    def _rows(self) -> Iterator[_Row]:
        if self._is_small:
            yield from sorted(self._pending, key=lambda row: row.path)
            return
        self._flush()
        order = "number" if self._is_sorted else "path, number"
        query = f"SELECT number, path, host, fact FROM {self._table} ORDER BY {order}"
        yield from map(_Row._make, self._store.database().execute(query))

    def _flush(self) -> None:
        pending, self._pending = self._pending, []
        if not pending:
            return
        database = self._store.database()
        database.execute(
            f"CREATE TABLE IF NOT EXISTS {self._table} "
            "(number INTEGER PRIMARY KEY, path BLOB, host TEXT, fact BLOB)"
        )
        database.executemany(f"INSERT INTO {self._table} VALUES (?, ?, ?, ?)", pending)


class _Database:
    """A database that SQLite deletes when it is closed."""

    def __init__(self) -> None:
        self.connection = open_temporary()

    def __del__(self) -> None:
        self.connection.close()


def open_temporary() -> sqlite3.Connection:
    """Return a new database: a file without a name, of which little is in memory."""
    import sqlite3

    connection = sqlite3.connect("", isolation_level=None)
    for pragma in ("journal_mode = OFF", "synchronous = OFF", "cache_size = -8000"):
        connection.execute(f"PRAGMA {pragma}")
    connection.execute("BEGIN")  # never committed: each row would be a transaction of its own
    return connection


def _encode(fact: object) -> bytes:
    return json.dumps(from_fact(fact)).encode("ascii")


def _decode(row: _Row) -> Entry:
    path = row.path.decode("utf-8", "surrogatepass")
    return Entry(path, row.host, "", to_fact(json.loads(row.fact)), row.number)
