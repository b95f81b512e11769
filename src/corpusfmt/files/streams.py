"""Output to pipes and devices, which is written directly, since it cannot be replaced.

These are named pipes, devices, ``/dev/stdout``, ``/dev/stderr`` and the shell's ``>(command)``. A
name of an open descriptor is written through that descriptor, even if it is that of a file, as
after ``> file``.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterable
from contextlib import suppress

from corpusfmt.files.read import WriteError, reason_of
from corpusfmt.text.patterns import regex

_DESCRIPTOR = regex(r"/dev/(stdout|stderr)|/(?:dev|proc/self)/fd/(\d{1,9})")
_NUMBERS = {"stdout": 1, "stderr": 2}


def descriptor_of(path: str) -> int | None:
    """Return the descriptor that a path such as ``/dev/stdout`` or ``/dev/fd/63`` names."""
    match = _DESCRIPTOR.fullmatch(path) if os.name == "posix" else None
    if match is None:
        return None
    return _NUMBERS[match[1]] if match[1] else int(match[2])


def is_stream(path: str) -> bool:
    """Return whether a path is that of a pipe or a device, or names an open descriptor."""
    if descriptor_of(path) is not None:
        return True
    try:
        mode = os.stat(path).st_mode
    except (OSError, ValueError):
        return False
    return stat.S_ISCHR(mode) or stat.S_ISFIFO(mode)


def write_output(path: str, data: bytes | Iterable[bytes], *, durable: bool = True) -> None:
    """Write output to a path: a file atomically, a stream directly; raise WriteError on failure."""
    if not is_stream(path):
        from corpusfmt.files.write import write_atomically

        write_atomically(path, data, durable=durable)
        return
    chunks = (data,) if isinstance(data, bytes) else data
    number = descriptor_of(path)
    try:
        if number is None:
            descriptor = os.open(path, os.O_WRONLY)
        else:
            _flush(number)
            descriptor = os.dup(number)
        with os.fdopen(descriptor, "wb") as stream:
            stream.writelines(chunks)
    except (OSError, ValueError) as error:
        raise WriteError(path, reason_of(error)) from error


def _flush(number: int) -> None:
    """Flush the standard stream of a descriptor, so that earlier output comes first."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):  # closed, or not a file
            if stream is not None and stream.fileno() == number:
                stream.flush()
