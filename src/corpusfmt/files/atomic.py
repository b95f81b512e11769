"""Files replaced in one step: after any failure the old file is there unchanged."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable
from contextlib import suppress

from corpusfmt.files.leftovers import remove_leftovers_once, temporary_name
from corpusfmt.files.read import Unreadable, Unwritable, describe_kind, read_bytes, reason_of

CHANGED = "changed while it was being processed; not written, run again"


def write_atomically(path: str, data: bytes | Iterable[bytes], *, durable: bool = True) -> None:
    """Put the data in place of the file at ``path``, or make it: after any failure the old file is there unchanged.

    The data may come in pieces; what raises while they are made counts as a failure. ``durable`` waits until the
    bytes are on the disk, which what can be made again need not.

    The mode and the extended attributes stay as they were, and the owner where the system allows; a new file's mode is
    the default. Other hard links keep the old bytes. Raise Unwritable for symbolic links, folders, read-only files, and
    where the system refuses.
    """
    pieces = (data,) if isinstance(data, bytes) else data
    try:
        _replace(path, pieces, _check_target(path), durable, os.replace)
    except (OSError, ValueError) as error:
        raise Unwritable(path, reason_of(error)) from error


def rewrite(path: str, before: bytes | None, after: bytes, *, mode: int | None = None) -> None:
    """Write a file whose content is known, as `write_atomically` does; everything that rewrites an article uses this.

    ``before`` is what was read, or None where there was no file. The file is read again just before it is replaced:
    Unwritable where it holds anything else, is gone, or is something other than a file. ``mode`` is that of a new file.
    """

    def put(temporary: str, target: str) -> None:
        if before is None:
            if mode is not None:
                os.chmod(temporary, mode)
            _put_new(temporary, target)
            return
        if not _holds(target, before):
            raise Unwritable(path, CHANGED)
        os.replace(temporary, target)

    try:
        status = _check_target(path)
        if (status is None) != (before is None):
            raise Unwritable(path, CHANGED)
        _replace(path, (after,), status, True, put)
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
        raise Unwritable(path, describe_kind(status.st_mode))
    if not os.access(path, os.W_OK):  # replacing needs the folder's permission only
        raise Unwritable(path, "is read-only")
    return status


def _holds(path: str, data: bytes) -> bool:
    """Return whether a path is that of a file, not of a link to one, with exactly this content."""
    try:
        return stat.S_ISREG(os.lstat(path).st_mode) and read_bytes(path) == data
    except (OSError, Unreadable):
        return False


def _put_new(temporary: str, target: str) -> None:
    """Give a new file its name, unless something has that name by now."""
    try:
        os.link(temporary, target)
    except FileExistsError as error:
        raise Unwritable(target, CHANGED) from error
    # Where a file system or a system has no hard links, any of these is raised.
    except (OSError, AttributeError, NotImplementedError) as error:
        if os.path.lexists(target):
            raise Unwritable(target, CHANGED) from error
        os.replace(temporary, target)
        return
    os.unlink(temporary)


def _replace(
    path: str,
    data: Iterable[bytes],
    before: os.stat_result | None,
    durable: bool,
    put: Callable[[str, str], None],
) -> None:
    folder = os.path.dirname(path)
    if folder and not os.path.isdir(folder):
        raise Unwritable(path, "its folder does not exist")
    remove_leftovers_once(folder)
    temporary = os.path.join(folder, temporary_name())
    try:  # around the opening too: an interrupt may come when the file is there and its descriptor not yet
        descriptor = os.open(temporary, _WRITE_FLAGS, 0o666 if before is None else 0o600)
        _write_through(descriptor, data, durable)
        if before is not None:
            _copy_status(path, temporary, before)
        put(temporary, path)
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


def _copy_status(path: str, temporary: str, before: os.stat_result) -> None:
    """Give a file the owner, the extended attributes and the mode of the one it replaces.

    The owner is first, since changing it drops mode bits; the mode is last, since an access list among the attributes
    may change it.
    """
    now = os.lstat(temporary)
    if hasattr(os, "chown") and (now.st_uid, now.st_gid) != (before.st_uid, before.st_gid):
        try:
            os.chown(temporary, before.st_uid, before.st_gid)
        except OSError:
            with suppress(OSError):
                os.chown(temporary, -1, before.st_gid)
    _copy_attributes(path, temporary)
    os.chmod(temporary, stat.S_IMODE(before.st_mode))


def _copy_attributes(path: str, temporary: str) -> None:
    """Copy the extended attributes that this user may read and set; OSError where one of the user's own is lost."""
    if not hasattr(os, "listxattr"):
        return
    try:
        names = os.listxattr(path, follow_symlinks=False)
    except OSError:  # a file system without attributes
        return
    for name in names:
        try:
            os.setxattr(temporary, name, os.getxattr(path, name, follow_symlinks=False))
        except OSError:
            if name.startswith("user."):
                raise
