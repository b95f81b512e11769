"""The bytecode of the modules of a run in one file: they are found and read in half the time.

Python looks for a module in every place where it could be, opens the file of its bytecode, and
compares that with the source. Here, the source is compared in the same way, by its size and time,
and nothing else is looked for. A module that is not kept, or not as it is now, is imported as any
other.
"""

from __future__ import annotations

import marshal
import os
import sys
from importlib.machinery import ModuleSpec, SourceFileLoader
from types import CodeType

from corpusfmt.text.annotations import TYPE_CHECKING
from corpusfmt.text.kept_file import VERSION, may_write, path_beside, write_file

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from types import ModuleType
    from typing import TypeAlias

    _Entry: TypeAlias = tuple[bool, int, int, int, int]
    """Whether it is a package, the time and size of its source, and the place of its bytecode."""

_SIZE = 4
"""How many bytes the size of the index has."""

_HEADER = 16
"""How many bytes a file of bytecode has before the bytecode."""

_SUFFIX = (path_beside(__spec__) or "").rpartition("kept_modules")[2]
"""What the names of files of bytecode end with, such as ``.cpython-313.pyc``."""


class KeptModules:
    """Finds the modules of a package in a file, or in none, and writes it after a run.

    ``version`` is that of the package: the sources of two releases may have one size and time.
    """

    def __init__(self, path: str | None, package: str, version: str) -> None:
        self.path = path
        self._prefix = f"{package}."
        self._version = f"{VERSION} {version}"
        self._others = frozenset(sys.modules)
        self._found: set[str] = set()
        self._index: dict[str, _Entry | None] = {}
        self._file = -1
        self._start_of_code = 0
        self._load()

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, _: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Return where a module is if it is kept as it is now, as finders of modules do."""
        entry = self._index.get(name)
        if entry is None or path is None:
            return None
        is_package, time, size, start, end = entry
        folder, own = path[0], name.rpartition(".")[2]
        if is_package:
            folder, own = f"{folder}{os.sep}{own}", "__init__"
        source = f"{folder}{os.sep}{own}.py"
        try:
            state = os.stat(source)
        except OSError:
            return None
        if state.st_mtime_ns != time or state.st_size != size:
            return None
        self._found.add(name)
        loader = _KeptLoader(name, source, self._read(start, end))
        spec = ModuleSpec(name, loader, origin=source, is_package=is_package)
        spec.has_location = True
        spec.cached = f"{folder}{os.sep}__pycache__{os.sep}{own}{_SUFFIX}"
        if spec.submodule_search_locations is not None:
            spec.submodule_search_locations.append(folder)
        return spec

    def save(self) -> None:
        """Write the modules of this run beside those that are kept, if there are others."""
        new = set(self._new())
        if self.path is None or not new or not may_write(self.path):
            return
        index: dict[str, _Entry | None] = {}
        pieces: list[bytes] = []
        place = 0
        for name in sorted(new.union(self._index)):
            entry, code = _read(sys.modules[name]) if name in new else self._kept(name)
            index[name] = None if entry is None else (*entry, place, place + len(code))
            pieces.append(code)
            place += len(code)
        head = marshal.dumps((self._version, index, place))
        write_file(self.path, b"".join((len(head).to_bytes(_SIZE, "little"), head, *pieces)))

    def _new(self) -> Iterator[str]:
        """Yield the names of the modules of this run that are not kept, or not as they are."""
        for name in sys.modules.keys() - self._others - self._found:
            if name.startswith(self._prefix) and self._index.get(name, ()) is not None:
                yield name

    def _kept(self, name: str) -> tuple[tuple[bool, int, int] | None, bytes]:
        entry = self._index[name]
        if entry is None:
            return None, b""
        is_package, time, size, start, end = entry
        return (is_package, time, size), self._read(start, end)

    def _load(self) -> None:
        try:
            file = os.open(self.path or "", os.O_RDONLY)
            size = int.from_bytes(os.pread(file, _SIZE, 0), "little")
            version, index, size_of_code = marshal.loads(os.pread(file, size, _SIZE))
            is_whole = os.fstat(file).st_size == _SIZE + size + size_of_code
        except (OSError, EOFError, ValueError, TypeError):
            return
        if version == self._version and is_whole:
            self._index, self._file, self._start_of_code = index, file, _SIZE + size

    def _read(self, start: int, end: int) -> bytes:
        return os.pread(self._file, end - start, self._start_of_code + start)


class _KeptLoader(SourceFileLoader):
    """Loads a module from its bytecode, or from its source if that is damaged."""

    def __init__(self, name: str, path: str, code: bytes) -> None:
        super().__init__(name, path)
        self._code = code

    def get_code(self, fullname: str) -> CodeType | None:
        """Return the code of the module."""
        data, self._code = self._code, b""  # it is needed once
        try:
            code = marshal.loads(data)
        except (EOFError, ValueError, TypeError):
            code = None
        return code if isinstance(code, CodeType) else super().get_code(fullname)


def _read(module: ModuleType) -> tuple[tuple[bool, int, int] | None, bytes]:
    """Return what is kept of a module and its bytecode, or None if that is not of its source."""
    from importlib.util import MAGIC_NUMBER

    spec = module.__spec__
    if spec is None or type(spec.loader) not in (SourceFileLoader, _KeptLoader):
        return None, b""
    try:
        state = os.stat(spec.origin or "")
        with open(spec.cached or "", "rb") as file:
            data = file.read()
    except OSError:
        return None, b""
    numbers = (0, int(state.st_mtime), state.st_size)
    source = b"".join([(number & 0xFFFFFFFF).to_bytes(4, "little") for number in numbers])
    if data[:_HEADER] != MAGIC_NUMBER + source:
        return None, b""
    is_package = spec.submodule_search_locations is not None
    return (is_package, state.st_mtime_ns, state.st_size), data[_HEADER:]


def keep_modules(package: str, version: str) -> KeptModules:
    """Find the modules of a package in the file of this installation from now on."""
    is_known = sys.implementation.name == "cpython" and hasattr(os, "pread")
    is_known = is_known and sys.pycache_prefix is None
    kept = KeptModules(path_beside(__spec__, ".modules") if is_known else None, package, version)
    sys.meta_path.insert(0, kept)
    return kept
