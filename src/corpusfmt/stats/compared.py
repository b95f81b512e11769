"""The articles that corpus rules compare, in a temporary database."""

from __future__ import annotations

from corpusfmt.files.temporary_database import open_temporary

_PENDING = 1_000
"""How many articles are written at once."""


class ComparedArticles:
    """The host of each article, and its most serious finding, as a number."""

    def __init__(self) -> None:
        self._database = open_temporary()
        self._database.execute(
            "CREATE TABLE articles (path BLOB PRIMARY KEY, host TEXT, severity INTEGER) "
            "WITHOUT ROWID"
        )
        self._pending: list[tuple[bytes, str, int]] = []

    def add(self, path: str, host: str, severity: int) -> None:
        """Add an article. Of two with the same path, the first is kept."""
        self._pending.append((_encode(path), host, severity))
        if len(self._pending) >= _PENDING:
            self._flush()

    def find(self, path: str) -> tuple[str, int]:
        """Return the host of an article, and its most serious finding."""
        self._flush()
        query = "SELECT host, severity FROM articles WHERE path = ?"
        host, severity = self._database.execute(query, (_encode(path),)).fetchone()
        return host, severity

    def set_severity(self, path: str, severity: int) -> None:
        """Set the most serious finding of an article."""
        self._flush()
        update = "UPDATE articles SET severity = ? WHERE path = ?"
        self._database.execute(update, (severity, _encode(path)))

    def close(self) -> None:
        """Delete the database."""
        self._database.close()

    def _flush(self) -> None:
        if self._pending:
            insert = "INSERT OR IGNORE INTO articles VALUES (?, ?, ?)"
            self._database.executemany(insert, self._pending)
            self._pending.clear()


def _encode(path: str) -> bytes:
    return path.encode("utf-8", "surrogatepass")
