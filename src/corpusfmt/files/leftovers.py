"""Temporary files beside the files that are being written, and their removal where a process died before it did that.

Their names say which process of which machine made them: ``.corpusfmt-MACHINE-PROCESS-START-RANDOM.tmp``. One is
removed where that process has ended on this machine; or where it is a day old, if nothing is known of the process.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable
from contextlib import suppress
from functools import cache

_NAME = re.compile(r"\.corpusfmt-([0-9a-f]{8})-([0-9]{1,20})-([0-9]{1,20})-[0-9a-f]{16}\.tmp")
_DAY = 24 * 60 * 60
_UNKNOWN = "0"
"""The start of a process where the system does not say it."""

_looked_through: set[str] = set()


def temporary_name() -> str:
    """Return a new name for a temporary file of this process."""
    return f".corpusfmt-{_machine()}-{_own(os.getpid())}-{os.urandom(8).hex()}.tmp"


def remove_leftovers(folders: Iterable[str]) -> None:
    """Remove the temporary files in these folders, not below them, whose processes have ended."""
    for folder in set(folders):
        _looked_through.add(folder)
        with suppress(OSError), os.scandir(folder or ".") as entries:
            for entry in entries:
                match = _NAME.fullmatch(entry.name)
                if match is not None and entry.is_file(follow_symlinks=False):
                    _remove_if_left(entry, *match.groups())


def remove_leftovers_once(folder: str) -> None:
    """Remove the leftovers of a folder, if this process has not looked through it yet."""
    if folder not in _looked_through:
        remove_leftovers([folder])


def _remove_if_left(entry: os.DirEntry[str], machine: str, process: str, start: str) -> None:
    from time import time

    with suppress(OSError):
        is_known = machine == _machine() and sys.platform != "win32"
        if is_known and _is_running(int(process), start):
            return
        if is_known or time() - entry.stat(follow_symlinks=False).st_mtime > _DAY:
            os.unlink(entry.path)


def _is_running(process: int, start: str) -> bool:
    """Return whether a process runs that has this number and was started then."""
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:  # it is another user's
        pass
    status = _status(process)
    if not status or start == _UNKNOWN:
        return True
    return status[0] not in "ZX" and status[19] == start


@cache
def _own(process: int) -> str:
    status = _status(process)
    return f"{process}-{status[19] if status else _UNKNOWN}"


def _status(process: int) -> list[str]:
    """Return what Linux says of a process, from its state on; empty on other systems, and where it has ended."""
    try:
        with open(f"/proc/{process}/stat", encoding="ascii", errors="replace") as file:
            return file.read().rpartition(")")[2].split()
    except OSError:
        return []


@cache
def _machine() -> str:
    """Return a short mark of this machine; a container with numbers of its own for processes is another one."""
    from hashlib import sha256

    name = os.uname().nodename if hasattr(os, "uname") else os.environ.get("COMPUTERNAME", "")
    with suppress(OSError):
        name += os.readlink("/proc/self/ns/pid")
    return sha256(name.encode(errors="replace")).hexdigest()[:8]
