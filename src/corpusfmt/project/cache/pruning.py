"""Remove from a cache what is not needed any more."""

from __future__ import annotations

import os
import sqlite3
from time import time

DAY = 86400
"""The seconds of a day."""

_UNUSED_DAYS = 30
"""After how many days without a run the results for some settings are removed."""

_VARIANTS = 16
"""For how many different settings results are kept."""

_SPARE = 1000
"""How many results of contents are kept, besides as many as there are files, that no file has."""


def prune(connection: sqlite3.Connection) -> None:
    """Remove folders that are gone, settings that are not used, and spare results."""
    execute = connection.execute
    for number, path in execute("SELECT id, path FROM folders").fetchall():
        if not os.path.isdir(path):
            execute("DELETE FROM files WHERE folder = ?", (number,))
            execute("DELETE FROM folders WHERE id = ?", (number,))
    kept = (int(time()) - _UNUSED_DAYS * DAY, _VARIANTS)
    removed = execute(
        "DELETE FROM variants WHERE used < ? OR id NOT IN "
        "(SELECT id FROM variants ORDER BY used DESC, id DESC LIMIT ?)",
        kept,
    )
    if removed.rowcount:
        for table in ("files", "contents", "corpora", "comparisons"):
            execute(f"DELETE FROM {table} WHERE variant NOT IN (SELECT id FROM variants)")
    [[files]] = execute("SELECT count(*) FROM files")
    [[contents]] = execute("SELECT count(*) FROM contents")
    if contents > 2 * files + _SPARE:
        execute("DELETE FROM contents WHERE id NOT IN (SELECT content FROM files)")
