"""Replacing files in one step: after any failure the old file is left unchanged."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable
from contextlib import suppress

from corpusfmt.files.read import ReadError, WriteError, describe_kind, read_bytes, reason_of
from corpusfmt.files.temporary_files import remove_abandoned_once, temporary_name
from corpusfmt.text.annotations import TYPE_CHECKING
from corpusfmt.text.named_tuples import NamedTuple

if TYPE_CHECKING:
    from typing import BinaryIO

CHANGED = "changed during the run and was not written; run again"

_WRITE_FLAGS = (  # never an existing file
    os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
)


def write_atomically(path: str, data: bytes | Iterable[bytes], *, durable: bool = True) -> None:
    """Replace or create the file at ``path``; after any failure the old file is left unchanged.

    The data may be an iterable of chunks; an exception that it raises counts as a failure.
    ``durable`` waits until the bytes are on the disk; data that can be made again need not.

    The mode and the extended attributes are kept, and the owner if the system allows; a new file
    has the default mode. Other hard links keep the old bytes. Raise WriteError for symbolic links,
    folders and read-only files, and if the system refuses.
    """
    chunks = (data,) if isinstance(data, bytes) else data
    try:
        staged = _stage(path, chunks, check_target(path))
        try:
            if durable:
                flush(staged)
            else:
                staged.file.close()
            os.replace(staged.temporary, path)
        except BaseException:  # an interrupt must not leave the file either
            discard(staged)
            raise
    except (OSError, ValueError) as error:
        raise WriteError(path, reason_of(error)) from error


def rewrite(path: str, before: bytes | None, after: bytes, *, mode: int | None = None) -> None:
    """Write a file whose content is known; everything that rewrites an article uses this.

    ``before`` is what was read, or None if there was no file. The file is read again just before
    it is replaced; raise WriteError if its content differs, or it is missing or not a file. All
    else is as in `write_atomically`. ``mode`` is that of a new file. For several files,
    `corpusfmt.files.rewriting` takes less time.
    """
    staged = stage(path, before, after)
    try:
        flush(staged)
        move(staged, before, mode=mode)
    except BaseException:  # an interrupt must not leave the file either
        discard(staged)
        raise


class StagedFile(NamedTuple):
    """What a file is replaced by: a temporary file beside it, which is open."""

    path: str
    temporary: str
    file: BinaryIO


def stage(path: str, before: bytes | None, after: bytes) -> StagedFile:
    """Write the content that a file is rewritten with to a temporary file beside it.

    ``before`` is as for `rewrite`. Raise WriteError if the file cannot be rewritten.
    """
    try:
        status = check_target(path)
        if (status is None) != (before is None):
            raise WriteError(path, CHANGED)
        return _stage(path, (after,), status)
    except (OSError, ValueError) as error:
        raise WriteError(path, reason_of(error)) from error


def flush(staged: StagedFile) -> None:
    """Wait until a staged file is on the disk, and close it; raise WriteError."""
    try:
        with staged.file as file:
            os.fsync(file.fileno())
    except (OSError, ValueError) as error:
        raise WriteError(staged.path, reason_of(error)) from error


def move(staged: StagedFile, before: bytes | None, *, mode: int | None = None) -> None:
    """Move a staged file, which is closed, to its place; raise WriteError as `rewrite` does."""
    path, temporary, _ = staged
    try:
        if before is None:
            if mode is not None:
                os.chmod(temporary, mode)
            _move_new(temporary, path)
        elif has_content(path, before):
            os.replace(temporary, path)
        else:
            raise WriteError(path, CHANGED)
    except (OSError, ValueError) as error:
        raise WriteError(path, reason_of(error)) from error


def discard(staged: StagedFile) -> None:
    """Remove a staged file that was not moved."""
    with suppress(OSError):
        staged.file.close()
    with suppress(OSError):
        os.unlink(staged.temporary)


def remove(path: str, before: bytes) -> None:
    """Remove a file whose content is known.

    Raise WriteError for what `rewrite` does not replace, and if the content is another one.
    """
    try:
        if check_target(path) is None or not has_content(path, before):
            raise WriteError(path, CHANGED)
        os.unlink(path)
    except (OSError, ValueError) as error:
        raise WriteError(path, reason_of(error)) from error


def open_to_append(path: str) -> int:
    """Open a file to append to it, without following a link, and return the descriptor.

    The file is created if it is missing. Raise OSError if the system refuses, and WriteError if
    the path is not that of a regular file.
    """
    flags = os.O_RDWR | os.O_CREAT | os.O_APPEND
    for name in ("O_CLOEXEC", "O_NOFOLLOW", "O_NONBLOCK", "O_BINARY"):
        flags |= getattr(os, name, 0)
    descriptor = os.open(path, flags, 0o666)
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise WriteError(path, "is not a regular file")
    return descriptor


def check_target(path: str) -> os.stat_result | None:
    """Return the status of the file to replace, or None if there is none.

    Raise WriteError if what is there must not be replaced.
    """
    try:
        status = os.lstat(path)
    except FileNotFoundError:
        return None
    if stat.S_ISLNK(status.st_mode):
        raise WriteError(path, "is a symbolic link; its target is not rewritten")
    if not stat.S_ISREG(status.st_mode):
        raise WriteError(path, describe_kind(status.st_mode))
    if not os.access(path, os.W_OK):  # replacing requires only the folder's permission
        raise WriteError(path, "is read-only")
    return status


def has_content(path: str, data: bytes) -> bool:
    """Return whether a path is that of a file, not of a link, with exactly this content."""
    try:
        return stat.S_ISREG(os.lstat(path).st_mode) and read_bytes(path) == data
    except (OSError, ReadError):
        return False


def _move_new(temporary: str, target: str) -> None:
    """Give a new file its name; raise WriteError if something has that name by now."""
    try:
        os.link(temporary, target)
    except FileExistsError as error:
        raise WriteError(target, CHANGED) from error
    # File systems and systems without hard links raise any of these.
    except (OSError, AttributeError, NotImplementedError) as error:
        if os.path.lexists(target):
            raise WriteError(target, CHANGED) from error
        os.replace(temporary, target)
        return
    os.unlink(temporary)


def _stage(path: str, chunks: Iterable[bytes], old_status: os.stat_result | None) -> StagedFile:
    """Write the chunks to a temporary file, which is left open."""
    folder = os.path.dirname(path)
    if folder and not os.path.isdir(folder):
        raise WriteError(path, "its folder does not exist")
    remove_abandoned_once(folder)
    temporary = os.path.join(folder, temporary_name())
    try:  # includes the opening: an interrupt may come after the file has been created
        mode = 0o666 if old_status is None else 0o600
        file = os.fdopen(os.open(temporary, _WRITE_FLAGS, mode), "wb")
        try:
            file.writelines(chunks)
            file.flush()
            if old_status is not None:
                _copy_status(path, temporary, old_status)
        except BaseException:
            with suppress(OSError):
                file.close()
            raise
    except BaseException:
        with suppress(OSError):
            os.unlink(temporary)
        raise
    return StagedFile(path, temporary, file)


def _copy_status(path: str, temporary: str, old_status: os.stat_result) -> None:
    """Give a new file the owner, extended attributes and mode of the file that it replaces.

    The owner is first, since changing it drops mode bits; the mode is last, since an access list
    among the attributes may change it.
    """
    status = os.lstat(temporary)
    old_owner = (old_status.st_uid, old_status.st_gid)
    if hasattr(os, "chown") and (status.st_uid, status.st_gid) != old_owner:
        try:
            os.chown(temporary, *old_owner)
        except OSError:
            with suppress(OSError):
                os.chown(temporary, -1, old_status.st_gid)
    _copy_attributes(path, temporary)
    os.chmod(temporary, stat.S_IMODE(old_status.st_mode))


def _copy_attributes(path: str, temporary: str) -> None:
    """Copy the extended attributes that this user may read and set.

    Raise OSError if one of the namespace ``user`` would be lost.
    """
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
