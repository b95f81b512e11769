"""Files as bytes: reading them, decoding them as UTF-8 or saying where that fails, and replacing them atomically."""

import os
import stat
from collections.abc import Iterable
from contextlib import suppress

from corpusfmt.files.read import Unwritable, _kind_of, reason_of


def write_atomically(path: str, data: bytes | Iterable[bytes], *, durable: bool = True) -> None:
    """Put the data in place of the file at ``path``, or make it: after any failure the old file is there unchanged.

    The data may come in pieces; what raises while they are made counts as a failure. ``durable`` waits until the
    bytes are on the disk, which what can be made again need not.

    The mode stays as it was, and the owner where the system allows; a new file's mode is the default. Other hard links
    keep the old bytes. Raise Unwritable for symbolic links, folders, read-only files, and where the system refuses.
    """
    try:
        _replace(path, (data,) if isinstance(data, bytes) else data, _check_target(path), durable)
    except (OSError, ValueError) as error:
        raise Unwritable(path, reason_of(error)) from error


_WRITE_FLAGS = (
    os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
)  # never an existing file


def _check_target(path: str) -> os.stat_result | None:
    """Return the status of the file to replace, or None where there is none; raise Unwritable where it must stay."""
    try:
        status = os.lstat(path)
    except FileNotFoundError:
        return None
    if stat.S_ISLNK(status.st_mode):
        raise Unwritable(path, "is a symbolic link; its target is not rewritten")
    if not stat.S_ISREG(status.st_mode):
        raise Unwritable(path, _kind_of(status.st_mode))
    if not os.access(path, os.W_OK):  # replacing needs the folder's permission only
        raise Unwritable(path, "is read-only")
    return status


def _replace(path: str, data: Iterable[bytes], before: os.stat_result | None, durable: bool) -> None:
    folder = os.path.dirname(path)
    if folder and not os.path.isdir(folder):
        raise Unwritable(path, "its folder does not exist")
    temporary = os.path.join(folder, f".corpusfmt-{os.urandom(8).hex()}.tmp")
    try:  # around the opening too: an interrupt may come when the file is there and its descriptor not yet
        descriptor = os.open(temporary, _WRITE_FLAGS, 0o666 if before is None else 0o600)
        _write_through(descriptor, data, durable)
        if before is not None:
            _restore_status(temporary, before)
        os.replace(temporary, path)
    except BaseException:  # an interrupt too leaves nothing behind
        with suppress(OSError):
            os.unlink(temporary)
        raise


def _write_through(descriptor: int, data: Iterable[bytes], durable: bool) -> None:
    with os.fdopen(descriptor, "wb") as file:
        file.writelines(data)
        file.flush()
        if durable:
            os.fsync(descriptor)


def _restore_status(path: str, before: os.stat_result) -> None:
    """Give a file the owner and the mode of the one it replaces; the owner first, since changing it drops mode bits."""
    now = os.lstat(path)
    if hasattr(os, "chown") and (now.st_uid, now.st_gid) != (before.st_uid, before.st_gid):
        try:
            os.chown(path, before.st_uid, before.st_gid)
        except OSError:
            with suppress(OSError):
                os.chown(path, -1, before.st_gid)
    os.chmod(path, stat.S_IMODE(before.st_mode))
