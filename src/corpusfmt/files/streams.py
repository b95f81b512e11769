"""Output that goes to a pipe or a device: it is written straight through, since nothing there can be replaced.

These are named pipes, devices, ``/dev/stdout``, ``/dev/stderr`` and what the shell's ``>(command)`` gives. A name of an
open descriptor is written through that descriptor, also where a file is behind it, as after ``> file``.
"""

from __future__ import annotations

import os
import re
import stat
import sys
from collections.abc import Iterable
from contextlib import suppress

from corpusfmt.files.atomic import write_atomically
from corpusfmt.files.read import Unwritable, reason_of

_DESCRIPTOR = re.compile(r"/dev/(stdout|stderr)|/(?:dev|proc/self)/fd/(\d{1,9})")
_NUMBERS = {"stdout": 1, "stderr": 2}


def descriptor_of(path: str) -> int | None:
    """Return the descriptor that a path such as ``/dev/stdout`` or ``/dev/fd/63`` names, or None."""
    match = _DESCRIPTOR.fullmatch(path) if os.name == "posix" else None
    if match is None:
        return None
    return _NUMBERS[match[1]] if match[1] else int(match[2])


def is_stream(path: str) -> bool:
    """Return whether a path leads to a pipe or a device, or names an open descriptor."""
    if descriptor_of(path) is not None:
        return True
    try:
        mode = os.stat(path).st_mode
    except (OSError, ValueError):
        return False
    return stat.S_ISCHR(mode) or stat.S_ISFIFO(mode)


def write_output(path: str, data: bytes | Iterable[bytes], *, durable: bool = True) -> None:
    """Write what was requested with a name for it: a file in one step, and a stream straight through.

    Raise Unwritable where that cannot be done.
    """
    if not is_stream(path):
        write_atomically(path, data, durable=durable)
        return
    pieces = (data,) if isinstance(data, bytes) else data
    number = descriptor_of(path)
    try:
        if number is not None:
            _flush(number)
        descriptor = os.open(path, os.O_WRONLY) if number is None else os.dup(number)
        with os.fdopen(descriptor, "wb") as stream:
            stream.writelines(pieces)
    except (OSError, ValueError) as error:
        raise Unwritable(path, reason_of(error)) from error


def _flush(number: int) -> None:
    """Let what was printed before come first."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):  # closed, or not a file
            if stream is not None and stream.fileno() == number:
                stream.flush()
