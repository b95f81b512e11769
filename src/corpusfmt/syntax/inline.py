"""Read inline text: the text, links and line breaks of a block, and the strings of the header."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from corpusfmt.syntax.lexer import Token
from corpusfmt.syntax.normal_form import clean, lines_with_breaks, normalize_inline, text_node
from corpusfmt.syntax.tokens import inline_tokens
from corpusfmt.text.annotations import TYPE_CHECKING
from corpusfmt.text.patterns import regex

if TYPE_CHECKING:
    from corpusfmt.model.document import Node

_CONTROL = regex("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]")
# Linear in a line of spaces.
_BREAK_IN_LINK = regex(r"(?>(?:(?<![^\S\n])[^\S\n]++)?)\n\s*+")
_STRING_MARKS = regex(r"\\[!-/:-@\[-`{-~]|&#(?:[0-9]{1,7}|[xX][0-9a-fA-F]{1,6});")

_ENCLOSED = {"STRONG_EM": 3, "STRONG": 2, "EM": 1}
"""The tokens that enclose text, and how long the marks on either side are."""


def read_string(text: str) -> str:
    """Return a string of the header (title, name, credit): only escapes are read as marks."""
    if "\\" in text or "&#" in text:
        text = _STRING_MARKS.sub(_resolve, text)
    return clean(text).strip()


def read_url(text: str) -> str:
    """Return the URL of a link from what is in the parentheses, with its escapes resolved."""
    if text.startswith("<") and text.endswith(">"):
        text = text[1:-1]
    return read_string(text)


def read_inline(text: str) -> list[Node]:
    """Return the inline list of a block's text, in normal form.

    Empty if nothing in it is visible.
    """
    text = text.strip()
    if not _may_have_marks(text):
        text = clean(text)
        if "\n" in text:
            return lines_with_breaks(text)
        return [{"type": "text", "text": text}] if text else []
    reader = _InlineReader()
    reader.read_tokens(inline_tokens(text))
    return normalize_inline(reader.nodes)


def plain_text(nodes: Sequence[Node]) -> str:
    """Return the text of an inline list without its marks, a line feed for each line break."""
    if len(nodes) == 1 and nodes[0]["type"] == "text":  # as most lists are
        return nodes[0]["text"]
    pieces: list[str] = []
    for node in nodes:
        if node["type"] == "text":
            pieces.append(node["text"])
        elif node["type"] == "link":
            pieces.append(plain_text(node["content"]))
        else:
            pieces.append("\n")
    return "".join(pieces)


class _InlineReader:
    """Collects the nodes of a text that is inside these marks."""

    def __init__(self, *, strong: bool = False, em: bool = False, in_link: bool = False) -> None:
        self.nodes: list[Node] = []
        self._strong = strong
        self._em = em
        self._in_link = in_link

    def read(self, text: str) -> None:
        """Add the nodes of a text."""
        if "\n" in text or _may_have_marks(text):
            self.read_tokens(inline_tokens(text))
        else:
            self._add_text(text)

    def read_tokens(self, tokens: Iterable[Token]) -> None:
        """Add the nodes of these tokens."""
        pieces: list[str] = []
        for token in tokens:
            piece = _text_of(token, in_link=self._in_link)
            if piece is None:
                self._add_pieces(pieces)
                pieces = []
                self._add_token(token)
            else:
                pieces.append(piece)
        self._add_pieces(pieces)

    def _add_pieces(self, pieces: list[str]) -> None:
        """Add the pieces of a text as one node, without what was unreadable."""
        text = "".join(pieces).replace("\x0b", "")
        if text:
            self._add_text(text)

    def _add_text(self, text: str) -> None:
        self.nodes.append(text_node(text, self._strong, self._em))

    def _add_token(self, token: Token) -> None:
        if token.type in _ENCLOSED:
            self._add_enclosed(token)
        elif token.type == "LINK":
            self._add_link(token.match["link"], read_url(token.match["url"]), token)
        elif token.type == "AUTOLINK":
            url = token[1:-1]
            content = [text_node(url, self._strong, self._em)]
            self.nodes.append({"type": "link", "url": url, "content": content})
        else:
            self.nodes.append({"type": "break"})

    def _add_enclosed(self, token: Token) -> None:
        """Add what a mark encloses; a mark that encloses nothing visible is text."""
        length = _ENCLOSED[token.type]
        strong = self._strong or length > 1
        em = self._em or length != 2
        inner = _InlineReader(strong=strong, em=em, in_link=self._in_link)
        inner.read(token[length:-length])
        if _is_visible(inner.nodes):
            self.nodes += inner.nodes
        else:
            self._add_as_written(token)

    def _add_link(self, shown: str, url: str, token: Token) -> None:
        """Add a link; one whose text shows nothing is text."""
        if "\n" in shown:  # spaces beside a line break are ignored, in a link too
            shown = _BREAK_IN_LINK.sub(" ", shown)
        inner = _InlineReader(strong=self._strong, em=self._em, in_link=True)
        inner.read(shown)
        content = [node for node in inner.nodes if node["type"] == "text"]
        if _is_visible(content):
            self.nodes.append({"type": "link", "url": url, "content": content})
        else:
            self._add_as_written(token)

    def _add_as_written(self, token: Token) -> None:
        """Add a token that is not a mark after all as text, its lines with breaks between them."""
        lines = [token.replace("\n", " ")] if self._in_link else token.split("\n")
        for number, line in enumerate(lines):
            if number:
                self.nodes.append({"type": "break"})
            if line:
                self._add_text(line)


def _may_have_marks(text: str) -> bool:
    """Return whether a text could be more than lines of text; if so, the grammar decides."""
    return (
        "*" in text
        or "_" in text
        or "\\" in text
        or "<" in text
        or ("[" in text and "](" in text)
        or ("&" in text and "&#" in text)
    )


def _text_of(token: Token, *, in_link: bool) -> str | None:
    """Return the text of a token that is only text.

    None for a mark, and for a link or break outside of links.
    """
    kind = token.type
    if kind in {"TEXT", "OTHER"} or (in_link and kind.endswith("LINK")):
        return token.match[0]
    if kind in {"ESCAPE", "REFERENCE"}:
        return _STRING_MARKS.sub(_resolve, token)
    if kind == "UNDERLINE":
        return ""
    return " " if in_link and kind == "BREAK" else None


def _is_visible(nodes: Sequence[Node]) -> bool:
    for node in nodes:
        if node["type"] == "link":
            return True
        if node["type"] == "text" and node["text"].strip():
            return True
    return False


def _resolve(match: re.Match[str]) -> str:
    """Return the character of an escape or reference.

    A reference to what is not visible text stays as written.
    """
    mark = match[0]
    if mark[0] == "\\":
        return mark[1]
    code = int(mark[3:-1], 16) if mark[2] in "xX" else int(mark[2:-1])
    is_character = code < 0x110000 and not 0xD800 <= code < 0xE000
    if not is_character:
        return mark
    character = chr(code)
    return mark if character.isspace() or _CONTROL.match(character) else character
