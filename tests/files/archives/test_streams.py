"""Compressed streams: read as what they expand to, unless they are damaged, or bombs."""

import gzip
import lzma
import sys

import pytest
import zstandard

from corpusfmt.files.archives.limits import Limits
from tests.archives import PACKERS, tar
from tests.files.archives.reading import names_and_error, read_all

FILES = {"a.txt": "one\n" * 100, "b.txt": "two"}
PACKED = {name: pack(tar(FILES)) for name, pack in PACKERS.items()}
COMPRESSED = [name for name in PACKED if name not in (".tar", ".tgz")]


@pytest.mark.parametrize("name", PACKED)
def test_what_is_compressed_is_read(name: str) -> None:
    found = read_all(PACKED[name])
    assert [item.read().decode() for item in found] == list(FILES.values())


@pytest.mark.parametrize("name", COMPRESSED)
def test_several_parts_are_one_stream(name: str) -> None:
    whole = tar(FILES)
    pack = PACKERS[name]
    data = b"".join(pack(whole[start : start + 700]) for start in range(0, len(whole), 700))
    assert names_and_error(read_all(data)) == (list(FILES), None)
    assert names_and_error(read_all(data + bytes(1000))) == (list(FILES), None)


@pytest.mark.parametrize("name", COMPRESSED)
def test_a_truncated_stream_is_reported_wherever_it_ends(name: str) -> None:
    data = PACKED[name]
    for end in range(6, len(data)):
        names, error = names_and_error(read_all(data[:end]))
        assert names == list(FILES)[: len(names)]
        assert error is not None


@pytest.mark.parametrize("name", COMPRESSED)
def test_other_data_at_the_end_is_reported(name: str) -> None:
    names, error = names_and_error(read_all(PACKED[name] + b"other"))
    assert names == list(FILES)
    assert error is not None
    assert error.startswith(("is damaged (", "is truncated: "))


@pytest.mark.parametrize("name", [".tar.gz", ".tar.xz"])
def test_a_wrong_check_sum_is_reported(name: str) -> None:
    data = bytearray(PACKED[name])
    place = -8 if name == ".tar.gz" else data.rindex(b"\0\0", 0, -40)
    data[place] ^= 0x55
    assert names_and_error(read_all(bytes(data)))[1] is not None


@pytest.mark.parametrize("pack", [gzip.compress, lzma.compress, zstandard.compress])
def test_a_bomb_is_reported_and_not_read(pack: type) -> None:
    data = pack(tar({"a.txt": "x", "b.bin": bytes(20_000_000), "c.txt": "x"}))
    names, error = names_and_error(read_all(data))
    assert names == ["a.txt"]
    expected = "expands to more than 200 times its size (max-ratio); the rest is not read"
    assert error == f"{expected} (after 2 members)"


def test_an_archive_that_is_too_large_is_reported() -> None:
    data = gzip.compress(tar({"a.txt": "x" * 100_000, "b.txt": "y" * 200_000}))
    names, error = names_and_error(read_all(data, limits=Limits(total=150_000)))
    assert names == ["a.txt"]
    assert error is not None
    assert error.startswith("expands to more than 150,000 bytes (max-total-bytes)")


def test_a_decoder_that_needs_too_much_memory_is_not_used() -> None:
    filters = [{"id": lzma.FILTER_LZMA2, "preset": 0, "dict_size": 1 << 28}]
    data = lzma.compress(tar(FILES), filters=filters)
    names, error = names_and_error(read_all(data))
    assert names == []
    assert error is not None
    assert error.startswith("is damaged (Memory usage limit exceeded)")


@pytest.mark.skipif(sys.version_info >= (3, 14), reason="the standard library has Zstandard")
def test_a_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "zstandard", None)
    [item] = read_all(PACKED[".tar.zst"])
    assert item.error is not None
    assert item.error.startswith("is compressed with Zstandard; install the extra: pip install")
