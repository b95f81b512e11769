"""Encoders of compressed data, by the end of the name of a file: gzip, xz and Zstandard.

The same data has the same bytes, whenever it is written: no encoder stores a time or a name.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from importlib.util import find_spec

from corpusfmt.text.annotations import Protocol


class Encoder(Protocol):
    """What the encoders of all libraries have in common."""

    def compress(self, data: bytes, /) -> bytes:
        """Return compressed bytes, perhaps fewer than the data becomes."""

    def flush(self) -> bytes:
        """Return the rest of the compressed bytes."""


class _NoEncoder:
    """Leaves the data as it is."""

    def compress(self, data: bytes, /) -> bytes:
        return data

    def flush(self) -> bytes:
        return b""


def compression_of(path: str) -> str:
    """Return the end of a path that says how the file is compressed, such as ".gz", or ""."""
    name = path.lower()
    return next((ending for ending in _ENCODERS if ending and name.endswith(ending)), "")


def find_missing(ending: str) -> str | None:
    """Return what has to be installed for files with this end of their names, or None."""
    if ending != ".zst" or sys.version_info >= (3, 14) or find_spec("zstandard") is not None:
        return None
    return "Python 3.14, or the extra: pip install 'corpusfmt[zstd]'"


def new_encoder(ending: str) -> Encoder:
    """Return an encoder for a file with this end of its name; "" is for no compression."""
    return _ENCODERS[ending]()


def compressed(pieces: Iterable[bytes], ending: str) -> Iterator[bytes]:
    """Yield the compressed bytes of a file; without pieces, yield nothing."""
    encoder = new_encoder(ending)
    is_empty = True
    for piece in pieces:
        is_empty = False
        yield encoder.compress(piece)
    if not is_empty:
        yield encoder.flush()


def _new_gzip() -> Encoder:
    import zlib

    return zlib.compressobj(wbits=zlib.MAX_WBITS | 16)


def _new_xz() -> Encoder:
    import lzma

    return lzma.LZMACompressor()


if sys.version_info >= (3, 14):

    def _new_zstd() -> Encoder:
        from compression import zstd

        return zstd.ZstdCompressor(options={zstd.CompressionParameter.checksum_flag: 1})

else:

    def _new_zstd() -> Encoder:
        import zstandard

        return zstandard.ZstdCompressor(write_checksum=True).compressobj()


_ENCODERS: dict[str, Callable[[], Encoder]] = {
    "": _NoEncoder,
    ".gz": _new_gzip,
    ".xz": _new_xz,
    ".zst": _new_zstd,
}

COMPRESSIONS = tuple(ending.removeprefix(".") or "none" for ending in _ENCODERS)
"""The compressions by their names, "none" among them."""
