"""Files as bytes: reading them, and decoding them as UTF-8 or saying where that fails."""

import errno
import os
import stat
import sys
from collections.abc import Iterator

STANDARD_INPUT = "-"
"""The path that means the standard input."""


class FileProblem(Exception):  # noqa: N818 - named for what is so, as the world's other faults are
    """A file that could not be used: its ``path`` as given and the ``reason`` in plain words."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(path, reason)
        self.path = path
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.path}: {self.reason}"


class Unreadable(FileProblem):
    """A path whose bytes could not be read."""


class Unwritable(FileProblem):
    """A path that could not be written; what stood there stands there still."""


def read_bytes(path: str) -> bytes:
    """Return the bytes of a regular file; raise Unreadable for anything else, and where the system refuses."""
    try:
        descriptor = os.open(path, _READ_FLAGS)
        try:
            status = os.fstat(descriptor)
            if not stat.S_ISREG(status.st_mode):
                raise Unreadable(path, describe_kind(status.st_mode))
            return b"".join(_read_chunks(descriptor, status.st_size))
        finally:
            os.close(descriptor)
    except (OSError, ValueError) as error:
        raise Unreadable(path, "is a folder" if os.path.isdir(path) else reason_of(error)) from error


def describe_kind(mode: int) -> str:
    """Return what a path that is not a file is, as words that follow the path and a colon."""
    if stat.S_ISDIR(mode):
        return "is a folder"
    if stat.S_ISFIFO(mode):
        return "is a named pipe, not a file"
    if stat.S_ISSOCK(mode):
        return "is a socket, not a file"
    return "is a device, not a file"


def sha256(data: bytes) -> str:
    """Return the SHA-256 digest of the data as 64 lower-case hexadecimal digits."""
    import hashlib

    return hashlib.sha256(data).hexdigest()


def reason_of(error: OSError | ValueError) -> str:
    """Return why the system refused a path, in plain words that follow the path and a colon.

    A ValueError is Python's own refusal: a name with a NUL, or one that cannot be encoded.
    """
    if isinstance(error, ValueError):
        return "is not a name a file can have"
    known = _REASONS.get(error.errno or 0)
    return known or (error.strerror or type(error).__name__).lower()


def file_reason(reason: str) -> str:
    """Return the reason of a FileProblem as it is read after other words than the path: “file is read-only”."""
    return f"file {reason}" if reason.startswith(("is ", "was ", "has ", "does ", "lies ", "changed ")) else reason


_READ_FLAGS = (  # without waiting, since opening a named pipe waits for its writer
    os.O_RDONLY | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
)
_REASONS = {
    errno.ENOENT: "does not exist",
    errno.EACCES: "permission denied",
    errno.EPERM: "operation not permitted",
    errno.EISDIR: "is a folder",
    errno.ENOTDIR: "lies below something that is not a folder",
    errno.ELOOP: "is a circle of symbolic links",
    errno.ENAMETOOLONG: "has too long a name",
    errno.ENXIO: "is a socket or device, not a file",
    errno.ENOSPC: "no space left on the disk",
    errno.EROFS: "lies on a read-only disk",
    errno.EIO: "the disk could not be read or written",
}


def _read_chunks(descriptor: int, size: int) -> Iterator[bytes]:
    """Yield what is left to read. The size is a hint: files of the kernel say 0, others grow while they are read."""
    while chunk := os.read(descriptor, max(size + 1, 4096)):
        yield chunk


def read_standard_input() -> bytes:
    """All of the standard input; Unreadable where there is none."""
    if sys.stdin is None:
        raise Unreadable(STANDARD_INPUT, "the standard input is closed")
    try:
        return sys.stdin.buffer.read()
    except OSError as error:
        raise Unreadable(STANDARD_INPUT, f"the standard input {reason_of(error)}") from error
