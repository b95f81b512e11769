"""Where documents go: a file or a folder, each written whole or not at all, and none over one that is read."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from itertools import chain

from corpusfmt.files.read import Unwritable, reason_of
from corpusfmt.files.write import write_atomically

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


class Folder:
    """The output folder ``root``; ``read`` holds the identities of the files that are read."""

    def __init__(self, root: str, read: dict[Identity, str]) -> None:
        self.root = root
        self.read = read
        self.written: dict[Identity, str] = {}
        self.checked: set[str] = set()

    def make(self) -> None:
        """Make the folder itself, if it is missing; Unwritable if it cannot be, and then nothing can be written."""
        self._prepare(self.root)

    def write(self, name: str, data: bytes, origin: str) -> None:
        """Write a file of that name, which is relative, for the input ``origin``; Unwritable if it cannot be."""
        place = os.path.join(self.root, *name.split("/"))
        self._prepare(os.path.dirname(place))
        self._refuse_loss(place)
        write_atomically(place, data, durable=False)
        status = os.lstat(place)
        self.written[status.st_dev, status.st_ino] = origin

    def _refuse_loss(self, place: str) -> None:
        """Raise Unwritable where something stands that must stay; the file system may take two names as one."""
        try:
            status = os.lstat(place)
        except (OSError, ValueError):  # nothing is there, or the writing will say why it cannot be
            return
        identity = status.st_dev, status.st_ino
        if identity in self.read:
            raise Unwritable(place, "is among the files that are read, and is not overwritten")
        if identity in self.written:
            raise Unwritable(place, f"is already written, for {self.written[identity]}")
        if stat.S_ISDIR(status.st_mode):
            raise Unwritable(place, "is a folder")

    def _prepare(self, folder: str) -> None:
        """Make a folder inside this one; Unwritable where a symbolic link leads out of it, or it cannot be made."""
        if folder in self.checked:
            return
        try:
            inside, outside = os.path.realpath(folder), os.path.realpath(self.root)
        except ValueError as error:
            raise Unwritable(folder, reason_of(error)) from error
        if inside != outside and not inside.startswith(outside.rstrip(os.sep) + os.sep):
            raise Unwritable(folder, f"is a symbolic link out of {self.root}")
        _make_folder(folder)
        self.checked.add(folder)


def write_file(path: str, pieces: Iterator[bytes]) -> None:
    """Write a file at once, a pipe or a device piece by piece; without any piece what stands there stays."""
    first = next(pieces, None)
    if first is None:
        return
    _make_folder(os.path.dirname(path))
    if not _is_stream(path):
        write_atomically(path, chain((first,), pieces), durable=False)
        return
    try:
        with open(path, "wb") as stream:
            stream.writelines(chain((first,), pieces))
    except OSError as error:
        raise Unwritable(path, reason_of(error)) from error


def _is_stream(path: str) -> bool:
    try:
        mode = os.stat(path).st_mode
    except (OSError, ValueError):
        return False
    return stat.S_ISCHR(mode) or stat.S_ISFIFO(mode)


def _make_folder(folder: str) -> None:
    """Make a folder and those above it, where they are missing; Unwritable if that cannot be."""
    try:
        os.makedirs(folder or ".", exist_ok=True)
    except FileExistsError as error:
        raise Unwritable(folder, "is a file, and is needed as a folder") from error
    except (OSError, ValueError) as error:
        raise Unwritable(folder, reason_of(error)) from error
