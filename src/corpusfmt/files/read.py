"""Reading files as bytes, and the reasons why the system refuses a path."""

from __future__ import annotations

import errno
import os
import stat
import sys
from collections.abc import Iterator

from corpusfmt.model.errors import CorpusfmtError

STANDARD_INPUT = "-"
"""The path that means the standard input."""

READ_FLAGS = (  # O_NONBLOCK, since opening a named pipe waits for its writer
    os.O_RDONLY
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_BINARY", 0)
)

_SMALLEST_CHUNK = 4096  # bytes

_REASONS = {
    errno.ENOENT: "does not exist",
    errno.EACCES: "permission denied",
    errno.EPERM: "operation not permitted",
    errno.EISDIR: "is a folder",
    errno.ENOTDIR: "is below a path that is not a folder",
    errno.ELOOP: "is a loop of symbolic links",
    errno.ENAMETOOLONG: "has too long a name",
    errno.ENXIO: "is a socket or device, not a file",
    errno.ENOSPC: "no space left on the disk",
    errno.EROFS: "is on a read-only file system",
    errno.EIO: "the disk could not be read or written",
}

_PREDICATES = ("is ", "was ", "has ", "does ", "changed ")
"""How a reason starts that needs a subject."""


class FileError(CorpusfmtError):
    """A file that cannot be used: its ``path`` as given, and the ``reason``."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(path, reason)
        self.path = path
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.path}: {self.reason}"


class ReadError(FileError):
    """A file that cannot be read."""


class WriteError(FileError):
    """A file that cannot be written; an existing file is left unchanged."""


def read_bytes(path: str) -> bytes:
    """Return the bytes of a regular file; raise ReadError for anything else."""
    return read_with_status(path)[0]


def read_with_status(path: str) -> tuple[bytes, os.stat_result]:
    """Return the bytes of a regular file, and its status from before they were read.

    Raise ReadError for anything else.
    """
    try:
        descriptor = os.open(path, READ_FLAGS)
        try:
            status = os.fstat(descriptor)
            if not stat.S_ISREG(status.st_mode):
                raise ReadError(path, describe_kind(status.st_mode))
            return b"".join(_read_chunks(descriptor, status.st_size)), status
        finally:
            os.close(descriptor)
    except (OSError, ValueError) as error:
        reason = "is a folder" if os.path.isdir(path) else reason_of(error)
        raise ReadError(path, reason) from error


def read_standard_input() -> bytes:
    """Return everything from the standard input; raise ReadError if it cannot be read."""
    if sys.stdin is None:
        raise ReadError(STANDARD_INPUT, "the standard input is closed")
    try:
        return sys.stdin.buffer.read()
    except OSError as error:
        raise ReadError(STANDARD_INPUT, f"the standard input {reason_of(error)}") from error


def read_input(path: str) -> bytes:
    """Return the bytes of a file, or of the standard input; raise ReadError if that fails."""
    return read_standard_input() if path == STANDARD_INPUT else read_bytes(path)


def input_name(path: str, stdin_name: str) -> str:
    """Return what a file is called in messages: its path, or the name of the standard input."""
    return stdin_name if path == STANDARD_INPUT else path


def describe_kind(mode: int) -> str:
    """Return what a path is that is not a file, as words that follow the path and a colon."""
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
    """Return why the system refused a path, as words that follow the path and a colon.

    Python raises ValueError for a name with a NUL, and for one that cannot be encoded.
    """
    if isinstance(error, ValueError):
        return "is not a valid file name"
    known = _REASONS.get(error.errno or 0)
    return known or (error.strerror or type(error).__name__).lower()


def file_reason(reason: str) -> str:
    """Return the reason of a FileError for a message without the path: "file is read-only"."""
    return f"file {reason}" if reason.startswith(_PREDICATES) else reason


def _read_chunks(descriptor: int, size: int) -> Iterator[bytes]:
    """Yield what is left to read.

    The size is a hint: it is 0 for files of the kernel, and others grow while they are read.
    """
    while chunk := os.read(descriptor, max(size + 1, _SMALLEST_CHUNK)):
        yield chunk
