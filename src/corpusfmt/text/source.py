"""A named text that turns character offsets into lines, columns and excerpts."""

from array import array
from bisect import bisect_right
from functools import cached_property
from itertools import accumulate

from corpusfmt.text.display import column_width, columns_of, is_narrow, pictured
from corpusfmt.text.patterns import regex
from corpusfmt.text.values import dataclass, field

EXCERPT_COLUMNS = 100
"""The most columns of a line that an excerpt shows, the marks "…" of the cut not counted."""


@dataclass(frozen=True)  # no slots: the line table is cached in the instance's dict
class SourceText:
    r"""A text and the name it is reported under.

    A line ends at "\n", "\r\n" or a lone "\r"; U+0085, U+2028 and U+2029 are characters of
    their line. Lines and columns count from 1, columns in characters. Offsets count characters,
    from 0 to ``len(text)``.
    """

    text: str = field(repr=False)
    name: str

    def position(self, offset: int) -> tuple[int, int]:
        """Return the ``(line, column)`` of an offset.

        Raise IndexError where the text has no such offset. The line break belongs to the line it
        ends; the end of the text may be the first column of an empty line.
        """
        if not 0 <= offset <= len(self.text):
            raise IndexError(
                f"{self.name}: no offset {offset} in a text of {len(self.text)} characters"
            )
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1

    def line_text(self, line: int) -> str:
        """Return a line, counted from 1, without its line break.

        Raise IndexError where there is no such line.
        """
        first, last = self._line_span(line)
        return self.text[first:last]

    def excerpt(self, start: int, end: int) -> str:
        """Return the line at ``start``, and a second line with carets under the span.

        At least one caret is drawn. A long line is cut to a window around ``start``, "…" marking
        each cut; what could drive a terminal is shown as a picture of itself. Raise IndexError
        where the text has no offset ``start``.
        """
        line_start, line_end = self._line_span(self.position(start)[0])
        start = min(start, line_end)  # a place inside the line break is shown at the line's end
        end = min(max(start, end), line_end)
        first, last = _find_window(self.text, start, line_start, line_end)
        head = "…" if first > line_start else ""
        tail = "…" if last < line_end else ""
        shown = pictured(self.text[first:last])
        indent = len(head) + columns_of(self.text[first:start])
        width = columns_of(self.text[start : min(end, last)])
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
        if "\r" in self.text:
            return array("q", [0, *[match.end() for match in _LINE_BREAK.finditer(self.text)]])
        # In a third of the time, which is most of that for a place of a finding.
        lengths = map(len, self.text.split("\n")[:-1])
        ends = [length + breaks for breaks, length in enumerate(accumulate(lengths), 1)]
        return array("q", [0, *ends])


_LINE_BREAK = regex(r"\r\n|\r|\n")
_COLUMNS_AFTER = 60  # of a cut line's window, so much follows the place


def _find_window(text: str, place: int, line_start: int, line_end: int) -> tuple[int, int]:
    """Return the span of a line to show: all of it if it fits, else what is around the place."""
    ahead = _walk_columns(text, place, line_end, _COLUMNS_AFTER)
    first = _walk_columns(text, ahead, line_start, EXCERPT_COLUMNS)
    return first, _walk_columns(text, first, line_end, EXCERPT_COLUMNS)


def _walk_columns(text: str, start: int, limit: int, columns: int) -> int:
    """Return the offset so many columns from ``start``, or ``limit`` if that is nearer.

    The steps are bounded as well, since a line may be made of combining marks alone, which take no
    column.
    """
    step = 1 if limit >= start else -1
    reach = columns + 1  # the character behind the end may be a mark of the last one
    if step > 0 and is_narrow(text[start : min(start + reach, limit)]):  # as most are
        return min(start + columns, limit)
    if step < 0 and is_narrow(text[max(start - reach, limit) : start]):
        return max(start - columns, limit)
    index = start
    for _ in range(4 * columns):
        if index == limit:
            break
        columns -= column_width(text[index if step > 0 else index - 1])
        if columns < 0:
            break
        index += step
    return index
