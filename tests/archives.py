"""Archives that tests read, made in memory; the hostile ones are made here, too."""

import gzip
import io
import lzma
import tarfile
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import zstandard

from tests.command_line import CLEAN

BLOCK = 512

PACKERS: Mapping[str, Callable[[bytes], bytes]] = {
    ".tar": bytes,
    ".tar.gz": gzip.compress,
    ".tgz": gzip.compress,
    ".tar.xz": lzma.compress,
    ".tar.zst": zstandard.compress,
}
"""How a tar archive is compressed, by the ending of its name."""


def tar(files: Mapping[str, str | bytes], form: int = tarfile.PAX_FORMAT) -> bytes:
    """Return a tar archive of files."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=form) as archive:
        for name, content in files.items():
            add_file(archive, name, content)
    return out.getvalue()


def add_file(archive: tarfile.TarFile, name: str, content: str | bytes = CLEAN) -> None:
    """Add a file to a tar archive."""
    data = content.encode() if isinstance(content, str) else content
    info = tarfile.TarInfo(name)
    info.size = len(data)
    archive.addfile(info, io.BytesIO(data))


def tar_of(*members: tarfile.TarInfo) -> bytes:
    """Return a tar archive of members without data, with an article before and after them."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        add_file(archive, "first.txt")
        for info in members:
            archive.addfile(info)
        add_file(archive, "last.txt")
    return out.getvalue()


def special(name: str, kind: bytes, target: str = "") -> tarfile.TarInfo:
    """Return a member that is not a file, such as a link."""
    info = tarfile.TarInfo(name)
    info.type, info.linkname = kind, target
    return info


def zip_of(files: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a zip archive of files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def save(path: Path, data: bytes) -> Path:
    """Write a file and return its path."""
    path.write_bytes(data)
    return path
