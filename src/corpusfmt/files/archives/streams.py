"""Bytes that are read forward only, and decompressed where they are compressed."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from typing import BinaryIO

from corpusfmt.files.archives.decoders import (
    DICTIONARY_FRAME,
    LONGEST_START,
    Decoder,
    decoder_for,
    decoder_with,
)
from corpusfmt.files.archives.limits import ArchiveError, Budget

_STEP = 1024
"""How many compressed bytes are decompressed at once; they expand to 32 MB at most (zstd)."""

_PIECE = 1 << 16
"""How many bytes are read at once where they are not compressed, or not used."""


_LARGEST_DICTIONARY = 1 << 23
"""How many bytes a dictionary may have, compressed or not; a decoder of WARC must take so many."""

_MOST = f"expected at most {_LARGEST_DICTIONARY:,} bytes"
_DICTIONARY_HEAD = 8
"""The bytes before a dictionary: what its frame begins with, and its size."""


class ByteStream:
    """Bytes that arrive in pieces, and are read in parts of any size."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces
        self._piece = b""
        self._place = 0  # of the first unread byte in the piece

    def read(self, size: int) -> bytes:
        """Return so many bytes, or fewer at the end; the caller limits the size."""
        parts: list[bytes] = []
        missing = size
        while missing > 0:
            if self._place == len(self._piece) and not self._advance():
                break
            part = self._piece[self._place : self._place + missing]
            self._place += len(part)
            missing -= len(part)
            parts.append(part)
        return b"".join(parts)

    def skip(self, size: int) -> int:
        """Read so many bytes without keeping them; return how many there were."""
        skipped = 0
        while skipped < size:
            read = len(self.read(min(_PIECE, size - skipped)))
            if not read:
                break
            skipped += read
        return skipped

    def read_line(self, limit: int) -> tuple[bytes, int]:
        """Return the next line with its end, and its length; b"" and 0 at the end.

        Of a line longer than the limit, only its length is returned, with an empty text.
        """
        parts: list[bytes] = []
        length = 0
        while self._place < len(self._piece) or self._advance():
            end = self._piece.find(b"\n", self._place) + 1 or len(self._piece)
            part = self._piece[self._place : end]
            self._place = end
            length += len(part)
            if length <= limit:
                parts.append(part)
            else:
                parts.clear()
            if part.endswith(b"\n"):
                break
        return b"".join(parts), length

    def _advance(self) -> bool:
        """Take the next piece; return whether there is one."""
        self._piece = next(self._pieces, b"")
        self._place = 0
        return bool(self._piece)


def open_stream(file: BinaryIO, budget: Budget) -> ByteStream:
    """Return the bytes of a file; if they are compressed, what they expand to.

    Reading raises ArchiveError for damaged or truncated data, and beyond the budget.
    """
    start = file.read(LONGEST_START)
    if start.startswith(DICTIONARY_FRAME):
        new: Callable[[], Decoder] | None = decoder_with(_read_dictionary(start, file, budget))
        start = file.read(LONGEST_START)
    else:
        new = decoder_for(start)
    if new is None:
        return ByteStream(_plain(start, file, budget))
    return ByteStream(_decompress(start, file, budget, new))


def _read_dictionary(start: bytes, file: BinaryIO, budget: Budget) -> bytes:
    """Return the dictionary of a file that begins with one, and read to the end of its frame."""
    head = start + _read_whole(file, _DICTIONARY_HEAD - len(start))
    size = int.from_bytes(head[len(DICTIONARY_FRAME) :], "little")
    if size > _LARGEST_DICTIONARY:
        raise ArchiveError(f"has a dictionary of {size:,} bytes; {_MOST}")
    data = _read_whole(file, size)
    if len(head) < _DICTIONARY_HEAD or len(data) < size:
        raise ArchiveError("is truncated: its dictionary has no end")
    budget.add(len(head) + size, 0)
    new = decoder_for(data)
    if new is not None:
        data = ByteStream(_decompress(b"", io.BytesIO(data), budget, new)).read(
            _LARGEST_DICTIONARY + 1
        )
        if len(data) > _LARGEST_DICTIONARY:
            raise ArchiveError(f"has a dictionary that is too large; {_MOST}")
    return data


def _read_whole(file: BinaryIO, size: int) -> bytes:
    """Return so many bytes of a file, or fewer at its end."""
    parts: list[bytes] = []
    while size > 0:
        part = file.read(size)
        if not part:
            break
        parts.append(part)
        size -= len(part)
    return b"".join(parts)


def _plain(start: bytes, file: BinaryIO, budget: Budget) -> Iterator[bytes]:
    piece = start
    while piece:
        budget.add(len(piece), len(piece))
        yield piece
        piece = file.read(_PIECE)


def _decompress(
    start: bytes, file: BinaryIO, budget: Budget, new: Callable[[], Decoder]
) -> Iterator[bytes]:
    """Yield what a file expands to; it may have several compressed parts, one after another."""
    decoder = new()
    for step in _steps(start, file):
        data = step
        while data:
            if decoder.is_at_end:
                data = data.lstrip(b"\0")  # some tools fill the last block with them
                if not data:
                    break
                decoder = new()
            piece, given = decoder.decompress(data), len(data)
            data = decoder.unused if decoder.is_at_end else b""
            budget.add(given - len(data), 0)
            for place in range(0, len(piece), _PIECE):
                part = piece[place : place + _PIECE]
                yield part
                budget.add(0, len(part))
    if not decoder.is_at_end:
        raise ArchiveError("is truncated: its compressed data has no end")


def _steps(start: bytes, file: BinaryIO) -> Iterator[bytes]:
    yield start
    while block := file.read(_PIECE):
        for place in range(0, len(block), _STEP):
            yield block[place : place + _STEP]
