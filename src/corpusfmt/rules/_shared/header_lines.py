"""Lines in the place of the header that are read as paragraphs."""

from __future__ import annotations

from typing import NamedTuple

from corpusfmt.lint import Context
from corpusfmt.syntax.inline import plain_text, read_inline

_MOST_BLOCKS = 3
"""The blocks at the start of the body that are looked at."""

_MOST_LINES = 12
"""The lines of a paragraph that are looked at."""


class HeaderLine(NamedTuple):
    """A line of text without marks, its span, and whether it is above the body."""

    text: str
    span: tuple[int, int]
    is_above_body: bool


def unread_lines(context: Context) -> list[HeaderLine]:
    """Return the lines of the header, and of the first paragraphs of the body, that are text."""
    found: list[HeaderLine] = []
    seen: set[int] = set()
    for token in context.reading.header.foreign:
        seen.add(token.start_pos)
        found += _lines(str(token), token.start_pos, is_above_body=True)
    for block in context.blocks[:_MOST_BLOCKS]:
        if block.type == "paragraph" and block.token.start_pos not in seen:
            found += _lines(str(block.token), block.token.start_pos, is_above_body=False)
    return found


def _lines(text: str, start: int, *, is_above_body: bool) -> list[HeaderLine]:
    found: list[HeaderLine] = []
    for line in text.split("\n", _MOST_LINES)[:_MOST_LINES]:
        visible = line.strip()
        if visible:
            first = start + line.index(visible[0])
            shown = plain_text(read_inline(visible))
            found.append(HeaderLine(shown, (first, first + len(visible)), is_above_body))
        start += len(line) + 1
    return found
