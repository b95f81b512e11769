"""What takes long to make, kept from one run to the next as Python keeps the bytecode of modules.

It is kept beside that bytecode, and not where Python may write none. What is missing or damaged is
made again.
"""

from __future__ import annotations

import marshal
import os
import sys
from contextlib import suppress
from functools import cached_property

from corpusfmt.text.annotations import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from importlib.machinery import ModuleSpec
    from typing import Final

VERSION: Final = f"2 {sys.version} {sys.byteorder}"
"""What the form of compiled patterns and functions depends on."""


_SIZE = 4
"""How many bytes the size of the index has, which precedes it."""

_AS_BYTES: Final = getattr(os, "O_BINARY", 0)
"""On Windows, a file that is opened without this flag is read as text."""

_Place = tuple[int, int]
"""Where the bytes of a value start and end, behind the index."""


class KeptFile:
    """The entries of a file, or of none: values that ``marshal`` can write, by their keys.

    A value is read when it is first asked for: a run needs a few of them. No more than ``most`` are
    kept: so many are there only if some are those of earlier versions.
    """

    def __init__(self, path: str | None, most: int = 2000) -> None:
        self.path = path
        self.most = most
        self.is_changed = False

    @cached_property
    def entries(self) -> dict[object, object]:
        """The places of the values that are kept, and in a list those that were added.

        The file is opened when an entry is first needed, as some runs need none.
        """
        return dict(self._stored.index)

    @cached_property
    def _stored(self) -> _Stored:
        return _open(self.path)

    def get(self, key: object) -> object:
        """Return the value of an entry; None if there is none, or a damaged one."""
        entry = self.entries.get(key)
        if entry is None:
            return None
        if isinstance(entry, list):
            return entry[0]
        try:
            return marshal.loads(self._stored.read(cast("_Place", entry)))
        except (OSError, EOFError, ValueError, TypeError):
            return None

    def add(self, key: object, value: object) -> None:
        """Add an entry, which is kept when they are saved."""
        self.entries[key] = [value]
        self.is_changed = True

    def save(self) -> None:
        """Write the entries if there are new ones; do nothing where that is impossible."""
        if self.path is None or not self.is_changed or not may_write(self.path):
            return
        stored = _open(self.path)
        pieces = {key: stored.read(place) for key, place in stored.index.items()}
        stored.close()
        if len(pieces.keys() | self.entries) > self.most:
            pieces.clear()
        for key, entry in self.entries.items():
            if isinstance(entry, list):
                pieces[key] = marshal.dumps(entry[0])
            elif key not in pieces:
                pieces[key] = self._stored.read(cast("_Place", entry))
        _write(self.path, pieces)
        self.is_changed = False


def _read_nothing(place: _Place) -> bytes:
    return b""


class _Stored:
    """The places of the values of a file, a function that reads one, and the file if it is open."""

    def __init__(
        self,
        index: Mapping[object, _Place],
        read: Callable[[_Place], bytes] = _read_nothing,
        file: int = -1,
    ) -> None:
        self.index = index
        self.read = read
        self._file = file

    def close(self) -> None:
        """Close the file, of which nothing can be read then."""
        if self._file >= 0:
            os.close(self._file)


def _open(path: str | None) -> _Stored:
    """Return the entries of a file; none if it is missing, damaged or of another version."""
    try:
        file = os.open(path or "", os.O_RDONLY | _AS_BYTES)
        try:
            size = int.from_bytes(os.read(file, _SIZE), "little")
            version, index, size_of_values = marshal.loads(os.read(file, size))
            is_whole = os.fstat(file).st_size == _SIZE + size + size_of_values
        except BaseException:
            os.close(file)
            raise
    except (OSError, EOFError, ValueError, TypeError, MemoryError, OverflowError):
        return _Stored({})
    start = _SIZE + size
    if version != VERSION or not is_whole or not isinstance(index, dict):
        os.close(file)
        return _Stored({})
    if not hasattr(os, "pread"):  # Windows, where an open file cannot be replaced
        values = os.read(file, size_of_values)
        os.close(file)
        return _Stored(index, lambda place: values[slice(*place)])
    return _Stored(index, lambda place: os.pread(file, place[1] - place[0], start + place[0]), file)


def _write(path: str, pieces: Mapping[object, bytes]) -> None:
    index: dict[object, _Place] = {}
    end = 0
    for key, piece in pieces.items():
        index[key] = end, end + len(piece)
        end += len(piece)
    head = marshal.dumps((VERSION, index, end))
    write_file(path, b"".join((len(head).to_bytes(_SIZE, "little"), head, *pieces.values())))


def path_beside(spec: ModuleSpec | None, suffix: str = "") -> str | None:
    """Return the path of a file beside the bytecode of a module, or None where nothing is kept."""
    bytecode = spec.cached if spec is not None else None
    return f"{bytecode}{suffix}" if bytecode else None


def may_write(path: str) -> bool:
    """Return whether a file may be written beside bytecode: what is written takes long to make."""
    return not sys.dont_write_bytecode and os.access(os.path.dirname(path), os.W_OK)


def write_file(path: str, content: bytes) -> None:
    """Write a file at once; do nothing where that is impossible."""
    temporary = f"{path}.{os.getpid()}"
    try:
        with open(temporary, "xb") as file:
            file.write(content)
        os.replace(temporary, path)
    except OSError:
        with suppress(OSError):
            os.remove(temporary)
