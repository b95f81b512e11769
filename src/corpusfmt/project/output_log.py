"""What convert has written before, so that a later run replaces nothing else.

``.corpusfmt/outputs.jsonl`` has a row for each file that was written: its path (below the root, or absolute) and the
digest of its bytes. A file that still has one of the digests of its path holds nothing that cannot be made again.
"""

from __future__ import annotations

import json
import os
from collections import defaultdict
from contextlib import suppress
from typing import IO

from corpusfmt.files.project_folder import LinkedFolderError, folder_of, make_folder, writable_root
from corpusfmt.files.read import ReadError, WriteError
from corpusfmt.files.untrusted import read_untrusted
from corpusfmt.files.write import write_atomically

_NAME = "outputs.jsonl"
_LARGEST = 1 << 29
_FEW = 100


class OutputLog:
    """The files that convert has written in a project, whose root is the folder of the settings.

    The record serves convenience only: where it cannot be read or kept, a later run asks for --force.
    """

    def __init__(self, root: str) -> None:
        self._root = writable_root(root)
        self._path = os.path.join(folder_of(self._root), _NAME)
        self._digests: defaultdict[str, list[str]] = defaultdict(list)
        self._rows = 0
        self._log: IO[bytes] | None = None
        self._load()

    def is_known(self, path: str) -> bool:
        """Return whether convert has written a file at a path before."""
        return self._key(path) in self._digests

    def is_own(self, path: str, digest: str) -> bool:
        """Return whether convert has written the bytes of that digest at a path."""
        return digest in self._digests.get(self._key(path), ())

    def add(self, path: str, digest: str) -> None:
        """Record a file; before it is written, so that a killed run leaves none that is not known."""
        key = self._key(path)
        if self._digests.get(key, [""])[-1] == digest:
            return
        self._digests[key].append(digest)
        self._rows += 1
        with suppress(OSError, ValueError, LinkedFolderError):
            if self._log is None:
                make_folder(self._root)
                self._log = _open_log(self._path)
            self._log.write(_row(key, digest))
            self._log.flush()

    def close(self) -> None:
        """Close the record, and keep only the last digest of each path where it has grown large."""
        if self._log is None:
            return
        with suppress(OSError):
            self._log.close()
        if self._rows > 2 * len(self._digests) + _FEW:
            rows = (_row(key, digests[-1]) for key, digests in self._digests.items())
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
            with suppress(ValueError, KeyError, TypeError, RecursionError):
                row = json.loads(line)
                key, digest = row["path"], row["sha256"]
                if isinstance(key, str) and isinstance(digest, str):
                    self._digests[key].append(digest)
                    self._rows += 1

    def _key(self, path: str) -> str:
        folder, name = os.path.split(path)
        whole = os.path.join(os.path.realpath(folder or "."), name)
        above = os.path.realpath(self._root).rstrip(os.sep) + os.sep
        return whole[len(above) :].replace(os.sep, "/") if whole.startswith(above) else whole


def _row(key: str, digest: str) -> bytes:
    return json.dumps({"path": key, "sha256": digest}).encode("ascii") + b"\n"


def _open_log(path: str) -> IO[bytes]:
    flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND
    for name in ("O_CLOEXEC", "O_NOFOLLOW", "O_NONBLOCK", "O_BINARY"):
        flags |= getattr(os, name, 0)
    return os.fdopen(os.open(path, flags, 0o666), "ab")
