"""What corpus rules have collected from the articles of a run, in a temporary database.

A million articles need some gigabytes on the disk, and little memory.
"""

from __future__ import annotations

from collections.abc import Iterator

from corpusfmt.files.temporary_database import open_temporary
from corpusfmt.lint.fact_values import from_fact, to_fact
from corpusfmt.text.annotations import TYPE_CHECKING, Protocol
from corpusfmt.text.named_tuples import NamedTuple

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping

    from corpusfmt.lint.corpus import Entry

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

    def is_empty(self) -> bool:
        """Return whether no rule has collected anything."""
        return not self._rules

    def of_rule(self, name: str) -> RuleFacts | None:
        """Return what a rule has collected, or None if that is nothing."""
        return self._rules.get(name)

    def database(self) -> sqlite3.Connection:
        """Return the connection to the temporary database."""
        if self._database is None:
            self._database = _Database()
        return self._database.connection


class RuleFacts:
    """What one rule has collected, one fact for each article.

    Once they are sorted, articles are numbered in the order of their paths, from 1 on.
    """

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

    def sort(self) -> None:
        """Sort the articles by path."""
        if self._is_sorted:
            return
        if self._is_small:
            rows = sorted(self._pending, key=lambda row: row.path)
            self._pending = [row._replace(number=n) for n, row in enumerate(rows, 1)]
        else:
            self._flush()
            unsorted = self._table
            self._table += "_sorted"
            query = f"SELECT NULL, path, host, fact FROM {unsorted} ORDER BY path, number"
            self._create()
            database = self._store.database()
            database.execute(f"INSERT INTO {self._table} {query}")
            database.execute(f"DROP TABLE {unsorted}")
        self._is_sorted = True

    def entries(self) -> Iterator[Entry]:
        """Yield the articles by path."""
        self.sort()
        yield from map(_decode, self._rows())

    def entry(self, number: int) -> Entry:
        """Return the article of a number."""
        if self._is_small:
            return _decode(self._pending[number - 1])
        query = f"SELECT number, path, host, fact FROM {self._table} WHERE number = ?"
        [row] = self._store.database().execute(query, (number,))
        return _decode(_Row(*row))

    def path(self, number: int) -> str:
        """Return the path of the article of a number."""
        return self.entry(number).path

    @property
    def _is_small(self) -> bool:
        return len(self._pending) == self._count

    def _rows(self) -> Iterator[_Row]:
        if self._is_small:
            yield from self._pending
            return
        self._flush()
        query = f"SELECT number, path, host, fact FROM {self._table} ORDER BY number"
        yield from map(_Row._make, self._store.database().execute(query))

    def _flush(self) -> None:
        pending, self._pending = self._pending, []
        if pending:
            self._create()
            insert = f"INSERT INTO {self._table} VALUES (?, ?, ?, ?)"
            self._store.database().executemany(insert, pending)

    def _create(self) -> None:
        self._store.database().execute(
            f"CREATE TABLE IF NOT EXISTS {self._table} "
            "(number INTEGER PRIMARY KEY, path BLOB, host TEXT, fact BLOB)"
        )


class _Database:
    """A database that SQLite deletes when it is closed."""

    def __init__(self) -> None:
        self.connection = open_temporary()

    def __del__(self) -> None:
        self.connection.close()


def _encode(fact: object) -> bytes:
    import json  # which is not imported for one file

    return json.dumps(from_fact(fact)).encode("ascii")


def _decode(row: _Row) -> Entry:
    import json

    from corpusfmt.lint.corpus import Entry

    path = row.path.decode("utf-8", "surrogatepass")
    return Entry(path, row.host, "", to_fact(json.loads(row.fact)), row.number)
