"""Canonical text as CommonMark reads it, and documents as it should, as lists of blocks to compare.

The parser is markdown-it-py with its ``commonmark`` preset, which knows nothing of this format.
Where the two have different names:

- the header is headings and paragraphs: title and subtitle are of level 1 and 2, the byline, a date
  and a credit are a paragraph each
- ``related`` is a paragraph: its label and a colon in bold, then its links
- the URL is two paragraphs, the second a link where the URL has a scheme
- a picture is a paragraph that starts with an image, its credit on the next line
- an item with an em dash is a paragraph that starts with one; a list item has the depth and the
  kind of its list
- the text of a block is compared with its marks, links and line breaks, in the normal form of
  inline lists
- markdown-it reads a reference to a code point that is not a character, such as U+FFFF, as U+FFFD:
  so does this module
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, cast

from markdown_it import MarkdownIt
from markdown_it.token import Token

from corpusfmt.model.document import Document
from corpusfmt.model.document import Node as DocumentNode
from corpusfmt.syntax.dates import write_date
from corpusfmt.syntax.inline import plain_text
from corpusfmt.syntax.normal_form import normalize_inline

Block = tuple[Any, ...]
Node = dict[str, Any]

_SCHEME = re.compile("[A-Za-z][A-Za-z0-9+.-]{1,31}:")


def _reader() -> MarkdownIt:
    """Return the parser without its additions: a bound on nesting, changed and invalid URLs."""
    reader = MarkdownIt("commonmark", {"maxNesting": 200})
    reader.normalizeLink = lambda url: url  # type: ignore[method-assign]
    reader.normalizeLinkText = lambda link: link  # type: ignore[method-assign]
    reader.validateLink = lambda url: True  # type: ignore[method-assign]
    return reader


_READER = _reader()


def markdown_blocks(text: str) -> list[Block]:
    """Return the blocks of a text as the CommonMark parser reads them."""
    blocks: list[Block] = []
    around: list[str] = []  # the types of the open blocks
    kind: Block = ()
    for token in _READER.parse(text):
        if token.type == "inline":
            blocks.append((*kind, _nodes(token.children or [])))
            kind = ("rest of", *kind)
        elif token.type == "heading_open":
            kind = ("heading", int(token.tag[1]))
        elif token.type == "paragraph_open":
            kind = _paragraph(around, kind)
        elif token.type == "list_item_open":
            kind = ("item",)
        elif token.type == "hr":
            blocks.append(("separator",))
        elif token.type.endswith("_open"):
            around.append(token.type)
        elif token.type.endswith("_close"):
            around = around[:-1] if token.type in _CONTAINER_ENDS else around
        else:
            blocks.append((token.type, token.content))
    return blocks


_CONTAINER_ENDS = ("bullet_list_close", "ordered_list_close", "blockquote_close")


def _paragraph(around: list[str], kind: Block) -> Block:
    """Return the kind of a paragraph in these blocks; a second one in an item is unexpected."""
    if not around:
        return ("paragraph",)
    if around == ["blockquote_open"]:
        return ("quote",)
    return (
        ("item", len(around) - 1, around[-1].split("_")[0])
        if kind == ("item",)
        else ("unexpected", *around)
    )


def _nodes(children: list[Token]) -> list[Node]:
    nodes: list[Node] = []
    marks: list[str] = []
    into = nodes
    for child in children:
        if child.type == "link_open":
            into = []
            nodes.append({"type": "link", "url": child.attrs["href"], "content": into})
        elif child.type == "link_close":
            into = nodes
        elif child.type in ("strong_open", "em_open"):
            marks.append(child.type.removesuffix("_open"))
        elif child.type in ("strong_close", "em_close"):
            marks.remove(child.type.removesuffix("_close"))
        elif child.type == "softbreak":
            into.append({"type": "break"})
        elif child.type == "image":
            into.append(_image(_plain_text(child), str(child.attrs["src"])))
        else:
            into.append(
                _text(
                    child.content if child.type == "text" else f"<{child.type}>{child.content}",
                    *marks,
                )
            )
    return _normalized(nodes)


def _image(alt: str, url: str) -> Node:
    """Return a picture among inline nodes as text: in this format pictures are blocks."""
    return _text(f"<picture {url}>{alt}")


def _plain_text(token: Token) -> str:
    return plain_text(cast("list[DocumentNode]", _nodes(token.children or [])))


def _text(text: str, *marks: str) -> Node:
    return {"type": "text", "text": text, **dict.fromkeys(marks, True)}


def _normalized(nodes: Iterable[Mapping[str, Any]]) -> list[Node]:
    """Return the inline list in normal form, with U+FFFD for what is not a character."""
    characters = [_characters(node) for node in nodes]
    return cast("list[Node]", normalize_inline(cast("list[DocumentNode]", characters)))


def _characters(node: Mapping[str, Any]) -> Node:
    if node["type"] == "link":
        return {
            **node,
            "url": _NO_CHARACTER.sub("\ufffd", node["url"]),
            "content": _normalized(node["content"]),
        }
    return (
        {**node, "text": _NO_CHARACTER.sub("\ufffd", node["text"])}
        if node["type"] == "text"
        else {**node}
    )


_NO_CHARACTER = re.compile(
    "[\ufdd0-\ufdef"
    + "".join(
        chr(plane + last) for plane in range(0, 0x110000, 0x10000) for last in (0xFFFE, 0xFFFF)
    )
    + "]"
)


# The document


def document_blocks(document: Document, *, plain_credit: bool = False) -> list[Block]:
    """Return the blocks of a document as CommonMark should read its canonical text.

    ``plain_credit`` where the text has the lead picture's credit without marks, as it may if that
    looks like one.
    """
    return [
        (*kind, _normalized(content)) if content else kind
        for kind, content in _blocks(cast("Mapping[str, Any]", document), plain_credit)
    ]


def _blocks(document: Mapping[str, Any], plain_credit: bool) -> Iterable[tuple[Block, list[Node]]]:
    if "title" in document:
        yield ("heading", 1), [_text(document["title"])]
    if "subtitle" in document:
        yield ("heading", 2), [_text(document["subtitle"])]
    if "byline" in document:
        yield ("paragraph",), [_text("By "), *_joined(document["byline"], "name", " and ")]
    if "date" in document:
        yield ("paragraph",), [_text(write_date(document["date"]))]
    if "updated" in document:
        yield ("paragraph",), [_text("Updated: " + write_date(document["updated"]))]
    for content in document.get("intro", ()):
        yield ("paragraph",), content
    if "credit" in document:
        yield ("paragraph",), [_text(document["credit"])] if plain_credit else _credit(document)
    for block in document["body"]:
        yield _body_block(block)
    if "url" in document:
        yield ("paragraph",), [_text("Original url:")]
        yield ("paragraph",), _url(document["url"])


def _joined(links: list[dict[str, str]], key: str, before_last: str = ", ") -> Iterable[Node]:
    for index, link in enumerate(links):
        if index:
            yield _text(before_last if index + 1 == len(links) else ", ")
        text = _text(link[key])
        yield {"type": "link", "url": link["url"], "content": [text]} if "url" in link else text
        if "role" in link:
            yield _text(f" ({link['role']})")


def _credit(part: Mapping[str, Any]) -> list[Node]:
    return [
        _text(part["caption"] + " ") if "caption" in part else _text(""),
        _text(part["credit"], "strong"),
    ]


def _url(url: str) -> list[Node]:
    """Return a URL: a link if it has a scheme, which is written in angle brackets, else text."""
    text = _text(url)
    return [{"type": "link", "url": url, "content": [text]}] if _SCHEME.match(url) else [text]


def _body_block(block: Mapping[str, Any]) -> tuple[Block, list[Node]]:
    kind = block["type"]
    if kind == "heading":
        return ("heading", block["level"]), block["content"]
    if kind == "related":
        return ("paragraph",), [
            _text(block["label"] + ":", "strong"),
            _text(" "),
            *_joined(block["links"], "title"),
        ]
    if kind == "image":
        credit = [{"type": "break"}, *_credit(block)] if "credit" in block else []
        return ("paragraph",), [_image(block.get("alt", ""), block["url"]), *credit]
    if kind == "item":
        return ("item", block.get("depth", 0), "ordered" if "number" in block else "bullet"), block[
            "content"
        ]
    return (kind,), block.get("content", [])
