"""Inline lists, and escapes, as HTML that is also XML but for void elements."""

from __future__ import annotations

from collections.abc import Sequence

from corpusfmt.text.annotations import TYPE_CHECKING

if TYPE_CHECKING:
    from corpusfmt.model.document import Node, TextNode


def escape_text(text: str) -> str:
    """Return a text as HTML between tags."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def escape_value(value: str) -> str:
    """Return a text as HTML between double quotes."""
    return escape_text(value).replace('"', "&quot;")


def write_inline_html(nodes: Sequence[Node]) -> str:
    """Return an inline list as HTML."""
    if len(nodes) == 1 and nodes[0]["type"] == "text":  # as most lists are
        return _write_text(nodes[0])
    pieces: list[str] = []
    for node in nodes:
        if node["type"] == "text":
            pieces.append(_write_text(node))
        elif node["type"] == "link":
            content = write_inline_html(node["content"])
            pieces.append(f'<a href="{escape_value(node["url"])}">{content}</a>')
        else:
            pieces.append("<br>")
    return "".join(pieces)


def _write_text(node: TextNode) -> str:
    text = escape_text(node["text"])
    if "em" in node:
        text = f"<em>{text}</em>"
    return f"<strong>{text}</strong>" if "strong" in node else text
