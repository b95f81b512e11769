"""What a result depends on besides the article and the settings: the installed software."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from importlib.util import find_spec

from corpusfmt.text.digests import blake2b

_PACKAGES = ("corpusfmt", "corpusfmt.grammar", "corpusfmt.schema")
"""The packages whose files decide what is found."""

LIBRARIES = (
    "can_ada",
    "charset-normalizer",
    "ftfy",
    "jsonschema",
    "jsonschema-rs",
    "lark",
    "rensa",
)
"""The libraries that decide what is found."""

_SKIPPED = ("__pycache__",)


def release_digest(
    version: str,
    libraries: Iterable[str] = LIBRARIES,
    folders: Sequence[str] | None = None,
) -> bytes:
    """Return a digest of the installed corpusfmt, of its libraries and of the interpreter.

    ``version`` is that of corpusfmt, ``libraries`` are the names of distributions, ``folders``
    those of the packages (default: where this Python imports them from). An installed wheel is
    known by the digests in its RECORD; any other copy, such as a checkout, by the names, sizes and
    times of its files.
    """
    digest = blake2b(digest_size=16)
    digest.update(f"{sys.version}\0{sys.byteorder}\0{version}".encode())
    folders = folders or package_folders()
    record = os.path.join(os.path.dirname(folders[0]), f"corpusfmt-{version}.dist-info", "RECORD")
    try:
        with open(record, "rb") as file:
            digest.update(file.read())
    except OSError:
        for line in _files(folders):
            digest.update(line.encode("utf-8", "surrogatepass"))
    for name in _versions(frozenset(map(_normal, libraries))):
        digest.update(f"\0{name}".encode("utf-8", "surrogatepass"))
    return digest.digest()


def package_folders() -> list[str]:
    """Return the folders of the installed packages, that of corpusfmt first."""
    folders: list[str] = []
    for package in _PACKAGES:
        spec = find_spec(package)
        folders += (spec.submodule_search_locations if spec is not None else None) or ()
    return folders


def _files(folders: Iterable[str]) -> Iterator[str]:
    """Yield a line for each file below the folders: its name, size and time."""
    pending = list(folders)
    while pending:
        with os.scandir(pending.pop()) as entries:
            for entry in sorted(entries, key=lambda entry: entry.name):
                if entry.is_dir():
                    if entry.name not in _SKIPPED:
                        pending.append(entry.path)
                    continue
                status = entry.stat()
                yield f"\0{entry.path}\0{status.st_size}\0{status.st_mtime_ns}"


def _versions(libraries: frozenset[str]) -> list[str]:
    """Return the names and versions of the libraries that are installed, as pip names them."""
    found: set[str] = set()
    for folder in sys.path:
        try:
            names = os.listdir(folder or os.curdir)
        except OSError:
            continue
        for name in names:
            stem, _, ending = name.rpartition(".")
            if ending == "dist-info" and _normal(stem.partition("-")[0]) in libraries:
                found.add(name)
    return sorted(found)


def _normal(name: str) -> str:
    return name.lower().replace("-", "_").replace(".", "_")
