"""Edits of a text, and fixes that are made of them."""

from __future__ import annotations

from bisect import bisect, bisect_left
from collections.abc import Iterable
from operator import attrgetter

from corpusfmt.text.values import dataclass


@dataclass(frozen=True, slots=True)
class Edit:
    """A replacement for the span from ``start`` to ``end``, in characters of the text."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """Edits that are applied all or none, in ascending order and without overlap.

    A safe fix does not change the meaning of the article; an unsafe one is a guess, and is applied
    only on request. ``why`` gives the reason for either in a few words. A fix with an ``encoding``
    has no edits: it decodes the bytes of the file in that encoding, and encodes them as UTF-8.
    """

    title: str
    edits: tuple[Edit, ...]
    safe: bool
    why: str = ""
    encoding: str | None = None

    @property
    def is_change(self) -> bool:
        """True if the fix changes the file."""
        return bool(self.edits or self.encoding)


_BY_SPAN = attrgetter("start", "end")


def apply(text: str, edits: Iterable[Edit]) -> str:
    """Return the text after edits that do not overlap, in any order."""
    pieces: list[str] = []
    end = 0
    for edit in sorted(edits, key=_BY_SPAN):
        pieces += (text[end : edit.start], edit.text)
        end = edit.end
    pieces.append(text[end:])
    return "".join(pieces)


def add_apart(taken: list[tuple[int, int]], span: tuple[int, int]) -> bool:
    """Add a span to others, which are sorted and apart, if it is apart from all of them.

    Return whether it is. Spans that are apart can all be replaced: they may touch, unless both only
    insert.
    """
    place = bisect(taken, span)
    if place > 0 and not _are_apart(taken[place - 1], span):
        return False
    if place < len(taken) and not _are_apart(span, taken[place]):
        return False
    taken.insert(place, span)
    return True


def _are_apart(left: tuple[int, int], right: tuple[int, int]) -> bool:
    return left[1] <= right[0] and left != right


def minimal_edit(before: str, after: str) -> Edit:
    """Return the edit that turns one text into another, without what both have at their ends."""
    start = common_prefix(before, after)
    kept = common_prefix(before[start:][::-1], after[start:][::-1])
    return Edit(start, len(before) - kept, after[start : len(after) - kept])


def common_prefix(one: str, other: str) -> int:
    """Return how many characters two texts have in common at their start, comparing slices."""
    lengths = range(1, min(len(one), len(other)) + 1)
    return bisect_left(lengths, True, key=lambda length: one[:length] != other[:length])
