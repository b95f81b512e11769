"""Find the URL of the article at the end of the last paragraph, and part it from the paragraph.

A converter may join the last two blocks. The lexer cannot part them: it cuts at line ends only.
"""

from __future__ import annotations

import re

from corpusfmt.syntax.lexer import Token
from corpusfmt.syntax.tokens import block_tokens, terminal
from corpusfmt.text.patterns import regex

_LABEL = regex(r"(?<=\s)original[^\S\n]++url[^\S\n]*+:", re.IGNORECASE)
_CERTAIN_URL = regex(r"[A-Za-z][A-Za-z0-9+.-]{1,31}:[^*\[\]]*+\Z")
_PARAGRAPHS = ("PARAGRAPH", "HEADER_LINE", "CREDIT_LINE")


def part_run_on_url(tokens: list[Token], prepared: str) -> list[Token]:
    """Return the tokens of a text, with the URL at the end of its last paragraph as one of its own.

    What precedes the URL is read as if a line ended there. Joined the tokens are the text. Linear
    in its length.
    """
    if not tokens or tokens[-1].type not in _PARAGRAPHS:
        return tokens
    match = _match(prepared, tokens[-1].start_pos)
    if match is None:
        return tokens
    end = match.start()
    before = block_tokens(prepared[: end - 1] + "\n")
    if before[-1].type == "URL":  # what precedes the last URL is text, also another URL
        before[-1].type = "PARAGRAPH"
    before[-1] = before[-1].update(before[-1][:-1] + prepared[end - 1])
    url = Token(match[0])
    url.type, url.start_pos, url.match = "URL", end, match
    return [*before, url]


def escape_run_on_url(paragraph: str) -> str:
    """Return a last paragraph whose end is not read as the URL of the article."""
    match = _match(paragraph, 0)
    if match is None:
        return paragraph
    colon = paragraph.index(":", match.start())
    return f"{paragraph[:colon]}\\{paragraph[colon:]}"


def _match(text: str, start: int) -> re.Match[str] | None:
    """Return the match of the URL at the end of a paragraph that starts here, if it has one."""
    if text.count(":", start) < 2:  # that of the label, and that of the scheme
        return None
    label = None
    for label in _LABEL.finditer(text, start):  # noqa: B007 - the last is used after the loop
        pass
    if label is None or not text[start : label.start()].strip():
        return None
    match = terminal("article", "URL").match(text, label.start())
    if match is None:
        return None
    groups = [group for group in match.groups() if group is not None]
    return match if _CERTAIN_URL.match(groups[0]) else None
