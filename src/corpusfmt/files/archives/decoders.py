"""Decoders of compressed data, by its first bytes: gzip, xz and Zstandard.

Zstandard is in the standard library from Python 3.14 on; before that it needs the package
``zstandard``. A file can begin with the dictionary of its frames: "Zstandard Compression for WARC
Files" of the IIPC defines how.
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

DICTIONARY_FRAME = b"\x5d\x2a\x4d\x18"
"""What the frame with a dictionary begins with: a frame that other decoders skip."""

_DICTIONARY = b"\x37\xa4\x30\xec"
"""What a dictionary of Zstandard begins with."""

_MISMATCH = "Dictionary mismatch"
"""How libzstd calls a frame that was compressed with another dictionary, or one that it lacks."""

_NO_DICTIONARY = "is damaged: its dictionary is not a Zstandard dictionary"
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
            if _MISMATCH in str(error):
                problem = "was compressed with a Zstandard dictionary that is not at its start"
                raise ArchiveError(f"{problem}; the rest is not read") from error
            raise ArchiveError(f"is damaged ({error}); the rest is not read") from error


def decoder_for(start: bytes) -> Callable[[], Decoder] | None:
    """Return what makes decoders for data with these first bytes; None if it is not compressed."""
    for magic, new in _DECODERS:
        if start.startswith(magic):
            return new
    return None


def decoder_with(dictionary: bytes) -> Callable[[], Decoder]:
    """Return what makes decoders with a dictionary; raise ArchiveError if it is not one."""
    if not dictionary.startswith(_DICTIONARY):
        raise ArchiveError(_NO_DICTIONARY)
    return _zstd_with(dictionary)


def _new_gzip() -> Decoder:
    return Decoder(zlib.decompressobj(wbits=zlib.MAX_WBITS | 16), zlib.error)


def _new_xz() -> Decoder:
    raw = lzma.LZMADecompressor(lzma.FORMAT_XZ, memlimit=1 << _MEMORY_LOG)
    return Decoder(raw, lzma.LZMAError)


if sys.version_info >= (3, 14):

    def _new_zstd() -> Decoder:
        from compression import zstd

        limit: dict[int, int] = {zstd.DecompressionParameter.window_log_max: _MEMORY_LOG}
        return Decoder(zstd.ZstdDecompressor(options=limit), zstd.ZstdError)

    def _zstd_with(dictionary: bytes) -> Callable[[], Decoder]:
        from compression import zstd

        limit = {zstd.DecompressionParameter.window_log_max: _MEMORY_LOG}
        try:
            loaded = zstd.ZstdDict(dictionary)
            zstd.ZstdDecompressor(loaded)
        except (ValueError, zstd.ZstdError) as error:
            raise ArchiveError(f"{_NO_DICTIONARY} ({error})") from error
        return lambda: Decoder(zstd.ZstdDecompressor(loaded, limit), zstd.ZstdError)

else:

    def _new_zstd() -> Decoder:
        try:
            import zstandard
        except ImportError as error:
            raise ArchiveError(_NO_ZSTD) from error
        decompressor = zstandard.ZstdDecompressor(max_window_size=1 << _MEMORY_LOG)
        return Decoder(decompressor.decompressobj(), zstandard.ZstdError)

    def _zstd_with(dictionary: bytes) -> Callable[[], Decoder]:
        try:
            import zstandard
        except ImportError as error:
            raise ArchiveError(_NO_ZSTD) from error
        loaded = zstandard.ZstdCompressionDict(dictionary, zstandard.DICT_TYPE_FULLDICT)
        try:
            decompressor = zstandard.ZstdDecompressor(loaded, max_window_size=1 << _MEMORY_LOG)
        except zstandard.ZstdError as error:
            raise ArchiveError(f"{_NO_DICTIONARY} ({error})") from error
        return lambda: Decoder(decompressor.decompressobj(), zstandard.ZstdError)


_DECODERS: tuple[tuple[bytes, Callable[[], Decoder]], ...] = (
    (b"\x1f\x8b", _new_gzip),
    (b"\xfd7zXZ\x00", _new_xz),
    (b"\x28\xb5\x2f\xfd", _new_zstd),
)
