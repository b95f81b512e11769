"""A part of a file of rows, and which files are read in parts."""

from __future__ import annotations

from collections.abc import Callable

from corpusfmt.text.values import dataclass


@dataclass(frozen=True, slots=True)
class RowPart:
    """Whole lines of a file of rows, such as JSON Lines.

    ``line`` is the number of its first line, from 1. ``sha256`` is the digest of the whole file,
    ``is_utf8`` whether all of the file is UTF-8, and ``is_last`` whether the file ends here.
    """

    line: int
    sha256: str
    is_utf8: bool = True
    is_last: bool = True

    @property
    def is_whole(self) -> bool:
        """Whether the part is the whole file."""
        return self.line == 1 and self.is_last


@dataclass(frozen=True, slots=True)
class RowFiles:
    """Which files are read in parts, if they are large.

    ``may_have_rows`` returns whether a file at a path can have rows. ``kind_of`` returns the kind
    of such a file by its path, its first row, and whether there are more; None if it is one value.
    """

    may_have_rows: Callable[[str], bool]
    kind_of: Callable[[str, str, bool], str | None]
