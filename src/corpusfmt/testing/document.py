"""Strategies for documents: every property, type of block, type of node and bound of the schema."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import chain
from typing import Any, TypeVar

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from corpusfmt.model.article import Article
from corpusfmt.model.document import (
    Block,
    BreakNode,
    Document,
    ImageBlock,
    ItemBlock,
    LinkNode,
    Node,
    RelatedBlock,
    SourceEntry,
    TextNode,
)
from corpusfmt.testing.strings import article_addresses, dates, lines, lines_or_empty, runs

Fields = dict[str, SearchStrategy[object]]
"""Strategies for the fields of an object, each with its own type of values."""

AnyNode = TypeVar("AnyNode", bound=Node)
Captioned = TypeVar("Captioned", Document, ImageBlock)

_DEEPEST = 20
_HIGHEST_NUMBER = 999_999_999
_LAST_LINE = 2**53 - 1


@cache
def articles() -> SearchStrategy[Article]:
    """Return articles whose documents the schema accepts."""
    return documents().map(Article.from_document)


@cache
def documents() -> SearchStrategy[Document]:
    """Return documents that the schema and the calendar accept.

    They need not be in normal form: equal neighbours may be two nodes, and marks may have spaces at
    their edges.
    """
    required: Fields = {"corpusfmt": st.just("1.0"), "title": lines(), "body": _bodies()}
    fields: SearchStrategy[Document] = _objects(required, _header())
    return fields.map(_drop_bare_caption)


def _objects(required: Fields, optional: Fields | None = None) -> SearchStrategy[Any]:
    """Return objects with these fields.

    No type relates the names of the fields to that of the object.
    """
    return st.fixed_dictionaries(required, optional=optional or {})


def _header() -> Fields:
    author = _objects({"name": lines(4)}, {"url": lines_or_empty(), "role": lines(4)})
    return {
        "subtitle": lines(),
        "byline": st.lists(author, min_size=1, max_size=3),
        "date": dates(),
        "updated": dates(),
        "intro": st.lists(contents(), min_size=1, max_size=2),
        "caption": lines(),
        "credit": lines(),
        "url": article_addresses(),
        "source": _sources(),
    }


def _sources() -> SearchStrategy[SourceEntry]:
    fields: Fields = {
        "path": runs(),
        "sha256": st.text("0123456789abcdef", min_size=64, max_size=64),
        "member": runs(),
        "line": _places(),
        "part": _places(),
    }
    return _objects({}, fields).filter(bool)


def _places() -> SearchStrategy[int]:
    return st.one_of(st.sampled_from((1, _LAST_LINE)), st.integers(1, _LAST_LINE))


def _drop_bare_caption(holder: Captioned) -> Captioned:
    """Return the document or picture without its caption if it has no credit."""
    if "credit" not in holder:
        holder.pop("caption", None)
    return holder


# Inline lists


@cache
def contents() -> SearchStrategy[list[Node]]:
    """Return inline lists: text with and without marks, links, line breaks."""
    sentence = lines().map(lambda text: [_text(text)])
    return st.one_of(sentence, _visible(st.one_of(_texts(), _texts(), _links(), _breaks()), 5))


@cache
def line_contents() -> SearchStrategy[list[Node]]:
    """Return inline lists without line breaks."""
    return _visible(st.one_of(_texts(), _links()), 3)


@cache
def _texts() -> SearchStrategy[TextNode]:
    marks: Fields = {"strong": st.just(True), "em": st.just(True)}
    marked: SearchStrategy[TextNode] = _objects({"type": st.just("text"), "text": runs(2)}, marks)
    return st.one_of(runs().map(_text), marked)


@cache
def _links() -> SearchStrategy[LinkNode]:
    links = st.builds(_link, lines_or_empty(), _visible(_texts(), 3))
    shown_urls = article_addresses().map(lambda url: _link(url, [_text(url)]))
    return st.one_of(links, shown_urls)


def _breaks() -> SearchStrategy[BreakNode]:
    return st.builds(_break)


def _text(text: str) -> TextNode:
    return {"type": "text", "text": text}


def _link(url: str, content: list[TextNode]) -> LinkNode:
    return {"type": "link", "url": url, "content": content}


def _break() -> BreakNode:
    return {"type": "break"}


def _visible(nodes: SearchStrategy[AnyNode], max_size: int) -> SearchStrategy[list[AnyNode]]:
    """Return lists of nodes that show something: a link, or a text that is not only spaces."""
    return st.lists(nodes, min_size=1, max_size=max_size).filter(_is_visible)


def _is_visible(content: Sequence[Node]) -> bool:
    return any(map(_shows, content))


def _shows(node: Node) -> bool:
    return node["type"] == "link" or (node["type"] == "text" and not node["text"].isspace())


# Blocks


@cache
def blocks() -> SearchStrategy[Block]:
    """Return blocks of every type but items, whose depth depends on the item before."""
    return st.one_of(
        _block("paragraph", content=contents()),
        _block("paragraph", content=contents()),
        _block("heading", level=st.integers(2, 6), content=line_contents()),
        _related(),
        _block("quote", content=contents()),
        _images(),
        _block("separator"),
    )


def _block(
    kind: str, optional: Fields | None = None, **fields: SearchStrategy[object]
) -> SearchStrategy[Any]:
    return _objects({"type": st.just(kind), **fields}, optional)


def _images() -> SearchStrategy[ImageBlock]:
    fields: Fields = {"alt": lines(), "caption": lines(), "credit": lines()}
    images: SearchStrategy[ImageBlock] = _block("image", fields, url=lines_or_empty())
    return images.map(_drop_bare_caption)


def _related() -> SearchStrategy[RelatedBlock]:
    link = _objects({"title": lines(), "url": lines_or_empty()})
    label = st.one_of(st.sampled_from(("", "Related article", "Read more")), lines())
    related: SearchStrategy[RelatedBlock] = _block(
        "related", label=label, links=st.lists(link, min_size=1, max_size=3)
    )
    return related


@cache
def _bodies() -> SearchStrategy[list[Block]]:
    chunk = st.one_of(blocks().map(_alone), _item_runs())
    return st.lists(chunk, min_size=1, max_size=3).map(_joined)


def _alone(block: Block) -> list[Block]:
    return [block]


def _joined(chunks: list[list[Block]]) -> list[Block]:
    return list(chain.from_iterable(chunks))


def _item_runs() -> SearchStrategy[list[Block]]:
    """Return items that are at most one deeper than the one before, some as deep as possible."""
    numbers = st.one_of(
        st.integers(0, 12), st.sampled_from((0, _HIGHEST_NUMBER)), st.integers(0, _HIGHEST_NUMBER)
    )
    depths = st.sampled_from((_DEEPEST, 1, 2))
    item = _block("item", {"number": numbers, "depth": depths}, content=contents())
    stairs = st.integers(_DEEPEST + 2, _DEEPEST + 4).map(_stairs)
    lists = st.lists(item, min_size=1, max_size=4)
    return st.one_of(*[lists.filter(bool) for _ in range(6)], stairs).map(_limit_depths)


def _stairs(count: int) -> list[ItemBlock]:
    """Return so many short items, each as deep as it can be.

    They are drawn as one number, so that no budget cuts them off.
    """
    return [{"type": "item", "content": [_text("x")], "depth": _DEEPEST} for _ in range(count)]


def _limit_depths(items: list[ItemBlock]) -> list[Block]:
    """Return the items with each depth reduced to what the item before allows."""
    deepest = 0
    for item in items:
        depth = min(item.pop("depth", 0), deepest)
        if depth:
            item["depth"] = depth
        deepest = min(depth + 1, _DEEPEST)
    return [*items]
