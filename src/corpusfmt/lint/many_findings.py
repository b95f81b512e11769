"""Findings of corpus rules, of which few are in memory: there may be one for each article.

The others are in temporary databases, as `corpusfmt.run.result_store` keeps those of files.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from corpusfmt.files.temporary_database import open_temporary
from corpusfmt.lint.corpus import CorpusFinding
from corpusfmt.model.diagnostic import Diagnostic
from corpusfmt.text.annotations import TYPE_CHECKING, cast

if TYPE_CHECKING:
    import sqlite3

AT_ONCE = 1_000
"""How many findings are in memory at once, and of how many articles git is asked together."""

_Place = tuple[int, bytes, int, int]
"""The number of a rule, and the path, line and column of a diagnostic."""

_Row = tuple[int, bytes, int, int, Diagnostic]


def in_parts(findings: Iterable[CorpusFinding]) -> Iterator[list[CorpusFinding]]:
    """Yield the findings in lists, of which the last one may be shorter; none for no findings."""
    rest = iter(findings)
    while part := list(islice(rest, AT_ONCE)):
        yield part


class KeptFindings:
    """Findings that are iterated over more than once, in their order."""

    def __init__(self, findings: Iterable[CorpusFinding]) -> None:
        parts = in_parts(findings)
        self._first = next(parts, [])
        self._database: sqlite3.Connection | None = None
        for part in parts:
            if self._database is None:
                self._database = open_temporary()
                self._database.execute("CREATE TABLE parts (number INTEGER PRIMARY KEY, part)")
            self._database.execute("INSERT INTO parts (part) VALUES (?)", (_encode(part),))

    def __iter__(self) -> Iterator[CorpusFinding]:
        yield from self._first
        if self._database is not None:
            for (part,) in self._database.execute("SELECT part FROM parts ORDER BY number"):
                yield from cast(list[CorpusFinding], _decode(part))


class SortedDiagnostics:
    """Diagnostics by their rules, each rule's by path, and in an article by their places."""

    def __init__(self) -> None:
        self._few: list[_Row] = []
        self._database: sqlite3.Connection | None = None

    def add(self, rule: int, diagnostics: Iterable[Diagnostic]) -> None:
        """Add diagnostics of a rule, which has a number."""
        for one in diagnostics:
            path = one.path.encode("utf-8", "surrogatepass")  # sorts as the path does
            self._few.append((rule, path, one.line, one.column, one))
            if len(self._few) > AT_ONCE:
                self._flush()

    def __iter__(self) -> Iterator[Diagnostic]:
        if self._database is None:
            for row in sorted(self._few, key=_place_of):
                yield row[-1]
            return
        self._flush()
        query = "SELECT diagnostic FROM found ORDER BY rule, path, line, place, number"
        for (data,) in self._database.execute(query):
            yield cast(Diagnostic, _decode(data))

    def _flush(self) -> None:
        """Move the diagnostics from memory to the database."""
        if self._database is None:
            self._database = open_temporary()
            self._database.execute(
                "CREATE TABLE found (number INTEGER PRIMARY KEY, rule INTEGER, path BLOB, "
                "line INTEGER, place INTEGER, diagnostic BLOB)"
            )
        insert = "INSERT INTO found VALUES (NULL, ?, ?, ?, ?, ?)"
        rows = ((*_place_of(row), _encode(row[-1])) for row in self._few)
        self._database.executemany(insert, rows)
        self._few.clear()


def _encode(value: object) -> bytes:
    import pickle  # which is not imported for few findings

    return pickle.dumps(value, pickle.HIGHEST_PROTOCOL)


def _decode(data: bytes) -> object:
    import pickle

    return pickle.loads(data)


def _place_of(row: _Row) -> _Place:
    return row[:4]
