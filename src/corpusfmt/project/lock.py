"""One lock for each project folder, so that two runs never write at the same time.

It is a lock of the operating system on the file ``.corpusfmt/lock``: it ends with the process that
holds it, even if that is killed; the processes that write for it take turns (`project.turns`). The
content of the file names the holder, only for messages; the file is removed when the lock is
released.
"""

from __future__ import annotations

import os
import stat
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from corpusfmt.files.project_folder import (
    LinkedFolderError,
    folder_of,
    make_folder,
    remove_gitignore_if_alone,
    writable_root,
)
from corpusfmt.files.read import reason_of
from corpusfmt.model.errors import CorpusfmtError
from corpusfmt.project.turns import remove_turns, wait_for_turns
from corpusfmt.text.display import printable
from corpusfmt.text.values import dataclass

_NAME = "lock"

_ATTEMPTS = 100
"""How often to open the file, since a run that ends may remove it before it is locked."""

_FLAGS = getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)

_LONGEST_HOLDER = 200  # bytes

_held: set[int] = set()
"""The descriptors of the locks that this process holds, and forked processes do not."""

if sys.platform == "win32":
    import msvcrt

    _LOCKED_BYTE = 1 << 30
    """A locked byte cannot be read, so it is one after those that name the holder."""

    def _lock(descriptor: int) -> bool:
        """Lock a file, and return whether no other process has."""
        os.lseek(descriptor, _LOCKED_BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
        return True

else:
    import fcntl

    def _lock(descriptor: int) -> bool:
        """Lock a file, and return whether no other process has."""
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


class LockError(CorpusfmtError):
    """The lock could not be taken; ``message`` is the reason.

    Another run holds it, or its file cannot be used.
    """


@contextmanager
def project_lock(root: str, command: str) -> Iterator[None]:
    """Hold the lock of a project, whose ``root`` is the folder of the settings.

    ``command`` names the holder to other runs, such as "corpusfmt fmt". If the root is not
    writable, the lock is in the current folder, as the undo journal is. If no lock can be made (a
    read-only or full disk, a file system without locks), the run continues without one. The lock
    is not re-entrant. Raise LockError if another run holds it, or if processes of a killed run are
    still writing after some seconds.
    """
    held = _acquire(writable_root(root), command)
    try:
        if held is not None and not wait_for_turns(held.root):
            message = f"processes of a run that was killed are writing in {printable(held.root)}"
            raise LockError(f"{message}; run again when they have ended")
        yield
    finally:
        if held is not None:
            _release(held)


@dataclass(frozen=True, slots=True)
class _Lock:
    root: str
    path: str
    descriptor: int


def _acquire(root: str, command: str) -> _Lock | None:
    """Return the lock, or None if none can be made; raise LockError if another run holds it."""
    path = os.path.join(folder_of(root), _NAME)
    for _ in range(_ATTEMPTS):
        try:
            descriptor = _open(root, path)
        except (FileNotFoundError, FileExistsError):  # another run has just removed the folder
            continue
        except LinkedFolderError as error:
            raise LockError(str(error)) from error
        except OSError:
            return None
        _held.add(descriptor)
        try:
            is_locked = _lock(descriptor)
        except OSError:  # a file system without locks
            _close(descriptor)
            return None
        if not is_locked:
            holder = _read_holder(descriptor)
            _close(descriptor)
            message = f"another run is writing in {printable(root)}: {holder}"
            raise LockError(f"{message}; run again when it has ended")
        if _is_at(path, descriptor):
            _write_holder(descriptor, command)
            with suppress(OSError):
                make_folder(root)  # another run may have removed its content
            return _Lock(root, path, descriptor)
        _close(descriptor)
    return None


def _release(lock: _Lock) -> None:
    """Remove the file, then release the lock.

    In this order the file that is removed is not one that another run has locked.
    """
    remove_turns(lock.root)
    remove_gitignore_if_alone(lock.root)
    with suppress(OSError):
        os.unlink(lock.path)
    _close(lock.descriptor)
    if sys.platform == "win32":  # open files are not removed there: neither ours nor another run's
        with suppress(OSError):
            os.unlink(lock.path)
    with suppress(OSError):
        os.rmdir(folder_of(lock.root))


def _open(root: str, path: str) -> int:
    """Open or create the file of the lock; raise OSError if no lock can be made."""
    try:
        make_folder(root)
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | _FLAGS, 0o666)
    except (FileNotFoundError, FileExistsError):
        raise
    except PermissionError:
        if not os.path.lexists(path):
            raise
        descriptor = _open_read_only(path)
    except OSError as error:
        if os.path.islink(path) or os.path.isdir(path):
            raise LockError(f"{printable(path)}: {reason_of(error)}; expected a file") from error
        raise
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise LockError(f"{printable(path)}: is not a file; remove it")
    return descriptor


def _open_read_only(path: str) -> int:
    """Open a lock that only another user may write; locking requires only to read it."""
    try:
        return os.open(path, os.O_RDONLY | _FLAGS)
    except OSError as error:
        message = f"{printable(path)}: {reason_of(error)}; another user's run may be writing"
        raise LockError(message) from error


def _is_at(path: str, descriptor: int) -> bool:
    """Return whether the open file is still the one at the path."""
    try:
        return os.path.samestat(os.stat(path), os.fstat(descriptor))
    except OSError:
        return False


def _write_holder(descriptor: int, command: str) -> None:
    started = time.strftime("%Y-%m-%d %H:%M:%S")
    line = f"{command} (process {os.getpid()}, since {started})\n"
    with suppress(OSError):  # a file of another user, or a full disk
        os.lseek(descriptor, 0, os.SEEK_SET)
        os.ftruncate(descriptor, 0)
        os.write(descriptor, line.encode())


def _read_holder(descriptor: int) -> str:
    """Return the description of the holder from the file."""
    try:
        os.lseek(descriptor, 0, os.SEEK_SET)
        line = os.read(descriptor, _LONGEST_HOLDER).decode("utf-8", "replace").strip()
    except OSError:
        line = ""
    return printable(line) or "an unknown process"


def _close(descriptor: int) -> None:
    _held.discard(descriptor)
    with suppress(OSError):
        os.close(descriptor)


def _close_in_child() -> None:
    """Close the locks in a forked process, which would keep them if its parent is killed."""
    for descriptor in tuple(_held):
        _close(descriptor)


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_close_in_child)
