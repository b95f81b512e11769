"""Tar archives: all formats, and damaged ones, which are never read as complete."""

import tarfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.archives import BLOCK, special, tar, tar_of
from tests.files.archives.reading import names_and_error, read_all

FILES = {"a.txt": "one", "b.txt": "x" * 1000, "c.txt": ""}
LONG = "folder/" * 40 + "a.txt"


@pytest.mark.parametrize("form", [tarfile.USTAR_FORMAT, tarfile.GNU_FORMAT, tarfile.PAX_FORMAT])
def test_every_format_is_read(form: int) -> None:
    found = read_all(tar(FILES, form))
    assert {item.member: item.read() for item in found} == {
        name: content.encode() for name, content in FILES.items()
    }


@pytest.mark.parametrize("form", [tarfile.GNU_FORMAT, tarfile.PAX_FORMAT])
@pytest.mark.parametrize("name", [LONG, "größe/ä.txt", "\udcff.txt"])
def test_long_and_foreign_names_are_read(name: str, form: int) -> None:
    assert [item.member for item in read_all(tar({name: "x", "b.txt": "y"}, form))] == [
        name,
        "b.txt",
    ]


def test_folders_are_not_members() -> None:
    assert names_and_error(read_all(tar_of(special("in/", tarfile.DIRTYPE)))) == (
        ["first.txt", "last.txt"],
        None,
    )


@pytest.mark.parametrize("cut", range(0, len(tar(FILES)) - 2 * BLOCK + 1, 128))
def test_a_truncated_archive_is_reported_after_its_whole_members(cut: int) -> None:
    # The blocks after the first zero block have no content.
    content = tar(FILES).rstrip(b"\0")
    end = -(-len(content) // BLOCK) * BLOCK
    if cut > end:
        return
    names, error = names_and_error(read_all(tar(FILES)[:cut]) or [])
    assert names == list(FILES)[: len(names)]
    assert error is not None
    assert error.startswith("is truncated: ")


def test_data_after_the_end_is_reported() -> None:
    names, error = names_and_error(read_all(tar(FILES) + tar({"d.txt": "x"})))
    assert names == list(FILES)
    assert error == "has data after its end, which is not read (after 3 members)"


def test_a_damaged_header_is_reported() -> None:
    data = bytearray(tar(FILES))
    data[2 * BLOCK + 3] ^= 1  # in the name of the second member
    names, error = names_and_error(read_all(bytes(data)))
    assert names == ["a.txt"]
    assert error == "is damaged (bad checksum); the rest is not read (after 1 member)"


def test_a_large_extended_header_is_not_read() -> None:
    info = special("x", tarfile.XHDTYPE)
    info.size = 10**12
    names, error = names_and_error(
        read_all(tar(FILES)[: 2 * BLOCK] + info.tobuf(tarfile.GNU_FORMAT))
    )
    assert names == ["a.txt"]
    assert error is not None
    assert error.startswith("is damaged (a header of 1,000,000,000,000 bytes)")


@pytest.mark.parametrize(
    "records",
    [b"5 a=b", b"x a=b\n", b"99 path=a\n", b"7 patha\n", b"0 path=a\n", b"11 size=-10\n"],
)
def test_an_invalid_extended_header_is_reported(records: bytes) -> None:
    info = special("x", tarfile.XHDTYPE)
    info.size = len(records)
    header = info.tobuf() + records.ljust(BLOCK, b"\0")
    names, error = names_and_error(read_all(header + tar(FILES)))
    assert names == []
    assert error is not None
    assert error.startswith("is damaged (an invalid ")


def test_a_sparse_file_is_reported() -> None:
    info = special("s.txt", tarfile.GNUTYPE_SPARSE)
    header = bytearray(info.tobuf(tarfile.GNU_FORMAT))
    header[482] = 1  # one more block of the map
    header[148:156] = b" " * 8
    header[148:156] = b"%06o\0 " % sum(header)
    found = read_all(bytes(header) + bytes(BLOCK) + tar(FILES))
    assert [(item.member, item.error) for item in found[:2]] == [
        ("", "is a sparse file, which is not supported"),
        ("a.txt", None),
    ]


@given(st.data())
def test_no_damage_raises_or_invents_a_text(data: st.DataObject) -> None:
    archive = bytearray(tar(FILES))
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, 6 * BLOCK))
        archive[place] = data.draw(st.integers(0, 255))
    for item in read_all(bytes(archive)):
        assert (item.error is None) == (item.data is not None)
