"""Lines in the place of the header that are read as paragraphs."""

from __future__ import annotations

from collections.abc import Iterable

from corpusfmt.lint import Context
from corpusfmt.rules._shared.articles_in_text import later_articles
from corpusfmt.rules._shared.blocks import sizes
from corpusfmt.rules._shared.framed_names import is_of_persons
from corpusfmt.rules._shared.open_words import ends_open
from corpusfmt.rules._shared.prose import HANGING
from corpusfmt.syntax.byline_likeness import looks_like_byline
from corpusfmt.syntax.dates import (
    has_printed_form,
    is_relative_date,
    looks_like_date,
    may_hold_date,
    read_date_line,
)
from corpusfmt.syntax.inline import plain_text, read_inline
from corpusfmt.syntax.lexer import Token
from corpusfmt.text.named_tuples import NamedTuple
from corpusfmt.text.patterns import regex

_YEAR = regex(r"\s*(?:[0-9]{4}\.\s|[0-9]{1,2}\.\s[^\n]*[0-9]{4})")
_DAY = regex(r"\s*(?!0?1\.)[0-9]{1,2}\.\s[^\W\d_]+\.?\s*\Z")
"""A number, which is not that of the first item of a list, and a word."""

_MOST_BLOCKS = 12
_MOST_LONG = 2
"""The blocks at the start of the body that are looked at, until so many of them are long."""

_LONG = 120
"""The fewest characters of a block that is not a line of a header: a paragraph."""

_LONGEST = 160
"""The most characters of a line of the header."""

_HEAD = 3
"""The blocks of the head of the body, unless one is long."""

_MARKED = ("item", "quote", "heading")
MARKER = regex(r"\s*(?:(?:[-*+•]|#{1,6}|\d{1,9}[.)])(?=\s)|>)\s*")
"""What an item, a quote or a heading begins with."""

_MOST_LINES = 12
"""The lines of a paragraph that are looked at."""

_PROSE = 35
"""The fewest characters of a line of a wrapped paragraph."""


class HeaderLine(NamedTuple):
    """A line of text without marks, its span, and whether it is an item, a quote or a heading."""

    text: str
    span: tuple[int, int]
    is_marked: bool = False


def is_in_any(line: HeaderLine, spans: Iterable[tuple[int, int]]) -> bool:
    """Return whether a line is in one of these spans."""
    first, last = line.span
    return any(start <= first and last <= end for start, end in spans)


def unread_lines(context: Context) -> list[HeaderLine]:
    """Return the first lines of an article with a title.

    Without one there are none: that is reported, and nothing below is read.
    """
    return context.memo(first_lines) if "title" in context.reading.document else []


def unread_lines_below(context: Context) -> list[HeaderLine]:
    """Return the lines that may hold a date below those of `unread_lines`, if there is a title.

    They are of as many blocks as are looked at if none is long, so that no fix that joins blocks
    or removes some moves a line beyond them. Blocks that are only a relative time are not among
    them: `relative-time` reports these.
    """
    if "title" not in context.reading.document:
        return []
    first = context.memo(_count_first)
    found: list[HeaderLine] = []
    for number in _may_have_lines(context, first, _count_above_another(context, _MOST_BLOCKS)):
        text = context.texts[number]
        is_one_line = "\n" not in context.reading.body_tokens[number].strip()
        if is_one_line and not may_hold_date(text):  # as most
            continue
        lines = _lines_of_block(context, number)
        if lines and not is_relative_date(text[:_LONGEST]):
            found += lines
    return found


def start_of_body(context: Context) -> int:
    """Return the offset where the body of the document begins."""
    tokens = context.reading.body_tokens
    return tokens[0].start_pos if tokens else len(context.text)


def end_of_head(context: Context) -> int:
    """Return where the head of the body ends: after few blocks, or before a long one."""
    tokens = context.reading.body_tokens
    for number, length in enumerate(context.memo(sizes)):
        if length >= _LONG or number == _HEAD:
            return tokens[number].start_pos
    return len(context.text)


def first_lines(context: Context) -> list[HeaderLine]:
    """Return the lines of the intro, and of the first paragraphs of the body.

    A paragraph of one line is not among them if it is too long for a line of the header. Lines of
    the header that are in the body of the document are among the latter, so a text and its
    canonical text have the same lines. A heading that has the form of a date is among them, and so
    are an item whose number begins one, and an item, a quote or a heading that looks like a byline
    or is nothing but persons.
    """
    found = _lines_of_intro(context)
    tokens, types, texts = context.reading.body_tokens, context.types, context.texts
    for number in _may_have_lines(context, 0, context.memo(_count_first)):
        if _may_be_of_header(types[number], texts[number], tokens[number]):
            found += _lines_of_block(context, number)
        elif number < _HEAD and types[number] in _MARKED and _may_be_byline(context, number):
            found.append(HeaderLine(texts[number], tokens[number].visible_span(), is_marked=True))
    return found


def _may_have_lines(context: Context, start: int, end: int) -> list[int]:
    """Return the numbers of some blocks, without the paragraphs that are one long line.

    A fast test: in most articles it leaves a few of a dozen.
    """
    lengths, types, tokens = context.memo(sizes), context.types, context.reading.body_tokens
    found: list[int] = []
    for number in range(start, end):
        is_long = lengths[number] > _LONGEST and types[number] == "paragraph"
        if not is_long or "\n" in tokens[number].strip():
            found.append(number)
    return found


def _lines_of_block(context: Context, number: int) -> list[HeaderLine]:
    """Return the lines of a block that may be of the header, unless it is one long line."""
    text, token = context.texts[number], context.reading.body_tokens[number]
    if not _may_be_of_header(context.types[number], text, token):
        return []
    if len(text) > _LONGEST and "\n" not in token.strip():
        return []
    return _lines(context, str(token), token.start_pos, text)


def _may_be_byline(context: Context, number: int) -> bool:
    """Return whether an item, a quote or a heading looks like a byline, or is persons by itself.

    Two items beside each other are a list, which may be of persons.
    """
    text, types = context.texts[number], context.types
    if looks_like_byline(text):
        return True
    beside = (*types[max(0, number - 1) : number], *types[number + 1 : number + 2])
    return types[number] not in beside and is_of_persons(text)


def _lines_of_intro(context: Context) -> list[HeaderLine]:
    """Return the lines of the intro, without those that are in the body of the document."""
    found: list[HeaderLine] = []
    foreign = context.reading.header.foreign
    if not foreign:  # as in most articles
        return found
    in_body = {token.start_pos for token in context.reading.body_tokens}
    for token in foreign:
        if token.start_pos not in in_body:
            found += _lines(context, str(token), token.start_pos)
    return found


def _may_be_of_header(kind: str, text: str, token: Token) -> bool:
    """Return whether a block is a paragraph, a heading that is a date, or an item with one."""
    if kind == "item":
        written = str(token)
        if _YEAR.match(written) is None and _DAY.match(written) is None:
            return False
        return looks_like_date(written) or read_date_line(written.strip()) is not None
    return kind == "paragraph" or (kind == "heading" and _is_date(text))


def _is_date(text: str) -> bool:
    return read_date_line(text) is not None or has_printed_form(text)


def _count_first(context: Context) -> int:
    """Return how many blocks, above another article, are among those with lines of the header."""
    count = count_long = 0
    for length in context.memo(sizes)[:_MOST_BLOCKS]:
        count += 1
        count_long += length >= _LONG
        if count_long >= _MOST_LONG:
            break
    return _count_above_another(context, count)


def _count_above_another(context: Context, most: int) -> int:
    """Return how many of the first blocks are above another article."""
    count = min(most, len(context.texts))
    later = context.memo(later_articles)
    if not later:  # as in most
        return count
    return sum(token.start_pos < later[0][0] for token in context.reading.body_tokens[:count])


def _lines(context: Context, text: str, start: int, shown_text: str = "") -> list[HeaderLine]:
    """Return the lines of a block. ``shown_text`` is its text without marks, if that is known."""
    visible = text.strip()
    if "\n" not in visible:  # as in most
        first = start + len(text) - len(text.lstrip())
        return [_line(visible, first, shown_text)] if visible else []
    found: list[HeaderLine] = []
    lines = text.split("\n", _MOST_LINES + 1)
    for number, line in enumerate(lines[:_MOST_LINES]):
        visible = line.strip()
        if visible and not _goes_on(context, visible, lines[number + 1 : number + 2]):
            found.append(_line(visible, start + line.index(visible[0]), shown_text))
        start += len(line) + 1
    return found


def _line(written: str, start: int, shown_text: str) -> HeaderLine:
    """Return a line as it is shown, with its span."""
    shown = written if written == shown_text else plain_text(read_inline(written))
    return HeaderLine(shown.lstrip("# "), (start, start + len(written)))


def _goes_on(context: Context, line: str, following: list[str]) -> bool:
    """Return whether a long line of a wrapped paragraph is in the middle of a sentence."""
    if not following or min(len(line), len(following[0])) < _PROSE or not line[-1].isalnum():
        return False
    last, first = line.rpartition(" ")[2], following[0].split(None, 1)[0]
    if last in HANGING or first in HANGING:  # names may go on in the next line
        return False
    return first.islower() or ends_open(context, last)
