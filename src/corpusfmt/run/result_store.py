"""The results of the files of a run, of which few are in memory.

A finding with its texts takes a kilobyte of memory. The others are in a temporary database, from
which they are read again for each report.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from corpusfmt.model.diagnostic import Diagnostic, Report, by_position
from corpusfmt.model.file_result import FileResult
from corpusfmt.text.annotations import TYPE_CHECKING
from corpusfmt.text.values import replace

if TYPE_CHECKING:
    import sqlite3

_FEW = 5_000
"""How many results and findings, and thousands of characters of texts, are in memory."""

_AT_ONCE = 200
"""How many results are read from the database at once."""

_COLUMNS = "(number INTEGER PRIMARY KEY, path BLOB UNIQUE, result BLOB)"


class ResultStore:
    """The results of files by their paths, in the order in which the paths were added first.

    Results may be replaced while they are iterated over.
    """

    def __init__(self) -> None:
        self._few: dict[str, FileResult] = {}  # those that are not in the database yet, or again
        self._weight = 0
        self._count = 0
        self._database: sqlite3.Connection | None = None

    def __len__(self) -> int:
        return self._count

    def __contains__(self, path: str) -> bool:
        return self.get(path) is not None

    def __iter__(self) -> Iterator[FileResult]:
        if self._database is None:
            yield from [*self._few.values()]
            return
        self._flush()
        query = "SELECT number, result FROM results WHERE number > ? ORDER BY number LIMIT ?"
        last = 0
        while rows := self._database.execute(query, (last, _AT_ONCE)).fetchall():
            for _, data in rows:
                yield _decode(data)
            last = rows[-1][0]

    def get(self, path: str) -> FileResult | None:
        """Return the result of a path, or None."""
        result = self._few.get(path)
        if result is not None or self._database is None:
            return result
        query = "SELECT result FROM results WHERE path = ?"
        row = self._database.execute(query, (_encode_path(path),)).fetchone()
        return None if row is None else _decode(row[0])

    def put(self, result: FileResult) -> None:
        """Add a result, or replace the one of the same path."""
        self._count += result.path not in self
        self._few[result.path] = result
        self._weight += 1 + len(result.report.diagnostics) + len(result.text or "") // 1_000
        if self._weight > _FEW:
            self._flush()

    def add(self, diagnostic: Diagnostic) -> None:
        """Add a diagnostic to the result of its path, after the others."""
        result = self.get(diagnostic.path) or FileResult(Report(diagnostic.path))
        diagnostics = (*result.report.diagnostics, diagnostic)
        self.put(replace(result, report=replace(result.report, diagnostics=diagnostics)))

    def add_diagnostics(self, path: str, diagnostics: Iterable[Diagnostic]) -> None:
        """Add diagnostics to the result of a path, in the order of the text."""
        result = self.get(path) or FileResult(Report(path))
        merged = sorted([*result.report.diagnostics, *diagnostics], key=by_position)
        self.put(replace(result, report=replace(result.report, diagnostics=tuple(merged))))

    def sort(self) -> None:
        """Sort the results by path."""
        if self._database is None:
            self._few = dict(sorted(self._few.items()))
            return
        self._flush()
        self._database.execute(f"CREATE TABLE sorted {_COLUMNS}")
        query = "SELECT NULL, path, result FROM results ORDER BY path"
        self._database.execute(f"INSERT INTO sorted {query}")
        self._database.execute("DROP TABLE results")
        self._database.execute("ALTER TABLE sorted RENAME TO results")

    def _flush(self) -> None:
        """Move the results from memory to the database."""
        if self._database is None:
            from corpusfmt.files.temporary_database import open_temporary

            self._database = open_temporary()
            self._database.execute(f"CREATE TABLE results {_COLUMNS}")
        insert = (
            "INSERT INTO results (path, result) VALUES (?, ?) "
            "ON CONFLICT (path) DO UPDATE SET result = excluded.result"
        )
        self._database.executemany(insert, map(_row, self._few.values()))
        self._few.clear()
        self._weight = 0


def _row(result: FileResult) -> tuple[bytes, bytes]:
    import pickle  # which is not imported for few files

    return _encode_path(result.path), pickle.dumps(result, pickle.HIGHEST_PROTOCOL)


def _encode_path(path: str) -> bytes:
    return path.encode("utf-8", "surrogatepass")  # sorts as the path does


def _decode(data: bytes) -> FileResult:
    import pickle

    result: FileResult = pickle.loads(data)
    return result
