"""The kinds of differences between the lines of two texts, and the lines where they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from corpusfmt.text.patterns import regex

BLANK_LINES = "blank lines"
SPACES = "spaces"
ESCAPES = "escapes"
MARKS = "marks"
LINES = "lines joined, split or moved"

_LINES_SHOWN = 3
_ESCAPE = regex(r"\\(?=[!-/:-@\[-`{-~])|&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|amp|lt|gt|quot);")
_SPACE = regex(r"\s+")


class _Line(NamedTuple):
    """A line that is not blank: its number from 0, its text, and the blank lines above it."""

    number: int
    text: str
    blank: int


def line_differences(ours: Sequence[str], theirs: Sequence[str]) -> dict[str, list[int]]:
    """Return the kinds of differences of a text to another, each with its lines, from 0.

    Kinds are in the order of the text, and each line is named once for a kind.
    """
    found: dict[str, list[int]] = {}
    for kind, number in _differences(_visible(ours), _visible(theirs)):
        numbers = found.setdefault(kind, [])
        if not numbers or numbers[-1] != number:
            numbers.append(number)
    return found


def describe_differences(found: dict[str, list[int]], first: int) -> str:
    """Return the kinds with their lines, without the line ``first``; empty where it is the only."""
    parts = []
    for kind, numbers in found.items():
        others = [number for number in numbers if number != first]
        if others:
            parts.append(f"{kind} in {_describe_lines(others)}")
    return "; ".join(parts)


def _describe_lines(numbers: list[int]) -> str:
    shown = ", ".join(f"{number + 1:,}" for number in numbers[:_LINES_SHOWN])
    more = len(numbers) - _LINES_SHOWN
    line = "line" if len(numbers) == 1 else "lines"
    return f"{line} {shown} and {more:,} more" if more > 0 else f"{line} {shown}"


def _visible(lines: Sequence[str]) -> list[_Line]:
    visible: list[_Line] = []
    blank = 0
    for number, line in enumerate(lines):
        if line.strip():
            visible.append(_Line(number, line, blank))
            blank = 0
        else:
            blank += 1
    return visible


def _differences(ours: list[_Line], theirs: list[_Line]) -> Iterator[tuple[str, int]]:
    """Yield the kind and the line of each difference.

    Where the numbers of lines differ, those between the equal ones at both ends are of one kind.
    """
    if len(ours) == len(theirs):
        yield from _pair_differences(ours, theirs)
        return
    start = _count_equal(ours, theirs)
    end = _count_equal(ours[start:][::-1], theirs[start:][::-1])
    yield from _pair_differences(ours[:start], theirs[:start])
    for line in ours[start : len(ours) - end]:
        yield LINES, line.number
    if end:
        yield from _pair_differences(ours[-end:], theirs[-end:])


def _count_equal(ours: Sequence[_Line], theirs: Sequence[_Line]) -> int:
    """Return how many lines at the start of two texts differ in nothing but spaces."""
    count = 0
    for one, other in zip(ours, theirs, strict=False):
        if one.text.split() != other.text.split():
            break
        count += 1
    return count


def _pair_differences(ours: list[_Line], theirs: list[_Line]) -> Iterator[tuple[str, int]]:
    for one, other in zip(ours, theirs, strict=True):
        if one.blank != other.blank:
            yield BLANK_LINES, one.number - max(0, one.blank - other.blank)
        if one.text != other.text:
            yield _kind(one.text, other.text), one.number


def _kind(one: str, other: str) -> str:
    if _SPACE.sub("", one) == _SPACE.sub("", other):
        return SPACES
    if _ESCAPE.sub("", one) == _ESCAPE.sub("", other) or _unescape(one) == _unescape(other):
        return ESCAPES
    return MARKS


def _unescape(text: str) -> str:
    from html import unescape  # its tables take as long to load as ten rules

    return unescape(text).replace("\\", "")
