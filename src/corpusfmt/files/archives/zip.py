"""The members of a zip archive, in the order of its directory."""

from __future__ import annotations

import os
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from functools import partial
from typing import BinaryIO

from corpusfmt.files.archives.entry import Entry
from corpusfmt.files.archives.limits import ArchiveError, Budget, MemberError
from corpusfmt.files.read import describe_kind

_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""The methods of compression whose output can be limited as it is read."""

_ENCRYPTED = 0x1

_END = b"PK\5\6"
"""The first bytes of the end record, which is followed by a comment."""

_END_SIZE = 22

_LONGEST_END = _END_SIZE + 0xFFFF

_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    OverflowError,
    RuntimeError,
    ValueError,
)
"""What zipfile raises for damaged archives."""


def read_zip(file: BinaryIO, budget: Budget) -> Iterator[Entry]:
    """Yield the members; raise ArchiveError where the archive is damaged or truncated."""
    try:
        archive = zipfile.ZipFile(file)
        budget.add(file.seek(0, os.SEEK_END), 0)
        is_longer = _has_data_after_end(file)
    except _BROKEN as error:
        raise ArchiveError(f"is truncated, or is not a zip archive ({error})") from error
    with archive:
        members = archive.infolist()
        if is_longer and all(info.header_offset for info in members):
            # The end that zipfile has found can be that of an archive in a truncated archive.
            raise ArchiveError("is truncated, or has data before and after the archive")
        for info in members:
            if not info.is_dir():
                yield Entry(
                    info.filename,
                    info.file_size,
                    partial(_read, archive, info, budget),
                    _problem(info),
                    is_device=_is_device(_mode(info)),
                )
    if is_longer:
        raise ArchiveError("has data after its end, which is not read")


def _has_data_after_end(file: BinaryIO) -> bool:
    """Return whether there is data after the end record that zipfile uses, and its comment."""
    size = file.seek(0, os.SEEK_END)
    file.seek(max(size - _LONGEST_END, 0))
    tail = file.read()
    if tail[-_END_SIZE:].startswith(_END) and tail.endswith(b"\0\0"):
        return False
    start = tail.rfind(_END)
    comment: int = struct.unpack_from("<H", tail, start + _END_SIZE - 2)[0]
    return start + _END_SIZE + comment < len(tail)


def _mode(info: zipfile.ZipInfo) -> int:
    """Return the mode of a member on Unix; 0 where it was written elsewhere."""
    return info.external_attr >> 16


def _is_device(mode: int) -> bool:
    return stat.S_ISCHR(mode) or stat.S_ISBLK(mode) or stat.S_ISFIFO(mode)


def _problem(info: zipfile.ZipInfo) -> str | None:
    mode = _mode(info)
    if stat.S_ISLNK(mode):
        return "is a symbolic link, which is not followed"
    if stat.S_IFMT(mode) and not stat.S_ISREG(mode):
        return describe_kind(mode)
    if info.flag_bits & _ENCRYPTED:
        return "is encrypted"
    if info.compress_type not in _METHODS:
        return f"is compressed by method {info.compress_type}; expected 8 (deflate) or 0 (stored)"
    return None


def _read(archive: zipfile.ZipFile, info: zipfile.ZipInfo, budget: Budget) -> bytes:
    if budget.is_over_ratio(info.compress_size, info.file_size):
        most = f"{budget.limits.ratio:,} times its size (max-ratio)"
        raise MemberError(f"expands to more than {most}")
    try:
        with archive.open(info) as member:
            data = member.read(info.file_size)
    except _BROKEN as error:
        raise MemberError(f"is damaged ({error})") from error
    if len(data) < info.file_size:
        raise MemberError(f"is damaged (has {len(data):,} of {info.file_size:,} bytes)")
    # Not the compressed size of the member: in a bomb, members share their compressed bytes.
    budget.add(0, len(data))
    return data
