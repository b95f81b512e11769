"""Inline lists: the text, links and line breaks inside a block, read from its text and brought to their normal form."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any
from unicodedata import normalize as unicode_normalize

from corpusfmt.syntax.grammar import Token, inline_tokens

Node = dict[str, Any]

_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]")
# Linear in a line of spaces.
_BREAK_IN_LINK = re.compile(r"(?>(?:(?<![^\S\n])[^\S\n]++)?)\n\s*+")
_STRING_MARKS = re.compile(r"\\[!-/:-@\[-`{-~]|&#(?:[0-9]{1,7}|[xX][0-9a-fA-F]{1,6});")


def clean(text: str) -> str:
    """The text as a document holds it: NFC, tabs as blanks, without what the parser could not read (U+000B)."""
    if "\x0b" in text or "\t" in text:
        text = text.replace("\x0b", "").replace("\t", " ")
    return text if text.isascii() else unicode_normalize("NFC", text)


def read_string(text: str) -> str:
    """A string of the header (title, name, label, credit): escapes and references resolved, other marks as text."""
    if "\\" in text or "&#" in text:
        text = _STRING_MARKS.sub(_resolved, text)
    return clean(text).strip()


def read_inline(text: str) -> list[Node]:
    """The inline list of a block's text, in normal form; empty where nothing in it is visible."""
    text = text.strip()
    if not _may_hold_marks(text):
        text = clean(text)
        if "\n" in text:
            return _of_lines(text)
        return [{"type": "text", "text": text}] if text else []
    nodes: list[Node] = []
    _read(text, nodes, strong=False, em=False, in_link=False)
    return normalized(nodes)


def plain_text(nodes: Sequence[Mapping[str, Any]]) -> str:
    """What an inline list says, a line break as a line feed."""
    if len(nodes) == 1 and nodes[0]["type"] == "text":  # as most lists are
        text: str = nodes[0]["text"]
        return text
    return "".join(
        node["text"] if node["type"] == "text" else plain_text(node["content"]) if node["type"] == "link" else "\n"
        for node in nodes
    )


def unmarked_text(nodes: Sequence[Mapping[str, Any]]) -> str | None:
    """Return the text of an inline list that holds unmarked text and line breaks only, or None."""
    pieces: list[str] = []
    for node in nodes:
        if node["type"] == "break":
            pieces.append("\n")
            continue
        if node["type"] != "text" or node.get("strong") or node.get("em") or "\n" in node["text"]:
            return None
        pieces.append(node["text"])
    return "".join(pieces)


def normalized(nodes: Iterable[Mapping[str, Any]]) -> list[Node]:
    """The same inline list in normal form, a new list.

    Equal neighbours are one node; a mark or a link has no blank at its edges; there are no blanks beside a line break
    or at the edges of the list, no line break at its edges and no two in a row; all text is NFC.
    """
    nodes = list(nodes)
    if len(nodes) == 1 and nodes[0]["type"] == "text":
        return _only(nodes[0])
    text = unmarked_text(nodes)
    if text is not None:
        return _of_lines(clean(text))
    merged: list[Node] = []
    for kind, run in groupby(nodes, key=_kind):
        if kind == "link":
            for link in run:
                _add_link(merged, link)
        elif kind == "break":
            merged.append({"type": "break"})
        else:
            strong, em = kind
            _add_text(merged, "".join([node["text"] for node in run]), strong, em)
    return _without_edges(_joined(merged))


# ---------------------------------------------------------------------------------------------------- normal form


def _of_lines(text: str) -> list[Node]:
    """Return the normal form of clean text without marks, whose lines have breaks between them."""
    nodes: list[Node] = []
    for line in text.split("\n"):
        visible = line.strip()
        if visible:
            nodes += ({"type": "text", "text": visible}, {"type": "break"})
    return nodes[:-1]


def _only(node: Mapping[str, Any]) -> list[Node]:
    """The normal form of a list that is one text: most lists are."""
    text = clean(node["text"].strip())
    return [_text(text, bool(node.get("strong")), bool(node.get("em")))] if text else []


def _kind(node: Mapping[str, Any]) -> Any:
    """What equal neighbours have in common: a text's marks, or the type."""
    kind = node["type"]
    return (bool(node.get("strong")), bool(node.get("em"))) if kind == "text" else kind


def _add_text(out: list[Node], text: str, strong: bool, em: bool) -> None:
    """Add a text with its marks; blanks at the edges of marked text stand outside the marks."""
    inner = text.strip() if strong or em else ""
    if not inner:
        _append(out, text, False, False)
        return
    start = text.index(inner[0]) if text[0].isspace() else 0
    _append(out, text[:start], False, False)
    _append(out, inner, strong, em)
    _append(out, text[start + len(inner) :], False, False)


def _append(out: list[Node], text: str, strong: bool, em: bool) -> None:
    """Add a text to the last node if the marks are the same; until _joined, a node's text is a list of pieces."""
    if not text:
        return
    last = out[-1] if out else None
    if last and last["type"] == "text" and ("strong" in last) == strong and ("em" in last) == em:
        last["text"].append(text)
    else:
        out.append(_text([text], strong, em))


def _joined(nodes: list[Node]) -> list[Node]:
    for node in nodes:
        if node["type"] == "text":
            node["text"] = clean("".join(node["text"]))
    return nodes


def _add_link(out: list[Node], link: Mapping[str, Any]) -> None:
    """Add a link; blanks at the edges of its text stand outside it."""
    said = "".join([node["text"] for node in link["content"]])
    content = normalized(link["content"])
    _append(out, said[: len(said) - len(said.lstrip())], False, False)
    if content:
        out.append({"type": "link", "url": clean(link["url"]), "content": content})
        _append(out, said[len(said.rstrip()) :], False, False)


def _without_edges(nodes: list[Node]) -> list[Node]:
    """The list without blanks at its edges and beside breaks, and without breaks at its edges or in a row."""
    out: list[Node] = []
    for index, node in enumerate(nodes):
        if node["type"] == "text":
            if not out or out[-1]["type"] == "break":
                node["text"] = node["text"].lstrip()
            if index + 1 == len(nodes) or nodes[index + 1]["type"] == "break":
                node["text"] = node["text"].rstrip()
            if not node["text"]:
                continue
        elif node["type"] == "break" and (not out or out[-1]["type"] == "break"):
            continue
        out.append(node)
    while out and out[-1]["type"] == "break":
        out.pop()
    return out


# ---------------------------------------------------------------------------------------------------- reading


def _may_hold_marks(text: str) -> bool:
    """Whether a text could be more than lines of text. Wider than the grammar: what it lets through is parsed."""
    return (
        "*" in text
        or "_" in text
        or "\\" in text
        or "<" in text
        or ("[" in text and "](" in text)
        or ("&" in text and "&#" in text)
    )


def _read(text: str, out: list[Node], *, strong: bool, em: bool, in_link: bool) -> None:
    """Add the nodes of a text that stands inside these marks."""
    said: list[str] = []
    for token in inline_tokens(text):
        piece = _said(token, in_link=in_link)
        if piece is not None:
            said.append(piece)
            continue
        _add_said(said, out, strong=strong, em=em)
        if token.type in _ENCLOSED:
            _read_enclosed(token, out, strong=strong, em=em, in_link=in_link)
        elif token.type == "LINK":
            _read_link(token, out, strong=strong, em=em)
        elif token.type == "AUTOLINK":
            out.append({"type": "link", "url": token[1:-1], "content": [_text(token[1:-1], strong, em)]})
        else:
            out.append({"type": "break"})
    _add_said(said, out, strong=strong, em=em)


def _add_said(said: list[str], out: list[Node], *, strong: bool, em: bool) -> None:
    """Add the pieces of a text as one node, and forget them. What could not be read parts no equal neighbours."""
    text = "".join(said).replace("\x0b", "")
    said.clear()
    if text:
        out.append(_text(text, strong, em))


def _said(token: Token, *, in_link: bool) -> str | None:
    """What a token says that is only text; None for a mark, and for a link or a line break outside of links."""
    kind = token.type
    if kind == "TEXT" or kind == "OTHER" or (in_link and kind.endswith("LINK")):
        return token.match[0]
    if kind == "ESCAPE" or kind == "REFERENCE":
        return _STRING_MARKS.sub(_resolved, token)
    if kind == "UNDERLINE":
        return ""
    return " " if in_link and kind == "BREAK" else None


def _read_enclosed(token: Token, out: list[Node], *, strong: bool, em: bool, in_link: bool) -> None:
    """Add what a mark encloses; a mark that encloses nothing visible is text."""
    content, adds_strong, adds_em = _ENCLOSED[token.type](token)
    nodes: list[Node] = []
    _read_part(content, nodes, strong=strong or adds_strong, em=em or adds_em, in_link=in_link)
    if _show(nodes):
        out.extend(nodes)
    else:
        _add_as_written(token, out, strong=strong, em=em, in_link=in_link)


def _read_part(text: str, out: list[Node], *, strong: bool, em: bool, in_link: bool) -> None:
    """Add the nodes of what a mark or a link encloses, which is mostly nothing but text."""
    if "\n" in text or _may_hold_marks(text):
        _read(text, out, strong=strong, em=em, in_link=in_link)
    else:
        out.append(_text(text, strong, em))


def _read_link(token: Token, out: list[Node], *, strong: bool, em: bool) -> None:
    """Add a link; one whose text shows nothing when read is text."""
    content: list[Node] = []
    shown = token.match["link"]
    if "\n" in shown:  # as at a line break anywhere, the blanks beside it say nothing
        shown = _BREAK_IN_LINK.sub(" ", shown)
    _read_part(shown, content, strong=strong, em=em, in_link=True)
    if _show(content):
        out.append({"type": "link", "url": read_address(token.match["url"]), "content": content})
    else:
        _add_as_written(token, out, strong=strong, em=em, in_link=False)


def _add_as_written(token: Token, out: list[Node], *, strong: bool, em: bool, in_link: bool) -> None:
    """Add what stands in a text as a mark, and is none, as the text it is: its lines with the breaks between them."""
    lines = [token.replace("\n", " ")] if in_link else token.split("\n")
    for number, line in enumerate(lines):
        if number:
            out.append({"type": "break"})
        if line:
            out.append(_text(line, strong, em))


def _show(nodes: list[Node]) -> bool:
    """Whether a reader sees anything of these nodes."""
    return any(node["type"] == "link" or (node["type"] == "text" and node["text"].strip()) for node in nodes)


def read_address(text: str) -> str:
    """The address of a link as it stands between the parentheses, its escapes and references resolved."""
    if text.startswith("<") and text.endswith(">"):
        text = text[1:-1]
    return read_string(text)


def _text(text: str | list[str], strong: bool, em: bool) -> Node:
    node: Node = {"type": "text", "text": text}
    if strong:
        node["strong"] = True
    if em:
        node["em"] = True
    return node


def _resolved(match: re.Match[str]) -> str:
    """An escape's character, or a reference's; a reference to what is not visible text stays as it is written."""
    mark = match[0]
    if mark[0] == "\\":
        return mark[1]
    code = int(mark[3:-1], 16) if mark[2] in "xX" else int(mark[2:-1])
    character = chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else " "
    return mark if character.isspace() or _CONTROL.match(character) else character


_ENCLOSED: dict[str, Callable[[str], tuple[str, bool, bool]]] = {
    "STRONG_EM": lambda token: (token[3:-3], True, True),
    "STRONG": lambda token: (token[2:-2], True, False),
    "EM": lambda token: (token[1:-1], False, True),
}
