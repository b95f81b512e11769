"""Encoders: what they write is what decoders read, and always the same."""

import gzip
import lzma
import sys
import time
from collections.abc import Callable

import pytest
import zstandard

from corpusfmt.files.archives.encoders import compressed, compression_of, find_missing

PIECES = [b"one line\n", b"", b"another line\n" * 1000]


def _unpack_zst(data: bytes) -> bytes:
    return zstandard.ZstdDecompressor().decompressobj().decompress(data)


@pytest.mark.parametrize(
    ("ending", "unpack"),
    [("", bytes), (".gz", gzip.decompress), (".xz", lzma.decompress), (".zst", _unpack_zst)],
)
def test_what_is_compressed_comes_back(ending: str, unpack: Callable[[bytes], bytes]) -> None:
    data = b"".join(compressed(PIECES, ending))
    assert unpack(data) == b"".join(PIECES)
    assert bool(ending) == (len(data) < 1000)


@pytest.mark.parametrize("ending", [".gz", ".xz", ".zst"])
def test_the_bytes_do_not_depend_on_the_time(ending: str, monkeypatch: pytest.MonkeyPatch) -> None:
    first = b"".join(compressed(PIECES, ending))
    monkeypatch.setattr(time, "time", lambda: 1e9)
    assert b"".join(compressed(PIECES, ending)) == first


def test_damage_is_found_in_zstandard() -> None:
    data = bytearray(b"".join(compressed([b"a line\n"], ".zst")))
    data[-6] ^= 1
    with pytest.raises(zstandard.ZstdError):
        _unpack_zst(bytes(data))


@pytest.mark.parametrize("ending", ["", ".gz", ".xz", ".zst"])
def test_without_pieces_there_is_no_file(ending: str) -> None:
    assert list(compressed([], ending)) == []


@pytest.mark.parametrize(
    ("path", "ending"),
    [("a.jsonl.gz", ".gz"), ("A.JSONL.ZST", ".zst"), ("a.xz", ".xz"), ("gz", ""), ("a.jsonl", "")],
)
def test_the_name_says_how_a_file_is_compressed(path: str, ending: str) -> None:
    assert compression_of(path) == ending


@pytest.mark.skipif(sys.version_info >= (3, 14), reason="it is in the standard library")
def test_a_library_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    assert find_missing(".zst") is None
    monkeypatch.setitem(sys.modules, "zstandard", None)
    assert "corpusfmt[zstd]" in (find_missing(".zst") or "")
    assert find_missing(".gz") is None
