"""Zip archives: what is not a plain file in them, and damaged ones."""

import io
import struct
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpusfmt.files.archives.limits import Limits
from corpusfmt.files.archives.members import with_progress
from corpusfmt.files.input import Input
from tests.archives import zip_of
from tests.files.archives.reading import names_and_error, read_all

FILES = {"b.txt": "one" * 100, "a/a.txt": "two"}


def with_mode(name: str, mode: int) -> bytes:
    """Return an archive with a member of a mode of Unix."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        info = zipfile.ZipInfo(name)
        info.external_attr = mode << 16
        archive.writestr(info, "target")
    return out.getvalue()


def with_flag(data: bytes, flag: int) -> bytes:
    """Return an archive with a flag set in each header."""
    changed = bytearray(data)
    for mark, place in ((b"PK\1\2", 8), (b"PK\3\4", 6)):
        start = changed.find(mark)
        while start >= 0:
            changed[start + place] |= flag
            start = changed.find(mark, start + 1)
    return bytes(changed)


def error_of(data: bytes) -> str | None:
    [item] = read_all(data, "zip")
    return item.error


def test_members_are_read_in_their_order() -> None:
    found = read_all(zip_of(FILES | {"in/": ""}), "zip")
    assert {item.member: item.read().decode() for item in found} == FILES
    assert [item.member for item in found] == list(FILES)


@pytest.mark.parametrize(
    ("mode", "reason"),
    [
        (0o120777, "is a symbolic link, which is not followed"),
        (0o010644, "is a named pipe, not a file"),
        (0o020644, "is a device, not a file"),
        (0o140644, "is a socket, not a file"),
    ],
)
def test_special_members_are_reported(mode: int, reason: str) -> None:
    assert error_of(with_mode("a.txt", mode)) == reason


def test_data_after_the_archive_is_reported() -> None:
    found = read_all(zip_of(FILES) + b"more", "zip")
    assert names_and_error(found) == (
        list(FILES),
        "has data after its end, which is not read (after 2 members)",
    )


def test_a_comment_at_the_end_is_no_data_after_it() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.txt", "x")
        archive.comment = b"made in 2024"
    assert [item.error for item in read_all(out.getvalue(), "zip")] == [None]


def test_an_archive_in_a_truncated_one_is_not_read_in_its_place() -> None:
    outer = zip_of({"inner.zip": zip_of({"x.txt": "inner"}), "b.txt": "outer"}, zipfile.ZIP_STORED)
    assert error_of(outer[:-30]) == "is truncated, or has data before and after the archive"


def test_an_encrypted_member_is_reported() -> None:
    assert error_of(with_flag(zip_of({"a.txt": "x"}), 1)) == "is encrypted"


def test_another_method_of_compression_is_reported() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("a.txt", "x")
    reason = "is compressed by method 14; expected 8 (deflate) or 0 (stored)"
    assert error_of(out.getvalue()) == reason


def test_a_damaged_member_is_reported_and_the_next_one_read() -> None:
    data = bytearray(zip_of(FILES))
    data[data.index(b"b.txt") + 7] ^= 0x55
    found = read_all(bytes(data), "zip")
    assert found[0].error is not None
    assert found[0].error.startswith("is damaged (")
    assert found[1].member == "a/a.txt"


def test_a_member_that_claims_another_size_is_reported() -> None:
    data = bytearray(zip_of({"a.txt": "x" * 5000}))
    for mark, place in ((b"PK\1\2", 24), (b"PK\3\4", 22)):
        struct.pack_into("<I", data, data.index(mark) + place, 10)
    error = error_of(bytes(data))
    assert error is not None
    assert error.startswith("is damaged (")


def test_a_member_that_is_a_bomb_is_reported() -> None:
    data = zip_of({"a.txt": "x" * 20_000_000, "b.txt": "y"})
    found = read_all(data, "zip", Limits(member=30_000_000))
    assert found[0].error == "expands to more than 200 times its size (max-ratio)"
    assert found[1].read() == b"y"


def test_members_that_expand_too_much_together_are_reported() -> None:
    data = zip_of({f"{number}.txt": "x" * 900_000 for number in range(50)})
    names, error = names_and_error(read_all(data, "zip"))
    assert 5 < len(names) < 50
    assert error is not None
    assert error.startswith("expands to more than 200 times its size (max-ratio)")


def test_a_truncated_archive_is_reported() -> None:
    data = zip_of(FILES)
    for end in (0, 10, len(data) // 2, len(data) - 1):
        [item] = read_all(data[:end], "zip")
        assert item.path == "a"
        assert item.error is not None
        assert item.error.startswith("is truncated, or is not a zip archive (")


@given(st.data())
def test_no_damage_raises_or_invents_a_text(data: st.DataObject) -> None:
    archive = bytearray(zip_of(FILES))
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(archive) - 1))
        archive[place] = data.draw(st.integers(0, 255))
    texts = {content.encode() for content in FILES.values()}
    for item in read_all(bytes(archive), "zip"):
        assert isinstance(item, Input)
        assert item.error is not None or item.data in texts


@pytest.mark.parametrize(
    ("reason", "members", "message"),
    [
        ("is damaged (bad data)", 0, "is damaged (bad data)"),
        ("is damaged (bad data)", 1, "is damaged (bad data, after 1 member)"),
        ("is truncated", 2, "is truncated (after 2 members)"),
    ],
)
def test_a_reason_has_one_pair_of_parentheses(reason: str, members: int, message: str) -> None:
    assert with_progress(reason, members) == message
