"""Temporary files beside the files that are being written, and the removal of abandoned ones.

The name of a temporary file identifies the process that made it:
``.corpusfmt-MACHINE-PROCESS-START-RANDOM.tmp``. A file is abandoned if that process has ended on
this machine; or, if nothing is known of the process, if the file is a day old.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from functools import cache

from corpusfmt.text.patterns import regex

_NAME = regex(r"\.corpusfmt-([0-9a-f]{8})-([0-9]{1,20})-([0-9]{1,20})-[0-9a-f]{16}\.tmp")

_DAY = 24 * 60 * 60  # seconds

_UNKNOWN_START = "0"
"""The start time of a process if the system does not reveal it."""

_START_FIELD = 19
"""The index of the start time in what `_read_status` returns."""

_searched: set[str] = set()
"""The folders that this process has searched."""


def temporary_name() -> str:
    """Return a new name for a temporary file of this process."""
    random = os.urandom(8).hex()
    return f".corpusfmt-{_machine_id()}-{_process_id(os.getpid())}-{random}.tmp"


def remove_abandoned(folders: Iterable[str]) -> None:
    """Remove the abandoned temporary files in these folders, but not below them."""
    for folder in set(folders):
        _searched.add(folder)
        with suppress(OSError), os.scandir(folder or ".") as entries:
            for entry in entries:
                match = _NAME.fullmatch(entry.name)
                if match is not None and entry.is_file(follow_symlinks=False):
                    _remove_if_abandoned(entry, *match.groups())


def remove_abandoned_once(folder: str) -> None:
    """Remove the abandoned files of a folder, unless this process has searched it before."""
    if folder not in _searched:
        remove_abandoned([folder])


def _remove_if_abandoned(entry: os.DirEntry[str], machine: str, process: str, start: str) -> None:
    from time import time

    with suppress(OSError):
        is_known = machine == _machine_id() and sys.platform != "win32"
        if is_known and _is_running(int(process), start):
            return
        if is_known or time() - entry.stat(follow_symlinks=False).st_mtime > _DAY:
            os.unlink(entry.path)


def _is_running(process: int, start: str) -> bool:
    """Return whether a process of this number and start time is running."""
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:  # a process of another user
        pass
    status = _read_status(process)
    if not status or start == _UNKNOWN_START:
        return True
    is_dead = status[0] in "ZX"  # a zombie
    return not is_dead and status[_START_FIELD] == start


@cache
def _process_id(process: int) -> str:
    status = _read_status(process)
    start = status[_START_FIELD] if status else _UNKNOWN_START
    return f"{process}-{start}"


def _read_status(process: int) -> list[str]:
    """Return the fields of ``/proc/PROCESS/stat`` from the state on.

    The list is empty on other systems than Linux, and if the process has ended.
    """
    try:
        with open(f"/proc/{process}/stat", encoding="ascii", errors="replace") as file:
            return file.read().rpartition(")")[2].split()
    except OSError:
        return []


@cache
def _machine_id() -> str:
    """Return a short identifier of this machine.

    A container with a process namespace of its own counts as another machine.
    """
    from hashlib import sha256

    name = os.uname().nodename if hasattr(os, "uname") else os.environ.get("COMPUTERNAME", "")
    with suppress(OSError):
        name += os.readlink("/proc/self/ns/pid")
    return sha256(name.encode(errors="replace")).hexdigest()[:8]
