"""The kinds of archives, by the ends of their names."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product

from corpusfmt.files.path_table import PathTable

_TAR = (".tar", ".tar.gz", ".tar.zst", ".tar.xz", ".tgz", ".tzst", ".txz")
_COMPRESSED = (".gz", ".zst", ".xz")
_PLAIN_ROWS = (".jsonl", ".ndjson")
_COMPRESSED_ROWS = tuple(map("".join, product(_PLAIN_ROWS, _COMPRESSED)))
_FILES = (".txt", ".md", ".json", ".jsonld", ".csv", ".tsv", ".html", ".htm", ".sgm", ".story")

_KINDS = (
    ("tar", _TAR),
    ("zip", (".zip",)),
    ("rows", (*_PLAIN_ROWS, *_COMPRESSED_ROWS)),
    ("table", (".parquet",)),
    ("warc", (".warc", ".warc.gz", ".warc.zst")),
    ("file", tuple(map("".join, product(_FILES, _COMPRESSED)))),
)

ENDINGS = tuple(ending for _, endings in _KINDS for ending in endings)
"""The ends of the names of archives."""


_NO_ARCHIVE = (".txt", ".md")
"""Endings of nearly every path."""


def possible_archives(paths: Iterable[str]) -> Iterable[str]:
    """Return the paths that may name an archive or a URL: none of most corpora, in little time."""
    if isinstance(paths, PathTable) and _are_texts(paths):
        return ()
    return filter(_may_be_archive, paths)


def _are_texts(paths: PathTable) -> bool:
    return paths.all_end_with(_NO_ARCHIVE) and not paths.has_character(":")


def _may_be_archive(path: str) -> bool:
    return not path.endswith(_NO_ARCHIVE) or ":" in path


def archive_kind(path: str) -> str | None:
    """Return the kind of archive that a path names, or None for a file with one text."""
    name = path.lower()
    if not name.endswith(ENDINGS):  # nearly every path
        return None
    for kind, endings in _KINDS:
        if name.endswith(endings):
            return kind
    return None


def is_plain_rows(path: str) -> bool:
    """Return whether a path names JSON Lines that are not compressed."""
    return path.lower().endswith(_PLAIN_ROWS)


def archive_of(path: str) -> str | None:
    """Return the path of the archive in a virtual path, or None for another path."""
    folder = path.rpartition("/")[0]
    while folder:
        if archive_kind(folder) is not None:
            return folder
        folder = folder.rpartition("/")[0]
    return None
