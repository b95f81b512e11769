"""Files beside the articles, such as settings, baselines and manifests.

Whoever can write in a folder can put such a file there. So none is read from a device or without
a limit, and one that belongs to another user counts only if the user has named it.
"""

from __future__ import annotations

import os
import stat

from corpusfmt.files.ownership import describe_owner, is_trusted
from corpusfmt.files.read import READ_FLAGS, ReadError, reason_of

_NO_LINK = getattr(os, "O_NOFOLLOW", 0)
_CHUNK = 1 << 20  # bytes


def read_untrusted(
    path: str, limit: int, *, any_owner: bool = False, follow_links: bool = False
) -> bytes:
    """Return the bytes of a file beside the articles.

    ``limit`` is the largest size in bytes. ``any_owner`` is for a file that the user has named.
    ``follow_links`` allows the path to be a symbolic link; the owner is then that of its target.
    Raise ReadError if the file cannot be read or cannot be trusted.
    """
    if not follow_links and os.path.islink(path):
        raise ReadError(path, "is a symbolic link; expected a file")
    flags = READ_FLAGS if follow_links else READ_FLAGS | _NO_LINK
    try:
        descriptor = os.open(path, flags)
        try:
            _check(descriptor, path, any_owner=any_owner)
            return _read(descriptor, path, limit)
        finally:
            os.close(descriptor)
    except (OSError, ValueError) as error:
        reason = "is a folder" if os.path.isdir(path) else reason_of(error)
        raise ReadError(path, reason) from error


def _check(descriptor: int, path: str, *, any_owner: bool) -> None:
    """Raise ReadError unless an open file is a regular one of a trusted owner."""
    status = os.fstat(descriptor)
    if stat.S_ISDIR(status.st_mode):
        raise ReadError(path, "is a folder")
    if not stat.S_ISREG(status.st_mode):
        raise ReadError(path, "is not a regular file")
    if not any_owner and not is_trusted(status, path):
        raise ReadError(path, describe_owner(status))


def _read(descriptor: int, path: str, limit: int) -> bytes:
    too_large = ReadError(path, f"is larger than {limit:,} bytes")
    if os.fstat(descriptor).st_size > limit:
        raise too_large
    chunks: list[bytes] = []
    left = limit
    while chunk := os.read(descriptor, _CHUNK):  # it may grow; in /proc, its size is 0
        left -= len(chunk)
        if left < 0:
            raise too_large
        chunks.append(chunk)
    return b"".join(chunks)
