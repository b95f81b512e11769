"""The members of a tar archive, read forward only.

``tarfile`` reads the extended headers of an archive whole, whatever size they claim, and ends at a
damaged header as at the end of the archive. So only its parser of one header is used.
"""

from __future__ import annotations

import tarfile
from collections.abc import Iterator
from dataclasses import dataclass, field

from corpusfmt.files.archives.entry import Entry
from corpusfmt.files.archives.limits import ArchiveError
from corpusfmt.files.archives.streams import ByteStream

_BLOCK = 512
_ZEROS = bytes(_BLOCK)
_ENCODING = "utf-8"

_LARGEST_HEADER = 1 << 20
"""The largest extended header in bytes; it has names and attributes."""

_PAX, _PAX_GLOBAL = (tarfile.XHDTYPE, tarfile.SOLARIS_XHDTYPE), tarfile.XGLTYPE
_LONG_NAME, _LONG_LINK = tarfile.GNUTYPE_LONGNAME, tarfile.GNUTYPE_LONGLINK

_KINDS = {
    tarfile.SYMTYPE: "is a symbolic link, which is not followed",
    tarfile.LNKTYPE: "is a hard link, which is not followed",
    tarfile.CHRTYPE: "is a device, not a file",
    tarfile.BLKTYPE: "is a device, not a file",
    tarfile.FIFOTYPE: "is a named pipe, not a file",
    tarfile.GNUTYPE_SPARSE: "is a sparse file, which is not supported",
}
"""Why a member is not read, by its type."""

_WITHOUT_DATA = (
    tarfile.SYMTYPE,
    tarfile.LNKTYPE,
    tarfile.CHRTYPE,
    tarfile.BLKTYPE,
    tarfile.FIFOTYPE,
    tarfile.DIRTYPE,
)
_DEVICES = (tarfile.CHRTYPE, tarfile.BLKTYPE, tarfile.FIFOTYPE)


@dataclass(slots=True)
class _Extended:
    """What extended headers say about the next member."""

    name: str | None = None
    records: dict[str, str] = field(default_factory=dict)


def read_tar(stream: ByteStream) -> Iterator[Entry]:
    """Yield the members in their order; each is read before the next, or not at all.

    Raise ArchiveError where the archive is damaged or truncated.
    """
    extended = _Extended()
    while True:
        header = stream.read(_BLOCK)
        if header == _ZEROS:
            _expect_end(stream)
            return
        info = _parse(header)
        if _is_extension(info):
            _extend(extended, info, stream)
            continue
        yield from _read_member(info, extended, header, stream)
        extended = _Extended()


def _parse(header: bytes) -> tarfile.TarInfo:
    if not header:
        raise ArchiveError("is truncated: it has no end marker")
    if len(header) < _BLOCK:
        raise ArchiveError("is truncated: it ends within a header")
    try:
        info = tarfile.TarInfo.frombuf(header, _ENCODING, "surrogateescape")
    except (tarfile.TarError, ValueError, OverflowError) as error:
        raise ArchiveError(f"is damaged ({error}); the rest is not read") from error
    if info.size < 0:
        raise ArchiveError("is damaged (a member of negative size); the rest is not read")
    return info


def _is_extension(info: tarfile.TarInfo) -> bool:
    return info.type in (*_PAX, _PAX_GLOBAL, _LONG_NAME, _LONG_LINK)


def _extend(extended: _Extended, info: tarfile.TarInfo, stream: ByteStream) -> None:
    """Read an extended header; those of all members have no names, and are not used."""
    if info.size > _LARGEST_HEADER:
        raise ArchiveError(f"is damaged (a header of {info.size:,} bytes); the rest is not read")
    data = _read_exactly(stream, info.size)
    if info.type == _LONG_NAME:
        extended.name = data.split(b"\0", 1)[0].decode(_ENCODING, "surrogateescape")
    elif info.type in _PAX:
        extended.records.update(_parse_records(data))


def _parse_records(data: bytes) -> Iterator[tuple[str, str]]:
    """Yield the keys and values of a pax header, each in a record "LENGTH KEY=VALUE"."""
    while data.strip(b"\0"):
        digits, blank, _ = data.partition(b" ")
        length = int(digits) if digits.isdigit() and len(digits) < 8 else 0
        record = data[len(digits) + 1 : length]
        key, equals, value = record.partition(b"=")
        if not (blank and equals and value.endswith(b"\n") and len(data) >= length):
            raise ArchiveError("is damaged (an invalid header); the rest is not read")
        text = value[:-1].decode(_ENCODING, "surrogateescape")
        yield key.decode(_ENCODING, "surrogateescape"), text
        data = data[length:]


def _read_member(
    info: tarfile.TarInfo, extended: _Extended, header: bytes, stream: ByteStream
) -> Iterator[Entry]:
    """Yield a member, unless it is a folder, and move to its end."""
    records = extended.records
    name = records.get("path", extended.name or info.name)
    size = _size(info, records)
    problem = _KINDS.get(info.type)
    if any(key.startswith("GNU.sparse.") for key in records):
        problem = _KINDS[tarfile.GNUTYPE_SPARSE]
    elif info.type == tarfile.GNUTYPE_SPARSE:
        _skip_sparse_map(header, stream)
    elif problem is None and not (info.isreg() or info.isdir()):
        problem = "is of an unknown type, and is not read"
    is_read = False

    def read() -> bytes:
        nonlocal is_read
        is_read = True
        return _read_exactly(stream, size)

    if not info.isdir():
        yield Entry(name, size, read, problem, is_device=info.type in _DEVICES)
    if not is_read and stream.skip(_padded(size)) < _padded(size):
        raise ArchiveError("is truncated: it ends within a member")


def _size(info: tarfile.TarInfo, records: dict[str, str]) -> int:
    """Return how many bytes of data follow the header of a member."""
    if info.type in _WITHOUT_DATA:
        return 0
    digits = records.get("size", "")
    if digits and not (digits.isascii() and digits.isdigit() and len(digits) < 20):
        raise ArchiveError("is damaged (an invalid size); the rest is not read")
    return int(digits) if digits else info.size


def _skip_sparse_map(header: bytes, stream: ByteStream) -> None:
    """Skip the blocks after the header of an old sparse file, which say where its data is."""
    is_continued = header[482]
    while is_continued:
        is_continued = _read_exactly(stream, _BLOCK)[504]


def _read_exactly(stream: ByteStream, size: int) -> bytes:
    """Return data of so many bytes, and move to the end of its last block."""
    data = stream.read(size)
    padding = _padded(size) - size
    if len(data) < size or stream.skip(padding) < padding:
        raise ArchiveError("is truncated: it ends within a member")
    return data


def _padded(size: int) -> int:
    return -(-size // _BLOCK) * _BLOCK


def _expect_end(stream: ByteStream) -> None:
    """Read the rest, which has only zeros; a check sum may be at the end of the stream."""
    while block := stream.read(_BLOCK):
        if block.strip(b"\0"):
            raise ArchiveError("has data after its end, which is not read")
