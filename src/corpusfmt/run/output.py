"""Write documents to a file or a folder, each file whole or not at all.

No file is replaced that is read, or that this run has written. Without ``force``, a file is
replaced only if it is empty or has the bytes that convert wrote there.
"""

from __future__ import annotations

import os
import stat
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import suppress
from enum import Enum
from itertools import chain

from corpusfmt.files.digest import digest_of_file
from corpusfmt.files.paths import is_inside
from corpusfmt.files.read import WriteError, reason_of, sha256
from corpusfmt.files.streams import is_stream, write_output
from corpusfmt.files.temporary_files import remove_abandoned
from corpusfmt.files.write import write_atomically
from corpusfmt.project.output_log import OutputLog

Identity = tuple[int, int]
"""The device and the number of a file, which are the same whatever its path."""

_EMPTY = sha256(b"")


class WriteResult(Enum):
    """What happened to a file that was written."""

    NEW = "new"
    REPLACED = "replaced"
    UNCHANGED = "unchanged"


class OutputFolder:
    """The folder ``root`` that documents are written to.

    ``inputs`` holds the identities of the files that are read. ``results`` counts the files.
    """

    def __init__(
        self,
        root: str,
        inputs: dict[Identity, str],
        output_log: OutputLog,
        *,
        force: bool = False,
    ) -> None:
        self.root = root
        self.inputs = inputs
        self.output_log = output_log
        self.force = force
        self.results: Counter[WriteResult] = Counter()
        self._written: dict[str, tuple[str, str]] = {}
        self._prepared: set[str] = set()

    def make(self) -> None:
        """Make the folder, if it is missing; raise WriteError if that fails."""
        self._prepare(self.root)

    def write(self, name: str, data: bytes, origin: str) -> None:
        """Write a file of a relative name, for the input ``origin``; raise WriteError if not."""
        path = os.path.join(self.root, *name.split("/"))
        self._prepare(os.path.dirname(path))
        key = _normal_name(path)
        self._refuse_loss(path, key)
        self.results[_write(path, data, self.output_log, force=self.force)] += 1
        self._written[key] = path, origin

    def write_pieces(self, name: str, pieces: Iterator[bytes], origin: str) -> bool:
        """Write a file from pieces, as `write` does; without pieces, return False."""
        path = os.path.join(self.root, *name.split("/"))
        key = _normal_name(path)
        self._refuse_loss(path, key)
        result = write_file(path, pieces, self.output_log, force=self.force)
        if result is None:
            return False
        self.results[result] += 1
        self._written[key] = path, origin
        return True

    def _refuse_loss(self, path: str, key: str) -> None:
        """Raise WriteError for a file that is read, or that this run has written.

        Names that differ only in case or in their Unicode form are one file on some file systems:
        the file system is asked. The number of a file is not enough, as it is reused when a file
        is removed.
        """
        try:
            status = os.lstat(path)
        except (OSError, ValueError):  # it does not exist, or writing fails with a reason
            return
        if (status.st_dev, status.st_ino) in self.inputs:
            raise WriteError(path, "is one of the input files, and is not overwritten")
        written, origin = self._written.get(key, ("", ""))
        if written and (written == path or _is_same(written, status)):
            raise WriteError(path, f"has already been written, for {origin}")
        if stat.S_ISDIR(status.st_mode):
            raise WriteError(path, "is a folder")

    def _prepare(self, folder: str) -> None:
        """Make a folder in this one, once; raise WriteError if that fails."""
        if folder in self._prepared:
            return
        make_folder_in(folder, self.root)
        self._prepared.add(folder)


def identities(paths: Iterable[str]) -> dict[Identity, str]:
    """Return the files that paths lead to, by their identities."""
    found = {}
    for path in paths:
        try:
            status = os.stat(path)
        except (OSError, ValueError):
            continue
        found[status.st_dev, status.st_ino] = path
    return found


def make_folder_in(folder: str, root: str) -> None:
    """Make a folder in another; raise WriteError if that fails, or a link leads elsewhere."""
    try:
        has_left = not is_inside(folder, root)
    except ValueError as error:
        raise WriteError(folder, reason_of(error)) from error
    if has_left:
        raise WriteError(folder, f"is a symbolic link out of {root}")
    _make_folder(folder)


def write_file(
    path: str, pieces: Iterator[bytes], output_log: OutputLog, *, force: bool = False
) -> WriteResult | None:
    """Write a file at once, but a pipe or a device piece by piece.

    Without pieces nothing is written, and None is returned.
    """
    first = next(pieces, None)
    if first is None:
        return None
    _make_folder(os.path.dirname(path))
    pieces = chain((first,), pieces)
    if is_stream(path):
        write_output(path, pieces)
        return WriteResult.NEW
    return _write_pieces(path, pieces, output_log, force=force)


def _write(path: str, data: bytes, output_log: OutputLog, *, force: bool) -> WriteResult:
    """Write a file; raise WriteError for an existing one that convert has not written."""
    before = _digest_of(path)
    after = sha256(data)
    if before == after:
        output_log.add(path, after)
        return WriteResult.UNCHANGED
    _refuse_foreign(path, before, output_log, force=force)
    output_log.add(path, after)
    write_atomically(path, data, durable=False)
    return _result_for(before)


class _UnchangedError(Exception):
    """The file has these bytes already."""


def _write_pieces(
    path: str, pieces: Iterable[bytes], output_log: OutputLog, *, force: bool
) -> WriteResult:
    """Write a file from pieces, as `_write` does.

    The existing file is read after the last piece, so that an edit made meanwhile is noticed.
    """
    from hashlib import sha256

    result = WriteResult.NEW

    def checked() -> Iterator[bytes]:
        nonlocal result
        digest = sha256()
        for piece in pieces:
            digest.update(piece)
            yield piece
        before = _digest_of(path)
        after = digest.hexdigest()
        result = _result_for(before)
        if before != after:
            _refuse_foreign(path, before, output_log, force=force)
        output_log.add(path, after)
        if before == after:
            raise _UnchangedError

    try:
        write_atomically(path, checked(), durable=False)
    except _UnchangedError:
        return WriteResult.UNCHANGED
    return result


def _result_for(before: str | None) -> WriteResult:
    """Return what happens to a file with the digest ``before``, None where there is none."""
    return WriteResult.NEW if before is None else WriteResult.REPLACED


def _refuse_foreign(path: str, before: str | None, output_log: OutputLog, *, force: bool) -> None:
    """Raise WriteError for a file with the digest ``before`` that must not be replaced."""
    if force or before is None or before == _EMPTY or output_log.is_own(path, before):
        return
    if output_log.is_known(path):
        raise WriteError(path, "was changed after convert wrote it; use --force to replace it")
    raise WriteError(path, "exists and was not written by convert; use --force to replace it")


def _digest_of(path: str) -> str | None:
    """Return the digest of a file; None where there is none, or something else."""
    try:
        is_file = stat.S_ISREG(os.lstat(path).st_mode)
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        raise WriteError(path, reason_of(error)) from error
    return digest_of_file(path) if is_file else None


def _normal_name(path: str) -> str:
    """Return the same name for all paths that a file system may take for one."""
    folder, name = os.path.split(path)
    with suppress(ValueError):
        folder = os.path.realpath(folder)
    whole = unicodedata.normalize("NFC", os.path.join(folder, name)).casefold()
    return unicodedata.normalize("NFC", whole)


def _is_same(path: str, status: os.stat_result) -> bool:
    try:
        return os.path.samestat(os.lstat(path), status)
    except OSError:
        return False


def _make_folder(folder: str) -> None:
    """Make a folder and those above it, where they are missing; raise WriteError if that fails."""
    try:
        os.makedirs(folder or ".", exist_ok=True)
        remove_abandoned([folder])
    except FileExistsError as error:
        raise WriteError(folder, "is a file; expected a folder") from error
    except (OSError, ValueError) as error:
        raise WriteError(folder, reason_of(error)) from error
