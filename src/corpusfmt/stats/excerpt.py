"""The place of a finding in its article: some text with the range marked."""

from __future__ import annotations

from corpusfmt.text.display import pictured
from corpusfmt.text.named_tuples import NamedTuple
from corpusfmt.text.source import SourceText

_LONGEST_BEFORE = 200
_LONGEST_MARKED = 300
_LONGEST_AFTER = 200
_MOST_LINES = 6
_CUT = "…"


class Excerpt(NamedTuple):
    """Text before a place, the text of the place, and text after it.

    A cut is marked with "…"; what cannot be seen is shown as a picture of itself.
    """

    before: str
    marked: str
    after: str


def make_excerpt(source: SourceText, start: tuple[int, int], end: tuple[int, int]) -> Excerpt:
    """Return the excerpt between two positions (line and column), with a line before and after."""
    (line, column), (end_line, end_column) = start, end
    first = _line(source, line)
    lines = [_line(source, number) for number in range(line, min(end_line, line + _MOST_LINES) + 1)]
    if end_line > line + _MOST_LINES:
        lines[-1] += _CUT
        after = ""
    else:
        after = _joined(lines[-1][end_column - 1 :], _line(source, end_line + 1))
        lines[-1] = lines[-1][: end_column - 1]
    lines[0] = lines[0][column - 1 :]
    before = _joined(_line(source, line - 1), first[: column - 1])
    return Excerpt(
        _shown(_last(before, _LONGEST_BEFORE)),
        _shown(_middle("\n".join(lines), _LONGEST_MARKED)),
        _shown(_first(after, _LONGEST_AFTER)),
    )


def _line(source: SourceText, number: int) -> str:
    """Return a line, without its line break; empty where there is no such line."""
    try:
        return source.line_text(number)
    except IndexError:
        return ""


def _joined(one: str, other: str) -> str:
    return f"{one}\n{other}" if one.strip() and other.strip() else one + other


def _first(text: str, most: int) -> str:
    return text if len(text) <= most else text[:most] + _CUT


def _last(text: str, most: int) -> str:
    return text if len(text) <= most else _CUT + text[-most:]


def _middle(text: str, most: int) -> str:
    if len(text) <= most:
        return text
    return f"{text[: most // 2]} {_CUT} {text[-most // 2 :]}"


def _shown(text: str) -> str:
    return "\n".join(map(pictured, text.split("\n")))
