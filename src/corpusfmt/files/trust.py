"""Files beside the data, such as settings, baseline and quarantine: what is checked before they are used.

Whoever can write in a folder can put such a file there. So none of them may name a path outside of its folder, none is
read from a device or without a bound, and one that belongs to another user counts only where it is named by hand.
"""

from __future__ import annotations

import os
import stat

from corpusfmt.files.read import Unreadable, reason_of

_FLAGS = os.O_RDONLY | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)
_CHUNK = 1 << 20


def read_beside(path: str, most: int, *, named: bool = False, links: bool = False) -> bytes:
    """Return the bytes of a file that lies beside the data; Unreadable where it cannot be trusted.

    ``most`` is the largest size in bytes. ``named`` means that the user named the file, so its owner does not matter.
    ``links`` allows the path to be a symbolic link; the owner is then that of its target.
    """
    if not links and os.path.islink(path):
        raise Unreadable(path, "is a symbolic link; expected a file")
    try:
        descriptor = os.open(path, _FLAGS if links else _FLAGS | _NO_LINK)
        try:
            return _read(descriptor, path, most, named=named)
        finally:
            os.close(descriptor)
    except (OSError, ValueError) as error:
        reason = "is a folder" if os.path.isdir(path) else reason_of(error)
        raise Unreadable(path, reason) from error


def leading_out(path: str) -> str | None:
    """Return why a path may lead out of the folder that it is relative to, or None where it cannot."""
    if not path or "\0" in path:
        return "is not a path"
    if path.startswith("/") or os.path.isabs(path) or os.path.splitdrive(path)[0]:
        return "is an absolute path"
    return "contains '..'" if os.pardir in _parts(path) else None


def relative_problem(path: str) -> str | None:
    """Return why a path is not the plain path of a file below a folder, or None where it is."""
    is_plain = "" not in _parts(path) and os.curdir not in _parts(path)
    return leading_out(path) or (None if is_plain else "is not a plain path")


def is_inside(path: str, folder: str) -> bool:
    """Return whether a path, free of symbolic links, is below a folder or the folder itself."""
    real, above = os.path.realpath(path), os.path.realpath(folder)
    return real == above or real.startswith(above.rstrip(os.sep) + os.sep)


def has_no_link(folder: str, top: str) -> bool:
    """Return whether no symbolic link is on the way from one folder to another at or below it."""
    relative = os.path.relpath(folder, top)
    return os.path.realpath(folder) == os.path.normpath(os.path.join(os.path.realpath(top), relative))


def foreign_owner(path: str) -> str | None:
    """Return that a file belongs to a user who is not trusted, in words, or None where its owner is."""
    try:
        status = os.stat(path)
    except (OSError, ValueError):
        return None
    return None if _is_trusted(status, path) else f"belongs to another user (uid {status.st_uid})"


def _parts(path: str) -> list[str]:
    return path.replace(os.sep, "/").split("/")


def _read(descriptor: int, path: str, most: int, *, named: bool) -> bytes:
    status = os.fstat(descriptor)
    if not stat.S_ISREG(status.st_mode):
        is_folder = stat.S_ISDIR(status.st_mode)
        raise Unreadable(path, "is a folder" if is_folder else "is not a regular file")
    if not named and not _is_trusted(status, path):
        raise Unreadable(path, f"belongs to another user (uid {status.st_uid})")
    chunks: list[bytes] = []
    left = most
    while chunk := os.read(descriptor, _CHUNK):
        left -= len(chunk)
        if left < 0:
            raise Unreadable(path, f"is larger than {most:,} bytes")
        chunks.append(chunk)
    return b"".join(chunks)


def _is_trusted(status: os.stat_result, path: str) -> bool:
    """Return whether a file belongs to this user or to root, or lies where git is told that this does not matter.

    Root trusts every owner: in a container, a checkout often belongs to a user of the machine outside.
    """
    if not hasattr(os, "geteuid"):  # Windows
        return True
    user = os.geteuid()
    return user == 0 or status.st_uid in (0, user) or _is_safe_directory(os.path.dirname(path))


def _is_safe_directory(folder: str) -> bool:
    """Return whether git's ``safe.directory``, of this user or the system, names a folder or one above it."""
    return any(
        directory == "*" or (directory and is_inside(folder, directory.removesuffix("/*")))
        for directory in _safe_directories()
    )


def _safe_directories() -> list[str]:
    """Return the values of ``safe.directory``; those of a repository itself do not count, as for git."""
    import subprocess

    found: list[str] = []
    for scope in ("--system", "--global"):
        command = ("git", "config", scope, "--null", "--type=path", "--get-all", "safe.directory")
        try:
            answer = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, check=True)
        except (OSError, subprocess.SubprocessError):
            continue
        for value in answer.stdout.split(b"\0")[:-1]:
            found = [*found, os.fsdecode(value)] if value else []  # an empty value begins a new list
    return found
