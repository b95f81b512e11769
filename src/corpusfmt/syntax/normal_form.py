"""The normal form of documents: the one form that is read back from a document's text."""

from __future__ import annotations

from collections.abc import Iterable
from unicodedata import normalize as unicode_normalize

from corpusfmt.text.annotations import TYPE_CHECKING, cast
from corpusfmt.text.patterns import regex
from corpusfmt.text.values import dataclass

if TYPE_CHECKING:
    from typing import TypeAlias

    from corpusfmt.model.document import Block, BreakNode, Document, LinkNode, Node, TextNode

    _Part: TypeAlias = "_Run | LinkNode | BreakNode"

LOST_CONTROL = regex("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff]")
"""A character that no document can hold and that is not read as white space either."""


def clean(text: str) -> str:
    """Return the text as documents have it: NFC, spaces for tabs, no unreadable U+000B."""
    if "\x0b" in text or "\t" in text:
        text = text.replace("\x0b", "").replace("\t", " ")
    return text if text.isascii() else unicode_normalize("NFC", text)


def normalize_document(document: Document) -> Document:
    """Return a new document in normal form, with 2 for 2.0 and without ``source``.

    ``document`` satisfies the schema, or is a reading that lacks a title or a body.
    """
    normal: dict[str, object] = {}
    for name, value in document.items():
        if name == "intro":
            normal[name] = list(map(normalize_inline, document["intro"]))
        elif name == "body":
            normal[name] = list(map(normalize_block, document["body"]))
        elif name == "byline":
            normal[name] = list(map(_normalize_members, document["byline"]))
        elif name != "source":
            normal[name] = _normalize_value(value)
    return cast("Document", normal)


def normalize_block(block: Block) -> Block:
    """Return a new block in normal form."""
    if block["type"] == "paragraph":  # as most blocks are; it has no other member
        return {"type": "paragraph", "content": normalize_inline(block["content"])}
    normal = _normalize_members(block)
    if block["type"] == "related":
        normal["links"] = list(map(_normalize_members, block["links"]))
    elif "content" in block:
        normal["content"] = normalize_inline(block["content"])
    return cast("Block", normal)


def _normalize_members(part: object) -> dict[str, object]:
    members = cast("dict[str, object]", part)
    return {name: _normalize_value(value) for name, value in members.items()}


def _normalize_value(value: object) -> object:
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, float):  # to the schema 2.0 is a whole number
        return int(value)
    return value


# Inline lists


@dataclass(slots=True)
class _Run:
    """Text with the same marks, in pieces: to join them at once takes linear time."""

    pieces: list[str]
    strong: bool
    em: bool


def normalize_inline(nodes: Iterable[Node]) -> list[Node]:
    """Return a new inline list in normal form.

    Equal neighbours are one node; marks and links have no space at their edges; there is no space
    beside a line break or at the edges of the list, no line break at its edges and no two in a row;
    all text is NFC.
    """
    nodes = list(nodes)
    if len(nodes) == 1 and nodes[0]["type"] == "text":  # as most lists are
        return _normalize_text(nodes[0])
    text = unmarked_text(nodes)
    if text is not None:
        return lines_with_breaks(clean(text))
    parts: list[_Part] = []
    equal: list[TextNode] = []
    for node in nodes:
        if node["type"] == "text" and (not equal or _marks(equal[0]) == _marks(node)):
            equal.append(node)
            continue
        _add_texts(parts, equal)
        equal = []
        if node["type"] == "text":
            equal = [node]
        elif node["type"] == "link":
            _add_link(parts, node)
        else:
            parts.append({"type": "break"})
    _add_texts(parts, equal)
    return _trim(list(map(_to_node, parts)))


def unmarked_text(nodes: Iterable[Node]) -> str | None:
    """Return the text of an inline list that has unmarked text and line breaks only, or None."""
    pieces: list[str] = []
    for node in nodes:
        if node["type"] == "break":
            pieces.append("\n")
            continue
        if node["type"] != "text" or node.get("strong") or node.get("em") or "\n" in node["text"]:
            return None
        pieces.append(node["text"])
    return "".join(pieces)


def lines_with_breaks(text: str) -> list[Node]:
    """Return the normal form of clean text without marks: visible lines with breaks between."""
    nodes: list[Node] = []
    for line in text.split("\n"):
        visible = line.strip()
        if visible:
            nodes += ({"type": "text", "text": visible}, {"type": "break"})
    return nodes[:-1]


def text_node(text: str, strong: bool = False, em: bool = False) -> TextNode:
    """Return a text node; marks that are off are absent."""
    node: TextNode = {"type": "text", "text": text}
    if strong:
        node["strong"] = True
    if em:
        node["em"] = True
    return node


def _normalize_text(node: TextNode) -> list[Node]:
    text = clean(node["text"].strip())
    if not text:
        return []
    strong, em = _marks(node)
    return [text_node(text, strong, em)]


def _marks(node: TextNode) -> tuple[bool, bool]:
    return bool(node.get("strong")), bool(node.get("em"))


def _add_texts(parts: list[_Part], nodes: list[TextNode]) -> None:
    """Add texts with equal marks as one.

    Spaces at the edges of marked text are outside the marks.
    """
    if not nodes:
        return
    strong, em = _marks(nodes[0])
    text = "".join([node["text"] for node in nodes])
    inner = text.strip() if strong or em else ""
    if not inner:
        _add_text(parts, text)
        return
    start = text.index(inner[0]) if text[0].isspace() else 0
    _add_text(parts, text[:start])
    _add_text(parts, inner, strong, em)
    _add_text(parts, text[start + len(inner) :])


def _add_text(parts: list[_Part], text: str, strong: bool = False, em: bool = False) -> None:
    """Add a text to the last run if its marks are the same."""
    if not text:
        return
    last = parts[-1] if parts else None
    if isinstance(last, _Run) and last.strong == strong and last.em == em:
        last.pieces.append(text)
    else:
        parts.append(_Run([text], strong, em))


def _add_link(parts: list[_Part], link: LinkNode) -> None:
    """Add a link with the spaces at its edges outside of it; one that shows nothing is removed."""
    text = "".join([node["text"] for node in link["content"]])
    content = cast("list[TextNode]", normalize_inline(link["content"]))
    _add_text(parts, text[: len(text) - len(text.lstrip())])
    if content:
        parts.append({"type": "link", "url": clean(link["url"]), "content": content})
        _add_text(parts, text[len(text.rstrip()) :])


def _to_node(part: _Part) -> Node:
    if isinstance(part, _Run):
        return text_node(clean("".join(part.pieces)), part.strong, part.em)
    return part


def _strip_edges(node: TextNode, *, is_first: bool, is_last: bool) -> None:
    if is_first:
        node["text"] = node["text"].lstrip()
    if is_last:
        node["text"] = node["text"].rstrip()


def _trim(nodes: list[Node]) -> list[Node]:
    """Return the list without spaces at edges and breaks, and without edge and double breaks."""
    trimmed: list[Node] = []
    for index, node in enumerate(nodes):
        is_first = not trimmed or trimmed[-1]["type"] == "break"
        is_last = index + 1 == len(nodes) or nodes[index + 1]["type"] == "break"
        if node["type"] == "text":
            _strip_edges(node, is_first=is_first, is_last=is_last)
            if not node["text"]:
                continue
        elif node["type"] == "break" and is_first:
            continue
        trimmed.append(node)
    while trimmed and trimmed[-1]["type"] == "break":
        trimmed.pop()
    return trimmed
