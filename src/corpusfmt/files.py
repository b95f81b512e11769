"""Files as bytes: reading them, and decoding them as UTF-8 or saying where that fails."""

import errno
import os
import re
import stat
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import overload

from corpusfmt.detection import guess_encoding, guess_wide_encoding
from corpusfmt.source import SourceText


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


@dataclass(frozen=True, slots=True)
class ByteFault:
    """A sequence of bytes that is not UTF-8: one maximal subpart, as Python's decoder reports it.

    ``offset`` and ``length`` are in bytes, ``raw`` is the sequence, 1 to 3 bytes. ``start`` is its character offset in
    ``lossy_text``; ``line`` and ``column`` count from 1, columns in characters, an earlier fault being one character.
    """

    offset: int
    length: int
    line: int
    column: int
    raw: bytes
    start: int


@dataclass(frozen=True, slots=True)
class Decoded:
    """Bytes read as UTF-8: the ``text``, or None and at least one fault, in the order of the file.

    ``encoding`` is the likely true encoding, a name that ``bytes.decode`` takes, or None where nothing is likely. It is
    "utf-8" for a damaged file too, and may be another for a text: NULs between ASCII letters are UTF-8, but not meant.
    """

    text: str | None
    faults: Sequence[ByteFault]
    encoding: str | None


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


def decode(data: bytes) -> Decoded:
    """Return the bytes as UTF-8 text, or every fault and the likely true encoding; raise nothing.

    A byte order mark stays in the text. The faults are made when they are asked for, so that millions cost little.
    """
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        faults = _find_faults(data)
        return Decoded(None, faults, guess_encoding(data, faults[0].offset))
    wide = guess_wide_encoding(data) if "\0" in text else None
    return Decoded(text, (), wide or "utf-8")


def decode_plain(data: bytes) -> str | None:
    """Return the bytes as text where they are UTF-8 and hold no NUL, as nearly all are; None where `decode` knows."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return None if "\0" in text else text


def lossy_text(data: bytes) -> str:
    """Return the bytes as text, U+FFFD for each fault, for showing only: ``ByteFault.start`` is an offset into it."""
    return data.decode("utf-8", "replace")


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


class _ByteFaults(Sequence[ByteFault]):
    """The faults of some bytes, kept as numbers (17 bytes a fault) and made into values when asked for."""

    __slots__ = ("_data", "_lengths", "_offsets", "_source", "_starts")

    def __init__(self, data: bytes, offsets: "array[int]", lengths: "array[int]", starts: "array[int]") -> None:
        self._data = data
        self._offsets = offsets
        self._lengths = lengths
        self._starts = starts
        self._source = SourceText(lossy_text(data), "")

    def __len__(self) -> int:
        return len(self._offsets)

    @overload
    def __getitem__(self, index: int) -> ByteFault: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[ByteFault, ...]: ...
    def __getitem__(self, index: int | slice) -> ByteFault | tuple[ByteFault, ...]:
        if isinstance(index, slice):
            return tuple(self[each] for each in range(*index.indices(len(self))))
        offset, length, start = self._offsets[index], self._lengths[index], self._starts[index]
        line, column = self._source.position(start)
        return ByteFault(offset, length, line, column, self._data[offset : offset + length], start)


# Python's decoder, asked to escape, leaves one lone surrogate U+DC80..U+DCFF for each byte it could not use. What
# belongs together is the longest beginning of a well-formed sequence (the Unicode Standard, table 3-7, section 3.9).
_FAULT = re.compile(
    "\udce0[\udca0-\udcbf]"
    "|[\udce1-\udcec\udcee\udcef][\udc80-\udcbf]"
    "|\udced[\udc80-\udc9f]"
    "|\udcf0[\udc90-\udcbf][\udc80-\udcbf]?"
    "|[\udcf1-\udcf3][\udc80-\udcbf]{1,2}"
    "|\udcf4[\udc80-\udc8f][\udc80-\udcbf]?"
    "|[\udc80-\udcff]"
)


def _find_faults(data: bytes) -> _ByteFaults:
    """Return the faults of bytes, in time linear in their length."""
    escaped = data.decode("utf-8", "surrogateescape")
    offsets, lengths, starts = array("q"), array("b"), array("q")
    behind = offset = surplus = 0
    for match in _FAULT.finditer(escaped):
        first, last = match.span()
        if first > behind:
            offset += len(escaped[behind:first].encode())
        offsets.append(offset)
        lengths.append(last - first)
        starts.append(first - surplus)
        offset += last - first
        surplus += last - first - 1  # the lossy text has one character for the fault
        behind = last
    return _ByteFaults(data, offsets, lengths, starts)
