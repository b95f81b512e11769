"""A named text that turns character offsets into lines, columns and excerpts."""

import re
import unicodedata
from array import array
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property

EXCERPT_COLUMNS = 100
"""The most columns of a line that an excerpt shows, the marks "…" of the cut not counted."""


@dataclass(frozen=True)  # no slots: the line table is cached in the instance's dict
class SourceText:
    """A text and the name it is reported under.

    A line ends at "\\n", "\\r\\n" or a lone "\\r"; U+0085, U+2028 and U+2029 are characters of their line.
    Lines and columns count from 1, columns in characters. Offsets count characters, from 0 to ``len(text)``.
    """

    text: str = field(repr=False)
    name: str

    def position(self, offset: int) -> tuple[int, int]:
        """Return the ``(line, column)`` of an offset; raise IndexError where the text has no such offset.

        The line break belongs to the line it ends; the end of the text may be the first column of an empty line.
        """
        if not 0 <= offset <= len(self.text):
            raise IndexError(f"{self.name}: no offset {offset} in a text of {len(self.text)} characters")
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1

    def line_text(self, line: int) -> str:
        """Return a line, counted from 1, without its line break; raise IndexError where there is no such line."""
        first, last = self._line_span(line)
        return self.text[first:last]

    def excerpt(self, start: int, end: int) -> str:
        """Return two lines: the line that holds ``start``, and carets under the span as far as that line goes.

        At least one caret is drawn. A long line is cut to a window around ``start``, "…" marking each cut; what could
        drive a terminal is shown as a picture of itself. Raise IndexError where the text has no offset ``start``.
        """
        line_start, line_end = self._line_span(self.position(start)[0])
        start = min(start, line_end)  # a place inside the line break is shown at the line's end
        end = min(max(start, end), line_end)
        first, last = _find_window(self.text, start, line_start, line_end)
        head = "…" if first > line_start else ""
        tail = "…" if last < line_end else ""
        shown = "".join(map(_glyph, self.text[first:last]))
        indent = len(head) + _count_columns(self.text[first:start])
        width = _count_columns(self.text[start : min(end, last)])
        if end > start and not width:
            indent = max(0, indent - 1)  # a combining mark is drawn over the character before it
        return f"{head}{shown}{tail}\n{' ' * indent}{'^' * max(1, width)}"

    def _line_span(self, line: int) -> tuple[int, int]:
        starts = self._line_starts
        if not 1 <= line <= len(starts):
            raise IndexError(f"{self.name}: no line {line} in a text of {len(starts)} lines")
        first = starts[line - 1]
        if line == len(starts):
            return first, len(self.text)
        last = starts[line] - 1
        if last > first and self.text[last - 1 : last + 1] == "\r\n":
            last -= 1
        return first, last

    @cached_property
    def _line_starts(self) -> "array[int]":
        return array("q", [0, *(match.end() for match in _LINE_BREAK.finditer(self.text))])


_LINE_BREAK = re.compile(r"\r\n|\r|\n")
_COLUMNS_AFTER = 60  # of a cut line's window, so much follows the place
_JOINERS = "\u200c\u200d"  # Persian and emoji need them, and they drive no terminal
_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


def _find_window(text: str, place: int, line_start: int, line_end: int) -> tuple[int, int]:
    """Return the span of a line to show: all of it where it fits, otherwise what surrounds the place."""
    ahead = _walk_columns(text, place, line_end, _COLUMNS_AFTER)
    first = _walk_columns(text, ahead, line_start, EXCERPT_COLUMNS)
    return first, _walk_columns(text, first, line_end, EXCERPT_COLUMNS)


def _walk_columns(text: str, start: int, limit: int, columns: int) -> int:
    """Return the offset as many columns away from ``start`` as given, or ``limit`` where that comes first.

    The steps are bounded as well, since a line may be made of combining marks alone, which take no column.
    """
    step = 1 if limit >= start else -1
    index = start
    for _ in range(4 * columns):
        if index == limit:
            break
        columns -= _width(text[index if step > 0 else index - 1])
        if columns < 0:
            break
        index += step
    return index


def _glyph(character: str) -> str:
    """Return what an excerpt shows for a character, so that no input drives a terminal."""
    if " " <= character <= "~":
        return character
    if character == "\t":
        return " "
    if character < " ":
        return chr(0x2400 + ord(character))
    if character == "\x7f":
        return "\u2421"
    if character not in _JOINERS and unicodedata.category(character) in _HIDDEN:
        return "·"
    return character


def _count_columns(text: str) -> int:
    return sum(map(_width, text))


def _width(character: str) -> int:
    """Return the columns a character's glyph takes on a terminal: 0, 1 or 2 (Unicode's East Asian Width)."""
    if character < "\u0300":
        return 1
    if unicodedata.east_asian_width(character) in "WF":
        return 2
    if character in _JOINERS or "\u1160" <= character <= "\u11ff":  # Hangul vowels and finals join their syllable
        return 0
    return 0 if unicodedata.category(character) in ("Mn", "Me") else 1
