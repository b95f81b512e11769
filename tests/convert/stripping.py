"""Documents without one of their features: what a format that drops it makes the same of."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from corpusfmt.convert.features import is_instant
from corpusfmt.model.document import Document
from corpusfmt.syntax.normal_form import normalize_document

Value = dict[str, Any]


def strip(document: Document, feature: str) -> Document | None:
    """Return the document without a feature, in normal form; None if nothing would be left."""
    stripped: Any = _HEADER[feature](document) if feature in _HEADER else None
    if stripped is None:
        blocks = [_strip_block(dict(block), feature) for block in document["body"]]
        kept = [block for block in blocks if block is not None]
        if not kept:
            return None
        stripped = {**document, "body": kept}
        if "intro" in document:
            stripped["intro"] = [_strip_nodes(list(one), feature) for one in document["intro"]]
    normal = normalize_document(stripped)
    if "source" in document:
        normal["source"] = document["source"]
    return normal


def _without(*names: str) -> Callable[[Document], Value]:
    return lambda document: {name: value for name, value in document.items() if name not in names}


def _without_date(name: str, *, instant: bool) -> Callable[[Document], Value]:
    def drop(document: Any) -> Value:
        return _without(name)(document) if is_instant(document[name]) is instant else document

    return drop


def _without_intro(document: Document) -> Value:
    blocks = [{"type": "paragraph", "content": content} for content in document["intro"]]
    return {**_without("intro")(document), "body": [*blocks, *document["body"]]}


def _without_of_authors(name: str) -> Callable[[Document], Value]:
    def drop(document: Any) -> Value:
        authors = [{**author} for author in document["byline"]]
        for author in authors:
            author.pop(name, None)
        return {**document, "byline": authors}

    return drop


_HEADER: dict[str, Callable[[Document], Value]] = {
    "title": lambda document: {**document, "title": "Another title"},
    "subtitle": _without("subtitle"),
    "byline": _without("byline"),
    "byline.url": _without_of_authors("url"),
    "byline.role": _without_of_authors("role"),
    "date": _without_date("date", instant=True),
    "date.local": _without_date("date", instant=False),
    "updated": _without_date("updated", instant=True),
    "updated.local": _without_date("updated", instant=False),
    "intro": _without_intro,
    "caption": _without("caption"),
    "credit": _without("credit", "caption"),
    "url": _without("url"),
}


def _strip_block(block: Value, feature: str) -> Value | None:
    kind, _, name = feature.partition(".")
    if block["type"] != kind:
        if "content" in block:
            block["content"] = _strip_nodes(block["content"], feature)
        return block
    if name:
        return _strip_member(block, name)
    if "content" in block:
        return {"type": "paragraph", "content": block["content"]}
    return None


def _strip_member(block: Value, name: str) -> Value:
    if block["type"] == "related":
        return {**block, "links": [{**link, "url": "#other"} for link in block["links"]]}
    if name == "url":
        return {**block, "url": "#other"}
    if name == "level":
        return {**block, "level": 6 if block["level"] == 2 else 2}
    removed = {name, "caption"} if name == "credit" else {name}
    return {key: value for key, value in block.items() if key not in removed}


def _strip_nodes(nodes: list[Any], feature: str) -> list[Any]:
    stripped: list[Any] = []
    for node in nodes:
        if node["type"] == "link":
            content = _strip_nodes(node["content"], feature)
            stripped += content if feature == "link" else [{**node, "content": content}]
        elif node["type"] == feature == "break":
            stripped.append({"type": "text", "text": " "})
        else:
            stripped.append({key: value for key, value in node.items() if key != feature})
    return stripped
