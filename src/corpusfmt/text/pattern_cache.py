"""Compiled patterns, kept from one run to the next as Python keeps the bytecode of modules.

`re` compiles a pattern in Python, which for an article takes longer than all else: 620 of 1400
million instructions of `corpusfmt check FILE`. To load what was compiled takes 10 million. On
another Python than those that are known, nothing is kept.
"""

from __future__ import annotations

import re
import sys
from array import array

from corpusfmt.text.annotations import TYPE_CHECKING, cast
from corpusfmt.text.kept_file import KeptFile, path_beside
from corpusfmt.text.named_tuples import NamedTuple

if TYPE_CHECKING:
    from typing import AnyStr, Final

IS_KNOWN: Final = sys.implementation.name == "cpython" and sys.version_info < (3, 15)
"""Whether this Python has the private modules that are used here, in the form that is expected."""

if IS_KNOWN:
    import _sre  # type: ignore[import-not-found]  # it has no types
    from re import _compiler, _parser  # type: ignore[attr-defined]  # they are private


class _Code(NamedTuple):
    """The arguments for the constructor of patterns, the code as bytes."""

    flags: int
    code: bytes
    groups: int
    index_of: dict[str, int]
    names: tuple[str | None, ...]


class KeptPatterns(KeptFile):
    """Compiled patterns: the fields of ``_Code``, by pattern and flags."""

    def compile(self, pattern: AnyStr, flags: int) -> re.Pattern[AnyStr]:
        """Return the compiled pattern, of what is kept if possible."""
        if self.path is None:
            return re.compile(pattern, flags)
        key = pattern, flags
        code = cast("_Code | None", self.get(key))
        if code is None:
            code = _translate(pattern, flags)
            self.add(key, tuple(code))
        try:
            return _make(pattern, *code)
        except (RuntimeError, TypeError, ValueError):  # damaged
            return re.compile(pattern, flags)


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


KEPT: Final = KeptPatterns(path_beside(__spec__, ".patterns") if IS_KNOWN else None)
"""The compiled patterns of this installation."""
