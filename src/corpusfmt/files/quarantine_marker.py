"""The marker of a quarantine: a file whose folder is skipped when articles are searched."""

from __future__ import annotations

import os

from corpusfmt.files.read import ReadError
from corpusfmt.files.untrusted import read_untrusted

MARKER = ".corpusfmt-quarantine"
"""The name of the file."""

MARKER_LIMIT = 1 << 16
"""The largest marker that is read, in bytes."""

_START = b'{"corpusfmt-quarantine": '


def is_quarantine(folder: str) -> bool:
    """Return whether a folder has the marker; an unrelated file of that name does not count."""
    path = os.path.join(folder, MARKER)
    if not os.path.lexists(path):
        return False
    try:
        return read_untrusted(path, MARKER_LIMIT, any_owner=True).startswith(_START)
    except ReadError:
        return False
