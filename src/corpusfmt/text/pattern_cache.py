"""Compiled patterns, kept from one run to the next as Python keeps the bytecode of modules.

`re` compiles a pattern in Python, which for an article takes longer than all else: 620 of 1400
million instructions of `corpusfmt check FILE`. To load what was compiled takes 10 million. It is
kept beside the bytecode of this module, and not where Python may write no bytecode. What is missing
or damaged is compiled. On another Python than those that are known, nothing is kept.
"""

from __future__ import annotations

import marshal
import os
import re
import sys
from array import array
from contextlib import suppress
from functools import cached_property

from corpusfmt.text.annotations import TYPE_CHECKING, cast
from corpusfmt.text.named_tuples import NamedTuple

if TYPE_CHECKING:
    from typing import AnyStr, Final

IS_KNOWN: Final = sys.implementation.name == "cpython" and sys.version_info < (3, 15)
"""Whether this Python has the private modules that are used here, in the form that is expected."""

if IS_KNOWN:
    import _sre  # type: ignore[import-not-found]  # it has no types
    from re import _compiler, _parser  # type: ignore[attr-defined]  # they are private

_Key = tuple[str | bytes, int]
"""A pattern, and its flags."""

VERSION = f"1 {sys.version} {sys.byteorder}"
"""What the form of compiled patterns depends on."""


class _Code(NamedTuple):
    """The arguments for the constructor of patterns, the code as bytes."""

    flags: int
    code: bytes
    groups: int
    index_of: dict[str, int]
    names: tuple[str | None, ...]


class KeptPatterns:
    """The compiled patterns of a file, or of none.

    No more than ``most`` are kept: so many are there only if some are those of earlier versions.
    """

    def __init__(self, path: str | None, most: int = 2000) -> None:
        self.path = path
        self.most = most
        self.is_changed = False

    @cached_property
    def codes(self) -> dict[_Key, _Code]:
        """What is kept; it is loaded when a pattern is first needed, as some runs need none."""
        return self._load()

    def compile(self, pattern: AnyStr, flags: int) -> re.Pattern[AnyStr]:
        """Return the compiled pattern, of what is kept if possible."""
        if self.path is None:
            return re.compile(pattern, flags)
        key = pattern, flags
        code = self.codes.get(key)
        if code is None:
            code = self.codes[key] = _translate(pattern, flags)
            self.is_changed = True
        try:
            return _make(pattern, *code)
        except (RuntimeError, TypeError, ValueError):  # damaged
            return re.compile(pattern, flags)

    def save(self) -> None:
        """Write the patterns if there are new ones; do nothing where that is impossible."""
        if self.path is None or not self.is_changed or sys.dont_write_bytecode:
            return
        codes = {**self._load(), **self.codes}
        if len(codes) > self.most:
            codes = self.codes
        plain = {key: tuple(code) for key, code in codes.items()}
        temporary = f"{self.path}.{os.getpid()}"
        try:
            with open(temporary, "xb") as file:
                file.write(marshal.dumps((VERSION, plain)))
            os.replace(temporary, self.path)
        except OSError:
            with suppress(OSError):
                os.remove(temporary)
        self.is_changed = False

    def _load(self) -> dict[_Key, _Code]:
        try:
            with open(self.path or "", "rb") as file:
                version, codes = marshal.loads(file.read())
        except (OSError, EOFError, ValueError, TypeError):
            return {}
        if version != VERSION or not isinstance(codes, dict):
            return {}
        return codes


def _translate(pattern: str | bytes, flags: int) -> _Code:
    """Return the code of a pattern, as `re.compile` makes it."""
    parsed = _parser.parse(pattern, flags)
    code = _compiler._code(parsed, flags)  # noqa: SLF001 - what it makes is in no public function
    index_of = dict(parsed.state.groupdict)
    names: list[str | None] = [None] * parsed.state.groups
    for name, index in index_of.items():
        names[index] = name
    all_flags = flags | parsed.state.flags
    return _Code(
        all_flags, array("I", code).tobytes(), parsed.state.groups - 1, index_of, tuple(names)
    )


def _make(
    pattern: AnyStr,
    flags: int,
    code: bytes,
    groups: int,
    index_of: dict[str, int],
    names: tuple[str | None, ...],
) -> re.Pattern[AnyStr]:
    made = _sre.compile(pattern, flags, array("I", code).tolist(), groups, index_of, names)
    return cast("re.Pattern[AnyStr]", made)


def _path() -> str | None:
    """Return the path of the file, or None where none is kept."""
    if not IS_KNOWN:
        return None
    bytecode = __spec__.cached if __spec__ is not None else None
    return f"{bytecode}.patterns" if bytecode else None


KEPT: Final = KeptPatterns(_path())
"""The compiled patterns of this installation."""
