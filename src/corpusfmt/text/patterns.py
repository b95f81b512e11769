"""Regular expressions that are compiled when they are first used.

To compile all of them takes longer than to check an article, and an article needs few of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpusfmt.text.annotations import TYPE_CHECKING, cast
from corpusfmt.text.pattern_cache import KEPT

if TYPE_CHECKING:
    from typing import AnyStr

_FEW = 16
"""How many matches are looked for with ``str.find``."""

_ATTRIBUTES = (
    "findall",
    "finditer",
    "flags",
    "fullmatch",
    "groupindex",
    "groups",
    "match",
    "search",
    "split",
    "sub",
    "subn",
)


class _Compiled:
    """A pattern whose attributes are those of the compiled one."""

    __slots__ = ("_options", "pattern", *_ATTRIBUTES)

    pattern: object
    _options: int

    def __reduce__(self) -> tuple[object, tuple[object, object]]:
        return regex, (self.pattern, self._options)


class _Uncompiled(_Compiled):
    """A pattern that is compiled when one of its attributes is first read."""

    __slots__ = ()

    def __init__(self, pattern: object, options: int = 0) -> None:
        self.pattern = pattern
        self._options = options

    def __getattr__(self, name: str) -> object:
        if name not in _ATTRIBUTES:
            raise AttributeError(f"a pattern has no attribute {name!r}")
        compiled = KEPT.compile(cast("str", self.pattern), int(self._options))
        for attribute in _ATTRIBUTES:
            setattr(self, attribute, getattr(compiled, attribute))
        # A class with this method takes twice the time to look an attribute up.
        object.__setattr__(self, "__class__", _Compiled)
        return getattr(compiled, name)


def matches_at(
    start: str, pattern: re.Pattern[str], text: str, end: int | None = None
) -> Iterator[re.Match[str]]:
    """Yield the matches of a pattern that begins with a string, as ``finditer`` does.

    ``re`` takes ten times as long to find a character as ``str.find``, so this takes a fraction of
    the time where the string is rare; where it is not, ``re`` finds all but the first ones.
    """
    end = len(text) if end is None else end
    following = 0
    for _ in range(_FEW):
        place = text.find(start, following, end)
        if place < 0:
            return
        match = pattern.match(text, place, end)
        following = place + 1
        if match is not None:
            yield match
            following = max(following, match.end())
    yield from pattern.finditer(text, following, end)


def has_match_at(start: str, pattern: re.Pattern[str], text: str) -> bool:
    """Return whether a text has a match of a pattern that begins with a string."""
    return next(matches_at(start, pattern, text), None) is not None


if TYPE_CHECKING:

    def regex(pattern: AnyStr, options: int = 0) -> re.Pattern[AnyStr]:
        """Return a pattern that is compiled when it is first used."""

else:
    regex = _Uncompiled  # a call less for each of 600 patterns
