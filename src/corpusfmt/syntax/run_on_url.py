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
_BLANK_LINE = regex(r"\n[^\S\n]*+\n")
_BLANK_AT_END = regex(r"\n[^\S\n]*+\n\Z")
_LINE = "HEADER_LINE"
_PARAGRAPHS = ("PARAGRAPH", _LINE, "CREDIT_LINE")


def part_run_on_url(tokens: list[Token], prepared: str) -> list[Token]:
    """Return the tokens of a text, with the URL at the end of its last paragraph as one of its own.

    What precedes the URL is read as if a line ended there. Joined the tokens are the text. Linear
    in its length.
    """
    if not tokens or tokens[-1].type not in _PARAGRAPHS:
        return tokens
    match = _match(prepared, _paragraph_start(tokens))
    if match is None:
        return tokens
    end = match.start()
    before = block_tokens(prepared[: end - 1] + "\n")
    if before[-1].type == "URL":  # what precedes the last URL is text, also another URL
        before[-1:] = _as_paragraphs(before[-1])
    before[-1] = before[-1].update(before[-1][:-1] + prepared[end - 1])
    url = Token(match[0])
    url.type, url.start_pos, url.match = "URL", end, match
    return [*before, url]


def _as_paragraphs(url: Token) -> list[Token]:
    """Return the token of a URL as those of the paragraphs that its lines are."""
    cut = _BLANK_LINE.search(url)
    ends = [len(url)] if cut is None or cut.end() == len(url) else [cut.end(), len(url)]
    paragraphs: list[Token] = []
    start = 0
    for end in ends:
        paragraph = Token(url[start:end])
        paragraph.type, paragraph.start_pos = "PARAGRAPH", url.start_pos + start
        paragraph.match = url.match
        paragraphs.append(paragraph)
        start = end
    return paragraphs


def escape_run_on_url(paragraph: str) -> str:
    """Return a last paragraph whose end is not read as the URL of the article."""
    match = _match(paragraph, 0)
    if match is None:
        return paragraph
    colon = paragraph.index(":", match.start())
    return f"{paragraph[:colon]}\\{paragraph[colon:]}"


def _paragraph_start(tokens: list[Token]) -> int:
    """Return where the last paragraph begins: in the header it can be of several tokens."""
    first = tokens[-1]
    for before in reversed(tokens[:-1]):
        if before.type != _LINE or _BLANK_AT_END.search(before):
            break
        first = before
    return first.start_pos


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
