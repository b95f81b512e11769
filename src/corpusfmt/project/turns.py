"""The turns of the processes that write for a run, so that none writes after the run has ended.

A process that writes for another holds ``.corpusfmt/writers`` for as long as it rewrites a few
files, together with others, and first looks whether its run still lives. If the run is killed, the
next one that writes takes the lock of the project, and waits here for the processes that are in the
middle of a turn; later ones find that their run has ended. So forked and spawned processes are
alike, and a lock need not be inherited.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from corpusfmt.files.project_folder import folder_of, make_folder

_NAME = "writers"
_FLAGS = (
    os.O_RDWR
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
)
_ATTEMPTS, _PAUSE = 100, 0.05
"""How often, and after how many seconds, the processes of a killed run are waited for."""

if sys.platform == "win32":
    import msvcrt

    _BYTES = 1 << 20
    """A process locks one of so many bytes, since a lock there is never shared."""

    def _share(descriptor: int) -> None:
        os.lseek(descriptor, os.getpid() % _BYTES, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_LOCK, 1)

    def _take(descriptor: int) -> None:
        os.lseek(descriptor, 0, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, _BYTES)

    def _is_child_of(process: int) -> bool:
        from multiprocessing import parent_process

        parent = parent_process()
        return parent is not None and parent.pid == process and parent.is_alive()

else:
    import fcntl

    def _share(descriptor: int) -> None:
        """Lock a file together with others; wait for a process that has it alone."""
        fcntl.flock(descriptor, fcntl.LOCK_SH)

    def _take(descriptor: int) -> None:
        """Lock a file alone; raise OSError if another process has it."""
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _is_child_of(process: int) -> bool:
        """Return whether a process lives that has started this one."""
        return os.getppid() == process


@contextmanager
def turn(root: str, run: int) -> Iterator[bool]:
    """Take a turn to write; yield whether the run still lives, whose process ``run`` is.

    The process of the run itself needs no turn. Where no lock can be made, there is none.
    """
    if os.getpid() == run:
        yield True
        return
    descriptor = _open(root, os.O_CREAT)
    try:
        if descriptor is not None:
            with suppress(OSError):  # a file system without locks
                _share(descriptor)
        yield _is_child_of(run)
    finally:
        if descriptor is not None:
            os.close(descriptor)


def wait_for_turns(root: str) -> bool:
    """Wait for the processes of a killed run; return whether none is in the middle of a turn."""
    descriptor = _open(root, 0)
    if descriptor is None:
        return True
    try:
        for _ in range(_ATTEMPTS):
            try:
                _take(descriptor)
            except (BlockingIOError, PermissionError):
                time.sleep(_PAUSE)
            except OSError:  # a file system without locks
                return True
            else:
                return True
        return False
    finally:
        os.close(descriptor)


def remove_turns(root: str) -> None:
    """Remove the file when a run has ended, before it releases the lock of the project."""
    with suppress(OSError):
        os.unlink(os.path.join(folder_of(root), _NAME))


def _open(root: str, flags: int) -> int | None:
    """Open the file, or return None if that is not possible."""
    path = os.path.join(folder_of(root), _NAME)
    with suppress(OSError):
        return os.open(path, _FLAGS | flags, 0o666)
    if not flags:
        return None
    with suppress(OSError):
        make_folder(root)
        return os.open(path, _FLAGS | flags, 0o666)
    return None
