"""The kinds of differences between the lines of two texts, and the lines where they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from corpusfmt.text.named_tuples import NamedTuple
from corpusfmt.text.patterns import regex

BLANK_LINES = "blank lines"
SPACES = "spaces"
ESCAPES = "escapes"
MARKS = "marks"
WORDS = "words"
"""Of a date, a byline or a label, which canonical text has in one form."""

LINES = "lines joined, split or moved"

_LINES_SHOWN = 3
_NEAR = 8
"""How many lines of each text are searched for the next that are alike."""
_ESCAPE = regex(r"\\(?=[!-/:-@\[-`{-~])|&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|amp|lt|gt|quot);")
_SPACE = regex(r"\s+")
_TAG = regex(r"</?[a-zA-Z][a-zA-Z0-9]{0,9}>")
_NO_LETTERS = regex(r"[\W_]+")


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

    Lines with the same letters and digits are compared with each other, and so are those between
    them if each text has as many; else they were joined, split or moved.
    """
    keys = [_letters(line.text) for line in ours]
    their_keys = [_letters(line.text) for line in theirs]
    place = their_place = 0
    while place < len(ours) and their_place < len(theirs):
        skipped = _until_alike(keys, their_keys, place, their_place)
        if skipped is None:
            break
        after, their_after = place + skipped[0], their_place + skipped[1]
        yield from _run_differences(ours[place:after], theirs[their_place:their_after])
        place, their_place = _end_of_alike(keys, their_keys, after, their_after)
        yield from _pair_differences(ours[after:place], theirs[their_after:their_place])
    ours, theirs = ours[place:], theirs[their_place:]
    end = _count_equal(keys[place:][::-1], their_keys[their_place:][::-1])
    yield from _run_differences(ours[: len(ours) - end], theirs[: len(theirs) - end])
    yield from _pair_differences(ours[len(ours) - end :], theirs[len(theirs) - end :])


def _until_alike(
    keys: Sequence[str], their_keys: Sequence[str], place: int, their_place: int
) -> tuple[int, int] | None:
    """Return how many lines of each text precede the next that are alike; None if none is near.

    Only a few lines are compared: the time is linear in the number of lines.
    """
    if keys[place] == their_keys[their_place]:
        return 0, 0
    near = their_keys[their_place : their_place + _NEAR]
    found = []
    for skipped, key in enumerate(keys[place : place + _NEAR]):
        if key in near:
            found.append((skipped, near.index(key)))
    return min(found, key=sum, default=None)


def _end_of_alike(
    keys: Sequence[str], their_keys: Sequence[str], place: int, their_place: int
) -> tuple[int, int]:
    """Return the places after the lines from here on that are alike."""
    end, their_end = len(keys), len(their_keys)
    while place < end and their_place < their_end and keys[place] == their_keys[their_place]:
        place += 1
        their_place += 1
    return place, their_place


def _count_equal(ours: Sequence[str], theirs: Sequence[str]) -> int:
    """Return how many strings at the start of two sequences are equal."""
    count = 0
    for one, other in zip(ours, theirs, strict=False):
        if one != other:
            break
        count += 1
    return count


def _letters(text: str) -> str:
    """Return the letters and digits of a line, without escapes and tags."""
    if "<" in text:
        text = _TAG.sub("", text)
    if "&" in text:
        text = _unescape(text)
    return _NO_LETTERS.sub("", text)


def _run_differences(ours: list[_Line], theirs: list[_Line]) -> Iterator[tuple[str, int]]:
    """Yield the kinds and the lines of differences of lines that are not alike."""
    if len(ours) == len(theirs):
        yield from _pair_differences(ours, theirs)
        return
    for line in ours:
        yield LINES, line.number


def _pair_differences(ours: list[_Line], theirs: list[_Line]) -> Iterator[tuple[str, int]]:
    for one, other in zip(ours, theirs, strict=True):
        if one.blank != other.blank:
            yield BLANK_LINES, one.number - max(0, one.blank - other.blank)
        if one.text != other.text:
            yield _kind(one.text, other.text), one.number


def _kind(one: str, other: str) -> str:
    one, other = _SPACE.sub("", one), _SPACE.sub("", other)
    if one == other:
        return SPACES
    if _ESCAPE.sub("", one) == _ESCAPE.sub("", other) or _unescape(one) == _unescape(other):
        return ESCAPES
    return MARKS if _letters(one) == _letters(other) else WORDS


def _unescape(text: str) -> str:
    from html import unescape  # its tables take as long to load as ten rules

    return unescape(text).replace("\\", "")
