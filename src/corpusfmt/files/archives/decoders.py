"""Decoders of compressed data, by its first bytes: gzip, xz and Zstandard.

Zstandard is in the standard library from Python 3.14 on; before that it needs the package
``zstandard``.
"""

from __future__ import annotations

import lzma
import sys
import zlib
from collections.abc import Callable
from typing import Protocol

from corpusfmt.files.archives.limits import ArchiveError

LONGEST_START = 6
"""How many bytes of a file say how it is compressed."""

_MEMORY_LOG = 27
"""How much memory a decoder may need, as a power of two; ``xz -9`` and ``zstd --long`` need it."""

_NO_ZSTD = "is compressed with Zstandard; install the extra: pip install 'corpusfmt[zstd]'"


class _Raw(Protocol):
    """What the decoders of all libraries have in common."""

    @property
    def eof(self) -> bool:
        """Whether the end of the compressed data was found."""

    @property
    def unused_data(self) -> bytes:
        """The bytes after the end."""

    def decompress(self, data: bytes, /) -> bytes:
        """Return what the next bytes expand to."""


class Decoder:
    """A decoder that raises ArchiveError for damaged data."""

    def __init__(self, raw: _Raw, *errors: type[Exception]) -> None:
        self._raw = raw
        self._errors = errors

    @property
    def is_at_end(self) -> bool:
        """Whether the end of the compressed data was found."""
        return self._raw.eof

    @property
    def unused(self) -> bytes:
        """The bytes after the end."""
        return self._raw.unused_data

    def decompress(self, data: bytes) -> bytes:
        """Return what the next bytes expand to."""
        try:
            return self._raw.decompress(data)
        except self._errors as error:
            raise ArchiveError(f"is damaged ({error}); the rest is not read") from error


def decoder_for(start: bytes) -> Callable[[], Decoder] | None:
    """Return what makes decoders for data with these first bytes; None if it is not compressed."""
    for magic, new in _DECODERS:
        if start.startswith(magic):
            return new
    return None


def _new_gzip() -> Decoder:
    return Decoder(zlib.decompressobj(wbits=zlib.MAX_WBITS | 16), zlib.error)


def _new_xz() -> Decoder:
    raw = lzma.LZMADecompressor(lzma.FORMAT_XZ, memlimit=1 << _MEMORY_LOG)
    return Decoder(raw, lzma.LZMAError)


if sys.version_info >= (3, 14):

    def _new_zstd() -> Decoder:
        from compression import zstd

        limit = {zstd.DecompressionParameter.window_log_max: _MEMORY_LOG}
        return Decoder(zstd.ZstdDecompressor(options=limit), zstd.ZstdError)

else:

    def _new_zstd() -> Decoder:
        try:
            import zstandard
        except ImportError as error:
            raise ArchiveError(_NO_ZSTD) from error
        decompressor = zstandard.ZstdDecompressor(max_window_size=1 << _MEMORY_LOG)
        return Decoder(decompressor.decompressobj(), zstandard.ZstdError)


_DECODERS: tuple[tuple[bytes, Callable[[], Decoder]], ...] = (
    (b"\x1f\x8b", _new_gzip),
    (b"\xfd7zXZ\x00", _new_xz),
    (b"\x28\xb5\x2f\xfd", _new_zstd),
)
