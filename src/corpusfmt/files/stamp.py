"""Whether a file has changed, by what the system knows of it without reading it."""

from __future__ import annotations

import os
import sys
import time
from struct import Struct, error

from corpusfmt.files.read import read_with_status

StampError = error
"""What is raised for a number that no stamp can have."""

UNSETTLED = b""
"""The stamp of a file that may change without another stamp: it equals no other stamp."""

_FORMAT = Struct("<qqqQ")
_MARK = Struct("<qqqQQ")
_SIGNED, _UNSIGNED = (1 << 63) - 1, (1 << 64) - 1
_SETTLING = 3_000_000_000
"""How old in nanoseconds a modification must be so that the next one has another time.

The times of files have ticks: of milliseconds on most file systems, of two seconds on FAT. git
compares with the time of its index for the same reason.
"""


def stamp_of(status: os.stat_result) -> bytes:
    """Return the stamp of a file: its size, times of modification and change, and number."""
    # On Windows that is the time of creation.
    changed = 0 if sys.platform == "win32" else status.st_ctime_ns
    return _FORMAT.pack(
        status.st_size,
        status.st_mtime_ns & _SIGNED,
        changed & _SIGNED,
        status.st_ino & _UNSIGNED,
    )


def stamp_with(status: os.stat_result, number: int) -> bytes:
    """Return the stamp of a file, and a number of 64 bits after it.

    Raise StampError for another number. For many files, one call takes half the time of two.
    """
    changed = 0 if sys.platform == "win32" else status.st_ctime_ns
    return _MARK.pack(
        status.st_size,
        status.st_mtime_ns & _SIGNED,
        changed & _SIGNED,
        status.st_ino & _UNSIGNED,
        number,
    )


def settled_stamp(status: os.stat_result, now: int) -> bytes:
    """Return the stamp of a file whose status was read at ``now``, in nanoseconds since 1970.

    UNSETTLED if the file was modified just before, or in the future.
    """
    last = status.st_mtime_ns
    if sys.platform != "win32":
        last = max(last, status.st_ctime_ns)
    return stamp_of(status) if last < now - _SETTLING else UNSETTLED


def read_stamped(path: str) -> tuple[bytes, bytes]:
    """Return the bytes of a regular file, and its stamp from before they were read.

    Raise ReadError for anything else. A change of the file meanwhile gives it another stamp.
    """
    now = time.time_ns()
    data, status = read_with_status(path)
    return data, settled_stamp(status, now)
