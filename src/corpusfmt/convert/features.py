"""The fields and features of a document, which a format carries or drops, and where they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from corpusfmt.text.annotations import TYPE_CHECKING

if TYPE_CHECKING:
    from corpusfmt.model.document import Block, Document, ImageBlock, ItemBlock, Node, RelatedBlock

FEATURES: dict[str, str] = {
    "title": "the headline",
    "subtitle": "the line under the headline",
    "byline": "the names of the authors",
    "byline.url": "where the name of an author links to",
    "byline.role": "the role or affiliation of an author",
    "date": "the date of publication, if it is a time with an offset",
    "date.local": "the date of publication, if it is a day, or a time without an offset",
    "updated": "the date of the last change, if it is a time with an offset",
    "updated.local": "the date of the last change, if it is a day, or a time without an offset",
    "intro": "which paragraphs at the start are the intro (standfirst)",
    "caption": "the caption of the lead picture",
    "credit": "the credit of the lead picture",
    "url": "the URL of the article",
    "heading": "that a block is a heading",
    "heading.level": "the level of a heading",
    "related": "the label and the titles of related articles",
    "related.url": "the URLs of related articles",
    "item": "that a block is an item of a list",
    "item.number": "the number of an item",
    "item.depth": "how deep an item is nested in lists",
    "quote": "that a block is a pull quote",
    "image": "that a picture is in the body",
    "image.url": "the URL of that picture",
    "image.alt": "its alternative text",
    "image.caption": "its caption",
    "image.credit": "its credit",
    "separator": "a horizontal line between two parts of the body",
    "link": "the URL of a link in the text",
    "strong": "bold text",
    "em": "italic text",
    "break": "a line break inside a block",
}
"""The features, and what each of them is.

The words of the paragraphs are not among them: each format has these. Nor is ``source``, which is
about the file and not about the article.
"""

Place = tuple[str, str]
"""A feature, and the JSON pointer of what has it."""

_DAY = len("2020-02-04")


def places(document: Document) -> Iterator[Place]:
    """Yield the features of a document, each with the JSON pointer of what has it."""
    yield from _header_places(document)
    for index, paragraph in enumerate(document.get("intro", ())):
        yield from _inline_places(paragraph, f"/intro/{index}")
    for index, block in enumerate(document["body"]):
        yield from _block_places(block, f"/body/{index}")


def find_dropped(document: Document, drops: Iterable[str]) -> dict[str, str]:
    """Return the features of a document that are dropped, with the pointer of the first of each."""
    dropped = frozenset(drops)
    found: dict[str, str] = {}
    if dropped:
        for feature, pointer in places(document):
            if feature in dropped:
                found.setdefault(feature, pointer)
    return found


def is_instant(date: str) -> bool:
    """Return whether a date has a time and an offset."""
    return len(date) > _DAY and (date.endswith("Z") or date[-6] in "+-")


def _header_places(document: Document) -> Iterator[Place]:
    for name in ("title", "subtitle", "intro", "caption", "credit", "url"):
        if name in document:
            yield name, f"/{name}"
    for index, author in enumerate(document.get("byline", ())):
        yield "byline", f"/byline/{index}/name"
        for name in ("url", "role"):
            if name in author:
                yield f"byline.{name}", f"/byline/{index}/{name}"
    if "date" in document:
        yield "date" if is_instant(document["date"]) else "date.local", "/date"
    if "updated" in document:
        yield "updated" if is_instant(document["updated"]) else "updated.local", "/updated"


def _block_places(block: Block, pointer: str) -> Iterator[Place]:
    kind = block["type"]
    if kind != "paragraph":
        yield kind, pointer
    if block["type"] == "heading":
        yield "heading.level", f"{pointer}/level"
    elif block["type"] == "item":
        yield from _item_places(block, pointer)
    elif block["type"] == "related":
        yield from _related_places(block, pointer)
    elif block["type"] == "image":
        yield from _image_places(block, pointer)
    if "content" in block:
        yield from _inline_places(block["content"], f"{pointer}/content")


def _item_places(block: ItemBlock, pointer: str) -> Iterator[Place]:
    for name in ("number", "depth"):
        if name in block:
            yield f"item.{name}", f"{pointer}/{name}"


def _related_places(block: RelatedBlock, pointer: str) -> Iterator[Place]:
    for index, _ in enumerate(block["links"]):
        yield "related.url", f"{pointer}/links/{index}/url"


def _image_places(block: ImageBlock, pointer: str) -> Iterator[Place]:
    for name in ("url", "alt", "caption", "credit"):
        if name in block:
            yield f"image.{name}", f"{pointer}/{name}"


def _inline_places(nodes: Iterable[Node], pointer: str) -> Iterator[Place]:
    for index, node in enumerate(nodes):
        here = f"{pointer}/{index}"
        if node["type"] == "break":
            yield "break", here
        elif node["type"] == "link":
            yield "link", f"{here}/url"
            yield from _inline_places(node["content"], f"{here}/content")
        else:
            yield from ((mark, f"{here}/{mark}") for mark in ("strong", "em") if mark in node)
