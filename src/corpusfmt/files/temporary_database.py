"""Temporary databases, for what may not fit in memory."""

from __future__ import annotations

from corpusfmt.text.annotations import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3


def open_temporary(*attached: str) -> sqlite3.Connection:
    """Return a new database: a file without a name, of which little is in memory.

    It has others of this kind attached under the names that are given.
    """
    import sqlite3

    # The thread that collects the garbage closes it, which may be another one.
    connection = sqlite3.connect("", isolation_level=None, check_same_thread=False)
    for name in attached:
        connection.execute(f"ATTACH '' AS {name}")
    for schema in ("main", *attached):
        for pragma in ("journal_mode = OFF", "synchronous = OFF", "cache_size = -8000"):
            connection.execute(f"PRAGMA {schema}.{pragma}")
    connection.execute("BEGIN")  # never committed: each row would be a transaction of its own
    return connection
