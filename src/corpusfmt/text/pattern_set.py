"""Many expressions that are looked for in one pass over a text, with hyperscan.

To look for them one by one with ``re`` takes a hundred times as long. Where hyperscan is missing,
there is no set, and nothing is skipped.

To compile a set takes some seconds, so it is kept beside the bytecode of this module, as Python
keeps that of modules, and not where Python may write no bytecode.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import suppress

from corpusfmt.text.annotations import TYPE_CHECKING
from corpusfmt.text.digests import blake2b
from corpusfmt.text.named_tuples import NamedTuple

if TYPE_CHECKING:
    from hyperscan import Database

OTHER = "[\u0080-\U0010ffff]"
"""A character that is not in ASCII: a letter, a quotation mark, a space."""

LETTER = "[A-Za-z\u0080-\U0010ffff]"
"""A letter in ASCII, or any other character that is not in ASCII."""

SPACE = "(?:[ \t\r\n>]|[\u0080-\U0010ffff])+"
"""What may be between two words: spaces, those that are not in ASCII, and the start of a line."""

_MOST_KEPT = 4
"""How many sets are kept: those of several releases or settings."""

_DIGEST = 16

_SUFFIX = ".expressions"


class Expression(NamedTuple):
    r"""An expression in the syntax that ``re`` and hyperscan share, and the number of its owner.

    ``^`` and ``$`` stand for the ends of lines; ``\s``, ``\w``, ``\d`` and ``\b`` know ASCII only.
    """

    text: str
    owner: int


class PatternSet:
    """Expressions that are looked for at once. It belongs to one thread."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def owners(self, data: bytes) -> list[int]:
        """Return the owners of the expressions that a text in UTF-8 matches, each once."""
        found: list[int] = []

        def add(owner: int, *_: object) -> None:
            found.append(owner)

        self._database.scan(data, match_event_handler=add)
        return found


def load_set(expressions: Sequence[Expression], kept: str | None) -> PatternSet | None:
    """Return the set of some expressions that was kept, or None.

    ``kept`` is the start of the paths of kept sets; None keeps none.
    """
    try:
        import hyperscan
    except ImportError:
        return None
    try:
        database = hyperscan.loadb(_read(_path(expressions, kept)), hyperscan.HS_MODE_BLOCK)
        database.scratch = hyperscan.Scratch(database)
    except (OSError, hyperscan.error):
        return None
    return PatternSet(database)


def make_set(expressions: Sequence[Expression], kept: str | None = None) -> PatternSet | None:
    """Return the set of some expressions, which is compiled and kept.

    None where hyperscan is missing, or refuses an expression.
    """
    try:
        import hyperscan
    except ImportError:
        return None
    database = hyperscan.Database()
    try:
        database.compile(
            expressions=[expression.text.encode() for expression in expressions],
            ids=[expression.owner for expression in expressions],
            elements=len(expressions),
            flags=hyperscan.HS_FLAG_UTF8
            | hyperscan.HS_FLAG_MULTILINE
            | hyperscan.HS_FLAG_SINGLEMATCH,
        )
    except hyperscan.error:
        return None
    path = _path(expressions, kept)
    if path is not None:
        _keep(path, hyperscan.dumpb(database))
    return PatternSet(database)


def kept_beside_bytecode() -> str | None:
    """Return the start of the paths of kept sets, or None where none may be kept."""
    bytecode = __spec__.cached if __spec__ is not None else None
    return None if bytecode is None or sys.dont_write_bytecode else bytecode


def can_keep() -> bool:
    """Return whether a set can be kept, for this run and others."""
    kept = kept_beside_bytecode()
    return kept is not None and os.access(os.path.dirname(kept), os.W_OK)


def _path(expressions: Sequence[Expression], kept: str | None) -> str | None:
    if kept is None:
        return None
    import hyperscan

    version = getattr(hyperscan, "__version__", "")
    digest = _digest(repr((version, *expressions)).encode())
    return f"{kept}.{digest.hex()}{_SUFFIX}"


def _read(path: str | None) -> bytes:
    """Return a set that was kept; raise OSError if there is none, or a damaged one."""
    with open(path or "", "rb") as file:
        digest, data = file.read(_DIGEST), file.read()
    if _digest(data) != digest:
        raise OSError(f"{path} is damaged")
    return data


def _digest(data: bytes) -> bytes:
    return blake2b(data, digest_size=_DIGEST).digest()


def _keep(path: str, data: bytes) -> None:
    """Write a set, and remove the oldest of many; do nothing where that is impossible."""
    temporary = f"{path}.{os.getpid()}"
    try:
        with open(temporary, "xb") as file:
            file.write(_digest(data) + data)
        os.replace(temporary, path)
        _remove_oldest(os.path.dirname(path))
    except OSError:
        with suppress(OSError):
            os.remove(temporary)


def _remove_oldest(folder: str) -> None:
    with os.scandir(folder) as entries:
        kept = [(one.stat().st_mtime, one.path) for one in entries if one.name.endswith(_SUFFIX)]
    for _, path in sorted(kept)[:-_MOST_KEPT]:
        os.remove(path)
