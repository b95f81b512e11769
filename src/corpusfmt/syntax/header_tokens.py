"""The lines of a header as the grammar cuts them: how long they are, and how two are joined."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from corpusfmt.syntax.dates import is_date_label, read_date_line
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


def with_labels_apart(tokens: Sequence[Token]) -> Sequence[Token]:
    """Return lines in which a label of dates above a date is never the last of several."""
    if not any("\n" in token.rstrip() for token in tokens[:-1]):  # as in most
        return tokens
    found: list[Token] = []
    for token, below in pairwise(tokens):
        start = _start_of_label(token)
        if start and below.type == LINE and _is_date(below):
            label = token.update(token[start:])
            label.start_pos += start
            found += [token.update(token[:start]), label]
        else:
            found.append(token)
    return [*found, tokens[-1]]


def _start_of_label(token: Token) -> int:
    """Return where the last of several lines begins, if it is a label of dates, or 0."""
    lines = token.rstrip()
    start = lines.rfind("\n") + 1
    is_apart = start > 0 and token.type == LINE and not is_headed(token)
    return start if is_apart and is_date_label(lines[start:]) else 0


def _is_date(token: Token) -> bool:
    return read_date_line(token.strip().lstrip("# ")) is not None


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
