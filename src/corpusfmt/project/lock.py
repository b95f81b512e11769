"""One lock for each project folder, so that two runs never write at the same time.

It is a lock of the operating system on the file ``.corpusfmt/lock``: it ends with the process that holds it, even with
one that is killed. The file says who holds it, for the message only; it is removed when the lock is released.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass

from corpusfmt.files.project_folder import (
    LinkedFolderError,
    folder_of,
    make_folder,
    remove_gitignore_if_alone,
    writable_root,
)
from corpusfmt.files.read import reason_of
from corpusfmt.text.display import printable


class LockError(Exception):
    """The lock could not be taken: another run holds it, or its file cannot be used. ``message`` says which."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


@contextmanager
def project_lock(root: str, command: str) -> Iterator[None]:
    """Hold the lock of a project; ``command`` names its holder to other runs, such as "corpusfmt fmt".

    ``root`` is the folder of the settings. Where that cannot be written, the lock is in the current folder, as the undo
    journal is. Where no lock can be made (a read-only or full disk, a file system without locks), the run goes on
    without one. It is not re-entrant. LockError where another run holds it.
    """
    held = _acquire(writable_root(root), command)
    try:
        yield
    finally:
        if held is not None:
            _release(held)


_NAME = "lock"
_ATTEMPTS = 100
"""How often the file is opened, since a run that ends may remove it between the opening and the locking."""

_FLAGS = getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
_held: set[int] = set()
"""The descriptors of the locks that this process holds."""


@dataclass(frozen=True, slots=True)
class _Held:
    root: str
    path: str
    descriptor: int


def _acquire(root: str, command: str) -> _Held | None:
    """Return the lock, or None where there can be none."""
    path = os.path.join(folder_of(root), _NAME)
    for _ in range(_ATTEMPTS):
        try:
            descriptor = _open(root, path)
        except (FileNotFoundError, FileExistsError):  # a run that ends removes the folder meanwhile
            continue
        except LinkedFolderError as problem:
            raise LockError(str(problem)) from problem
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
            raise LockError(
                f"another run is writing in {printable(root)}: {holder}; run again when it has ended"
            )
        if _is_at(path, descriptor):
            _write_holder(descriptor, command)
            with suppress(OSError):
                make_folder(root)  # a run that ended may have removed what is in it
            return _Held(root, path, descriptor)
        _close(descriptor)
    return None


def _release(held: _Held) -> None:
    """Remove the file while the lock is held, so that no other run holds what is removed; then release it."""
    remove_gitignore_if_alone(held.root)
    with suppress(OSError):
        os.unlink(held.path)
    _close(held.descriptor)
    if (
        sys.platform == "win32"
    ):  # which removes no open file, so this cannot remove another run's lock
        with suppress(OSError):
            os.unlink(held.path)
    with suppress(OSError):
        os.rmdir(folder_of(held.root))


def _open(root: str, path: str) -> int:
    """Open the file of the lock, and make it if it does not exist; OSError where there can be none."""
    try:
        make_folder(root)
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | _FLAGS, 0o666)
    except (FileNotFoundError, FileExistsError):
        raise
    except PermissionError:
        if not os.path.lexists(path):
            raise
        descriptor = _open_of_another(path)
    except OSError as error:
        if os.path.islink(path) or os.path.isdir(path):
            raise LockError(f"{printable(path)}: {reason_of(error)}; expected a file") from error
        raise
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise LockError(f"{printable(path)}: is not a file; remove it")
    return descriptor


def _open_of_another(path: str) -> int:
    """Open a lock that only another user may write: a lock needs no more than to read it."""
    try:
        return os.open(path, os.O_RDONLY | _FLAGS)
    except OSError as error:
        message = f"{printable(path)}: {reason_of(error)}; another user's run may be writing"
        raise LockError(message) from error


if sys.platform == "win32":
    import msvcrt

    _FAR = 1 << 30
    """The byte that is locked: a locked byte cannot be read, and the first ones say who holds the lock."""

    def _lock(descriptor: int) -> bool:
        os.lseek(descriptor, _FAR, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
        return True

else:
    import fcntl

    def _lock(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


def _is_at(path: str, descriptor: int) -> bool:
    """Return whether the open file is still the one at the path."""
    try:
        return os.path.samestat(os.stat(path), os.fstat(descriptor))
    except OSError:
        return False


def _write_holder(descriptor: int, command: str) -> None:
    from time import strftime

    row = f"{command} (process {os.getpid()}, since {strftime('%Y-%m-%d %H:%M:%S')})\n"
    with suppress(OSError):  # another user's file, or a full disk
        os.lseek(descriptor, 0, os.SEEK_SET)
        os.ftruncate(descriptor, 0)
        os.write(descriptor, row.encode())


def _read_holder(descriptor: int) -> str:
    """Return who holds the lock, as it says itself."""
    try:
        os.lseek(descriptor, 0, os.SEEK_SET)
        row = os.read(descriptor, 200).decode("utf-8", "replace").strip()
    except OSError:
        row = ""
    return printable(row) or "an unknown process"


def _close(descriptor: int) -> None:
    _held.discard(descriptor)
    with suppress(OSError):
        os.close(descriptor)


def _close_in_child() -> None:
    """Close the locks in a forked process, which would keep them when its parent is killed."""
    for descriptor in tuple(_held):
        _close(descriptor)


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_close_in_child)
