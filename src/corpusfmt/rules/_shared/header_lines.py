"""Lines in the place of the header that are read as paragraphs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from corpusfmt.lint import Context
from corpusfmt.rules._shared.articles_in_text import later_articles
from corpusfmt.rules._shared.blocks import sizes
from corpusfmt.syntax.dates import has_printed_form, looks_like_date, read_date_line
from corpusfmt.syntax.inline import plain_text, read_inline
from corpusfmt.text.patterns import regex

_YEAR = regex(r"\s*(?:[0-9]{4}\.\s|[0-9]{1,2}\.\s[^\n]*[0-9]{4})")
_MOST_BLOCKS = 12
_MOST_LONG = 2
"""The blocks at the start of the body that are looked at, until so many of them are long."""

_LONG = 120
"""The fewest characters of a block that is not a line of a header: a paragraph."""

_LONGEST = 160
"""The most characters of a line of the header."""

_MOST_LINES = 12
"""The lines of a paragraph that are looked at."""


class HeaderLine(NamedTuple):
    """A line of text without marks, and its span."""

    text: str
    span: tuple[int, int]


def is_in_any(line: HeaderLine, spans: Iterable[tuple[int, int]]) -> bool:
    """Return whether a line is in one of these spans."""
    first, last = line.span
    return any(start <= first and last <= end for start, end in spans)


def unread_lines(context: Context) -> list[HeaderLine]:
    """Return the first lines of an article with a title.

    Without one there are none: that is reported, and nothing below is read.
    """
    return context.memo(first_lines) if "title" in context.reading.document else []


def first_lines(context: Context) -> list[HeaderLine]:
    """Return the lines of the intro, and of the first paragraphs of the body.

    A paragraph of one line is not among them if it is too long for a line of the header. Lines of
    the header that are in the body of the document are among the latter, so a text and its
    canonical text have the same lines. A heading that has the form of a date is among them, and so
    is an item whose number begins one.
    """
    found: list[HeaderLine] = []
    foreign = context.reading.header.foreign
    if foreign:  # as in few articles
        in_body = {token.start_pos for token in context.reading.body_tokens}
        foreign = [token for token in foreign if token.start_pos not in in_body]
    for token in foreign:
        found += _lines(str(token), token.start_pos)
    tokens, types, texts = context.reading.body_tokens, context.types, context.texts
    for number in range(_count_first(context)):
        if _may_be_of_header(types[number], texts[number], str(tokens[number])):
            token = tokens[number]
            if len(texts[number]) <= _LONGEST or "\n" in token.strip():
                found += _lines(str(token), token.start_pos)
    return found


def _may_be_of_header(kind: str, text: str, written: str) -> bool:
    """Return whether a block is a paragraph, a heading that is a date, or an item with one."""
    if kind == "item":
        return _YEAR.match(written) is not None and looks_like_date(written)
    return kind == "paragraph" or (kind == "heading" and _is_date(text))


def _is_date(text: str) -> bool:
    return read_date_line(text) is not None or has_printed_form(text)


def _count_first(context: Context) -> int:
    """Return how many blocks, above another article, are among those with lines of the header."""
    count = count_long = 0
    later = context.memo(later_articles)
    end = later[0][0] if later else len(context.text)
    tokens = context.reading.body_tokens
    for length in context.memo(sizes)[:_MOST_BLOCKS]:
        if tokens[count].start_pos >= end:
            break
        count += 1
        count_long += length >= _LONG
        if count_long >= _MOST_LONG:
            break
    return count


def _lines(text: str, start: int) -> list[HeaderLine]:
    found: list[HeaderLine] = []
    for line in text.split("\n", _MOST_LINES)[:_MOST_LINES]:
        visible = line.strip()
        if visible:
            first = start + line.index(visible[0])
            shown = plain_text(read_inline(visible)).lstrip("# ")
            found.append(HeaderLine(shown, (first, first + len(visible))))
        start += len(line) + 1
    return found
