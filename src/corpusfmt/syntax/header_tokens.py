"""The lines of a header as the grammar cuts them: how long they are, and how two are joined."""

from __future__ import annotations

from corpusfmt.syntax.inline import plain_text, read_inline
from corpusfmt.syntax.lexer import Token
from corpusfmt.text.patterns import regex

LINE = "HEADER_LINE"
"""The terminal of the lines of a header."""

LONG = 120
"""The characters of a line from which it is text of the article."""

_STARS = regex(r"\*+")
_GUARD = regex(r"\s*[\[*_]*&#[0-9]{1,7};")


def is_headed(token: Token) -> bool:
    """Return whether a line of the header begins as a heading: one that is not a date is one."""
    return token.type == LINE and token.match["headed_date"] is not None


def is_escaped(text: str) -> bool:
    """Return whether a line begins with a decimal reference, and so is a paragraph."""
    return _GUARD.match(text) is not None


def is_long(token: Token) -> bool:
    """Return whether a foreign line is text of the article: the URLs of links do not count."""
    if len(token) < LONG or len(token.strip()) < LONG:
        return False
    return "](" not in token or len(plain_text(read_inline(token))) >= LONG


def joined(token: Token, following: Token) -> str:
    """Return two lines with one line end between them, each at its place."""
    gap = following.start_pos - token.start_pos - len(token.rstrip())
    return token.rstrip() + "\n" + " " * (gap - 1) + following.rstrip()


def gap_between(token: Token) -> int:
    """Return the number of line ends at the end of a token."""
    return token[len(token.rstrip()) :].count("\n")


def is_half_marked(line: str) -> bool:
    """Return whether a line has a run of stars without one of the same length that ends it."""
    runs = _STARS.findall(line)
    return runs[::2] != runs[1::2]


def may_be_read(following: Token) -> bool:
    """Return whether the line below another can be a part of it."""
    return following.type == LINE and not is_escaped(following)
