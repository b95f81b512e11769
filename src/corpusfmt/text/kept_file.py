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

from corpusfmt.text.annotations import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.machinery import ModuleSpec
    from typing import Final

VERSION: Final = f"1 {sys.version} {sys.byteorder}"
"""What the form of compiled patterns and functions depends on."""


class KeptFile:
    """The entries of a file, or of none: values that ``marshal`` can write, by their keys.

    No more than ``most`` are kept: so many are there only if some are those of earlier versions.
    """

    def __init__(self, path: str | None, most: int = 2000) -> None:
        self.path = path
        self.most = most
        self.is_changed = False

    @cached_property
    def entries(self) -> dict[object, object]:
        """What is kept; it is loaded when an entry is first needed, as some runs need none."""
        return self._load()

    def add(self, key: object, value: object) -> None:
        """Add an entry, which is kept when they are saved."""
        self.entries[key] = value
        self.is_changed = True

    def save(self) -> None:
        """Write the entries if there are new ones; do nothing where that is impossible."""
        if self.path is None or not self.is_changed or not may_write(self.path):
            return
        entries = {**self._load(), **self.entries}
        if len(entries) > self.most:
            entries = self.entries
        write_file(self.path, marshal.dumps((VERSION, entries)))
        self.is_changed = False

    def _load(self) -> dict[object, object]:
        try:
            with open(self.path or "", "rb") as file:
                version, entries = marshal.loads(file.read())
        except (OSError, EOFError, ValueError, TypeError):
            return {}
        if version != VERSION or not isinstance(entries, dict):
            return {}
        return entries


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
