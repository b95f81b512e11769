"""Where documents go: a file or a folder, each written whole or not at all.

No file is written over one that is read, over one that this run has written, or, without ``force``, over one that
convert has not made: an existing file must be empty, have the same bytes, or have those that convert wrote there.
"""

from __future__ import annotations

import hashlib
import os
import stat
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import suppress
from enum import Enum
from itertools import chain

from corpusfmt.files.read import WriteError, reason_of, sha256
from corpusfmt.files.streams import is_stream, write_output
from corpusfmt.files.temporary_files import remove_abandoned
from corpusfmt.files.write import write_atomically
from corpusfmt.project.output_log import OutputLog

Identity = tuple[int, int]


def identities(paths: Iterable[str]) -> dict[Identity, str]:
    """The files that paths lead to, by device and number, whatever they are called."""
    found = {}
    for path in paths:
        try:
            status = os.stat(path)
        except (OSError, ValueError):
            continue
        found[status.st_dev, status.st_ino] = path
    return found


class WriteResult(Enum):
    """What became of a file that was written."""

    NEW = "new"
    REPLACED = "replaced"
    UNCHANGED = "unchanged"


class Folder:
    """The output folder ``root``; ``read`` holds the identities of the files that are read.

    ``results`` counts what became of the files.
    """

    def __init__(
        self, root: str, read: dict[Identity, str], made: OutputLog, *, force: bool = False
    ) -> None:
        self.root = root
        self.read = read
        self.made = made
        self.force = force
        self.results: Counter[WriteResult] = Counter()
        self.written: dict[str, tuple[str, str]] = {}
        self.checked: set[str] = set()

    def make(self) -> None:
        """Make the folder itself, if it is missing; WriteError if it cannot be, and then nothing can be written."""
        self._prepare(self.root)

    def write(self, name: str, data: bytes, origin: str) -> None:
        """Write a file of that name, which is relative, for the input ``origin``; WriteError if it cannot be."""
        place = os.path.join(self.root, *name.split("/"))
        self._prepare(os.path.dirname(place))
        key = _normal_name(place)
        self._refuse_loss(place, key)
        self.results[_put(place, data, self.made, force=self.force)] += 1
        self.written[key] = place, origin

    def _refuse_loss(self, place: str, key: str) -> None:
        """Raise WriteError where a file must stay: one that is read, or that this run has written.

        Names that differ only in case or in their Unicode form are one file on some file systems, and this one is
        asked. The number of a file does not tell: it is used again once a file is gone.
        """
        try:
            status = os.lstat(place)
        except (OSError, ValueError):  # it does not exist, or the writing will say why it cannot be
            return
        if (status.st_dev, status.st_ino) in self.read:
            raise WriteError(place, "is among the files that are read, and is not overwritten")
        written, origin = self.written.get(key, ("", ""))
        if written and (written == place or _is_same(written, status)):
            raise WriteError(place, f"is already written, for {origin}")
        if stat.S_ISDIR(status.st_mode):
            raise WriteError(place, "is a folder")

    def _prepare(self, folder: str) -> None:
        """Make a folder inside this one; WriteError where a symbolic link leads out of it, or it cannot be made."""
        if folder in self.checked:
            return
        try:
            inside, outside = os.path.realpath(folder), os.path.realpath(self.root)
        except ValueError as error:
            raise WriteError(folder, reason_of(error)) from error
        if inside != outside and not inside.startswith(outside.rstrip(os.sep) + os.sep):
            raise WriteError(folder, f"is a symbolic link out of {self.root}")
        _make_folder(folder)
        self.checked.add(folder)


def write_file(
    path: str, pieces: Iterator[bytes], made: OutputLog, *, force: bool = False
) -> WriteResult | None:
    """Write a file at once, a pipe or a device piece by piece, and return what became of it.

    Without any piece nothing is written, and None is returned.
    """
    first = next(pieces, None)
    if first is None:
        return None
    _make_folder(os.path.dirname(path))
    if not is_stream(path):
        return _put_pieces(path, chain((first,), pieces), made, force=force)
    write_output(path, chain((first,), pieces))
    return WriteResult.NEW


def _put(path: str, data: bytes, made: OutputLog, *, force: bool) -> WriteResult:
    """Write a file; WriteError where another one exists that convert has not made."""
    before, after = _digest_of(path), sha256(data)
    if before == after:
        made.add(path, after)
        return WriteResult.UNCHANGED
    _refuse_foreign(path, before, made, force=force)
    made.add(path, after)
    write_atomically(path, data, durable=False)
    return WriteResult.NEW if before is None else WriteResult.REPLACED


class _UnchangedError(Exception):
    """The bytes are those that the file has already."""


def _put_pieces(path: str, pieces: Iterable[bytes], made: OutputLog, *, force: bool) -> WriteResult:
    """Write a file from pieces; whether it may be replaced is decided when all of them are there.

    The file that is there is looked at then, and not before: an edit made meanwhile is seen.
    """
    result = WriteResult.NEW

    def checked() -> Iterator[bytes]:
        nonlocal result
        digest = hashlib.sha256()
        for piece in pieces:
            digest.update(piece)
            yield piece
        before, after = _digest_of(path), digest.hexdigest()
        result = WriteResult.NEW if before is None else WriteResult.REPLACED
        if before != after:
            _refuse_foreign(path, before, made, force=force)
        made.add(path, after)
        if before == after:
            raise _UnchangedError

    try:
        write_atomically(path, checked(), durable=False)
    except _UnchangedError:
        return WriteResult.UNCHANGED
    return result


def _refuse_foreign(path: str, before: str | None, made: OutputLog, *, force: bool) -> None:
    """Raise WriteError for an existing file, of the digest ``before``, that must not be replaced."""
    if force or before in (None, _EMPTY) or made.is_own(path, before or ""):
        return
    if made.is_known(path):
        raise WriteError(path, "was changed after convert wrote it; --force replaces it")
    raise WriteError(path, "exists, and was not written by convert; --force replaces it")


_EMPTY = sha256(b"")


def _digest_of(path: str) -> str | None:
    """Return the digest of a file, or None where there is none; what else is there, the writing refuses."""
    try:
        if not stat.S_ISREG(os.lstat(path).st_mode):
            return None
        with open(path, "rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        raise WriteError(path, reason_of(error)) from error


def _normal_name(place: str) -> str:
    """Return the same name for all that a file system may take as one."""
    folder, name = os.path.split(place)
    with suppress(ValueError):
        folder = os.path.realpath(folder)
    whole = unicodedata.normalize("NFC", os.path.join(folder, name)).casefold()
    return unicodedata.normalize("NFC", whole)


def _is_same(written: str, status: os.stat_result) -> bool:
    try:
        return os.path.samestat(os.lstat(written), status)
    except OSError:
        return False


def _make_folder(folder: str) -> None:
    """Make a folder and those above it, where they are missing; WriteError if that cannot be."""
    try:
        os.makedirs(folder or ".", exist_ok=True)
        remove_abandoned([folder])
    except FileExistsError as error:
        raise WriteError(folder, "is a file, and is needed as a folder") from error
    except (OSError, ValueError) as error:
        raise WriteError(folder, reason_of(error)) from error
