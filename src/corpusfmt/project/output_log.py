"""A log of the files that convert has written, so that a later run replaces nothing else.

``.corpusfmt/outputs.jsonl`` has a row for each file: its path (relative to the root if it is below
it, or absolute) and the digest of its bytes. A file that has one of the digests of its path can be
replaced: its content can be made again.
"""

from __future__ import annotations

import os
from collections import defaultdict
from contextlib import suppress

from corpusfmt.files.paths import path_below
from corpusfmt.files.project_folder import (
    LinkedFolderError,
    folder_of,
    make_folder,
    writable_root,
)
from corpusfmt.files.read import ReadError, WriteError
from corpusfmt.files.untrusted import read_untrusted
from corpusfmt.files.write import open_to_append, write_atomically
from corpusfmt.project.json_lines import format_line, parse_object
from corpusfmt.text.annotations import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import IO

_NAME = "outputs.jsonl"
_LARGEST = 1 << 29  # bytes
_SPARE_ROWS = 100
"""How many superseded rows are kept, beyond one for each path, until the file is rewritten."""


class OutputLog:
    """The files that convert has written in a project, whose root is the folder of the settings.

    The log is a convenience: if it cannot be read or written, a later run demands --force.
    """

    def __init__(self, root: str) -> None:
        self._root = writable_root(root)
        self._path = os.path.join(folder_of(self._root), _NAME)
        self._digests: defaultdict[str, list[str]] = defaultdict(list)
        self._rows = 0
        self._file: IO[bytes] | None = None
        self._load()

    def is_known(self, path: str) -> bool:
        """Return whether convert has written a file at a path before."""
        return self._key(path) in self._digests

    def is_own(self, path: str, digest: str) -> bool:
        """Return whether convert has written bytes of that digest at a path."""
        return digest in self._digests.get(self._key(path), ())

    def add(self, path: str, digest: str) -> None:
        """Record a file; call this before it is written, so that a killed run leaves no unknown."""
        key = self._key(path)
        digests = self._digests[key]
        if digests and digests[-1] == digest:
            return
        digests.append(digest)
        self._rows += 1
        with suppress(OSError, ValueError, LinkedFolderError, WriteError):
            if self._file is None:
                make_folder(self._root)
                self._file = os.fdopen(open_to_append(self._path), "ab")
            self._file.write(_format_row(key, digest))
            self._file.flush()

    def close(self) -> None:
        """Close the log; if it has many superseded rows, keep only the last row of each path."""
        if self._file is None:
            return
        with suppress(OSError):
            self._file.close()
        if self._rows > 2 * len(self._digests) + _SPARE_ROWS:
            rows = [_format_row(key, digests[-1]) for key, digests in self._digests.items()]
            with suppress(WriteError):
                write_atomically(self._path, b"".join(rows), durable=False)

    def _load(self) -> None:
        if os.path.islink(folder_of(self._root)):
            return
        try:
            lines = read_untrusted(self._path, _LARGEST).split(b"\n")
        except ReadError:
            return
        for line in lines:
            row = parse_object(line) or {}
            key, digest = row.get("path"), row.get("sha256")
            if isinstance(key, str) and isinstance(digest, str):
                self._digests[key].append(digest)
                self._rows += 1

    def _key(self, path: str) -> str:
        folder, name = os.path.split(path)
        whole = os.path.join(os.path.realpath(folder or "."), name)
        return path_below(whole, os.path.realpath(self._root)) or whole


def _format_row(key: str, digest: str) -> bytes:
    return format_line({"path": key, "sha256": digest})
