"""Check what the grammar would read a written block as."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from corpusfmt.syntax.byline_words import label_line
from corpusfmt.syntax.credit import Around, find_credit, find_headed_credit
from corpusfmt.syntax.escape import reference
from corpusfmt.syntax.header import read_header
from corpusfmt.syntax.header_tokens import LINE
from corpusfmt.syntax.inline import read_string
from corpusfmt.syntax.lexer import Token
from corpusfmt.syntax.tokens import block_tokens, terminal
from corpusfmt.text.patterns import regex

_MOST_LINES = 12
"""The most lines of a header after the title and the subtitle."""

_ABOVE_HEADER = ("BLANK", "TITLE", "SUBTITLE")
_STRICT_DATES = ("headed_date", "numbered_date")
_MAY_BE_HEADER = regex(r"[\d〇一二三四五六七八九十]")
_REFERENCE = regex(r"&#x([0-9A-F]{1,6});")
_LINE_START = regex(
    r"(?P<marks>(?:\#{1,6} +)?[\[*_]*)\\?(?P<first>(?<=\\)[!-/:-@\[-`{-~]|(?<!\\)\S)"
)


def is_read_as(name: str, block: str) -> bool:
    """Return whether the grammar would read a block as this terminal, where it may occur."""
    return terminal("article", name).match(block + "\n") is not None


def guard_header(blocks: list[str], fields: Sequence[str] = ()) -> list[str]:
    """Return blocks whose lines are not read as parts of the header.

    ``fields`` are the blocks of the header above them, if any. A line that would be read as a
    byline or a date begins with a decimal reference instead.
    """
    if not any(map(_may_hold_header_line, blocks[:_MOST_LINES])):
        return blocks
    first, rest = blocks[:_MOST_LINES], blocks[_MOST_LINES:]
    above = "".join(f"{block}\n\n" for block in fields)
    text = "\n\n".join(first) + "\n"
    while (place := _last_misread(above, text)) is not None:
        text = text[:place] + _guard_line(text[place:])
    return text[:-1].split("\n\n") + rest


def _may_hold_header_line(block: str) -> bool:
    """Return whether a line of a block may be a byline or a date: few do."""
    return _MAY_BE_HEADER.search(block) is not None or label_line().search(block) is not None


def _last_misread(above: str, text: str) -> int | None:
    """Return where the last line is that would be read as a part of the header, or None.

    The last, since a name is read as a byline only above a date.
    """
    tokens = []
    for token in block_tokens(above + text):
        if token.type == LINE:
            tokens.append(token)
        elif token.type not in _ABOVE_HEADER:
            break
    read = {token.start_pos for token in read_header(tokens).read_tokens}
    for token in reversed(tokens):
        place = token.visible_span()[0] - len(above)
        if place >= 0 and (token.start_pos in read or is_strict_date(token)):
            return place
    return None


def is_strict_date(token: Token) -> bool:
    """Return whether a line has the form of a date, and would else be a heading or an item.

    A guard is always written for it, even if it is no date of the calendar.
    """
    if token.type != LINE:
        return False
    return any(token.match[group] is not None for group in _STRICT_DATES)


def _guard_line(text: str) -> str:
    match = _LINE_START.match(text)
    if match is None:
        raise ValueError(f"a line that cannot be escaped: {text[:40]!r}")
    bullet = _REFERENCE.match(text, match.start("first"))
    if bullet is not None:  # the decimal reference of the same character is a guard
        return match["marks"] + reference(chr(int(bullet[1], 16))) + text[bullet.end() :]
    return match["marks"] + reference(match["first"]) + text[match.end() :]


def may_be_credit(paragraph: str, around: Around) -> bool:
    """Return whether a paragraph after the gap would be read as a credit."""
    if "**" in paragraph and _is_read_as_any(("CREDIT_MARKED", "CAPTION"), paragraph):
        return True
    if "\n" in paragraph or not is_read_as("CREDIT_LINE", paragraph):
        return False
    found = find_credit(read_string(paragraph), around)
    return found is not None and found.grade != "possible"


def may_be_credit_heading(heading: str, around: Around) -> bool:
    """Return whether a heading after the gap would be read as a credit."""
    match = terminal("article", "CREDIT_HEADED").match(heading + "\n")
    if match is None:
        return False
    return find_headed_credit(read_string(match["headed_credit"]), around) is not None


def is_plain_credit(credit: str, written: str, around: Around) -> bool:
    """Return whether a credit is certain without bold, as it is written."""
    if not is_read_as("CREDIT_LINE", written):
        return False
    found = find_credit(credit, around)
    return found is not None and found.grade == "certain" and found.caption is None


def _is_read_as_any(names: tuple[str, ...], block: str) -> bool:
    line = block + "\n"
    return any(pattern.match(line) for pattern in _patterns(names))


@cache
def _patterns(names: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    return tuple([terminal("article", name) for name in names])
