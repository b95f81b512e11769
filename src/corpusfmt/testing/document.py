"""Documents: every property, kind of block, kind of node and bound of the schema, drawn as JSON values."""

from __future__ import annotations

from functools import cache
from itertools import chain
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from corpusfmt.model.article import Article
from corpusfmt.testing.strings import article_addresses, dates, lines, lines_or_empty, runs

Document = dict[str, Any]
Node = dict[str, Any]
Parts = dict[str, SearchStrategy[Any]]

_DEEPEST = 20
_HIGHEST_NUMBER = 999_999_999
_LAST_LINE = 2**53 - 1


@cache
def articles() -> SearchStrategy[Article]:
    """Articles whose documents the schema accepts."""
    return documents().map(Article.from_document)


@cache
def documents() -> SearchStrategy[Document]:
    """Documents that the schema accepts, their dates in the calendar and their items no deeper than may be.

    They need not be in normal form: equal neighbours may be two nodes, and marks may have blanks at their edges.
    """
    required = {"corpusfmt": st.just("1.0"), "title": lines(), "body": _bodies()}
    return st.fixed_dictionaries(required, optional=_header()).map(_without_bare_caption)


def _header() -> Parts:
    author = st.fixed_dictionaries({"name": lines(4)}, optional={"url": lines_or_empty()})
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


def _sources() -> SearchStrategy[dict[str, Any]]:
    parts: Parts = {
        "path": runs(),
        "sha256": st.text("0123456789abcdef", min_size=64, max_size=64),
        "member": runs(),
        "line": st.one_of(st.sampled_from((1, _LAST_LINE)), st.integers(1, _LAST_LINE)),
    }
    return st.fixed_dictionaries({}, optional=parts).filter(bool)


def _without_bare_caption(part: dict[str, Any]) -> dict[str, Any]:
    """A caption never stands without a credit."""
    return {name: value for name, value in part.items() if name != "caption" or "credit" in part}


# ---------------------------------------------------------------------------------------------------- inline lists


@cache
def contents() -> SearchStrategy[list[Node]]:
    """Inline lists: text with and without marks, links, line breaks."""
    sentence = lines().map(lambda text: [_text(text)])
    return st.one_of(sentence, _visible(st.one_of(_texts(), _texts(), _links(), _breaks()), 5))


@cache
def line_contents() -> SearchStrategy[list[Node]]:
    """Inline lists without line breaks."""
    return _visible(st.one_of(_texts(), _links()), 3)


@cache
def _texts() -> SearchStrategy[Node]:
    flags = {"strong": st.just(True), "em": st.just(True)}
    marked = st.fixed_dictionaries({"type": st.just("text"), "text": runs(2)}, optional=flags)
    return st.one_of(runs().map(_text), marked)


@cache
def _links() -> SearchStrategy[Node]:
    said = st.builds(_link, lines_or_empty(), _visible(_texts(), 3))
    return st.one_of(said, article_addresses().map(lambda url: _link(url, [_text(url)])))


def _breaks() -> SearchStrategy[Node]:
    return st.builds(lambda: {"type": "break"})


def _text(text: str) -> Node:
    return {"type": "text", "text": text}


def _link(url: str, content: list[Node]) -> Node:
    return {"type": "link", "url": url, "content": content}


def _visible(nodes: SearchStrategy[Node], max_size: int) -> SearchStrategy[list[Node]]:
    """Lists of nodes that show something: a link, or a text that is not all blanks."""
    return st.lists(nodes, min_size=1, max_size=max_size).filter(lambda content: any(map(_shows, content)))


def _shows(node: Node) -> bool:
    return node["type"] == "link" or (node["type"] == "text" and not node["text"].isspace())


# ---------------------------------------------------------------------------------------------------- blocks


@cache
def blocks() -> SearchStrategy[Node]:
    """Blocks that stand alone: all but the items that make lists."""
    return st.one_of(
        _block("paragraph", content=contents()),
        _block("paragraph", content=contents()),
        _block("heading", level=st.integers(2, 6), content=line_contents()),
        _related(),
        _block("quote", content=contents()),
        _images(),
        _block("separator"),
        _block("item", marker=st.just("—"), content=contents()),
    )


def _block(kind: str, optional: Parts | None = None, **parts: SearchStrategy[Any]) -> SearchStrategy[Node]:
    required: Parts = {"type": st.just(kind), **parts}
    return st.fixed_dictionaries(required, optional=optional or {})


def _images() -> SearchStrategy[Node]:
    parts: Parts = {"alt": lines(), "caption": lines(), "credit": lines()}
    return _block("image", parts, url=lines_or_empty()).map(_without_bare_caption)


def _related() -> SearchStrategy[Node]:
    link = st.fixed_dictionaries({"title": lines(), "url": lines_or_empty()})
    label = st.one_of(st.sampled_from(("", "Related article", "Read more")), lines())
    return _block("related", label=label, links=st.lists(link, min_size=1, max_size=3))


@cache
def _bodies() -> SearchStrategy[list[Node]]:
    chunk = st.one_of(blocks().map(lambda block: [block]), _item_runs())
    return st.lists(chunk, min_size=1, max_size=3).map(lambda chunks: list(chain.from_iterable(chunks)))


def _item_runs() -> SearchStrategy[list[Node]]:
    """Lists: items each at most one deeper than the item before, in rare cases a flight of stairs to the bottom."""
    numbers = st.one_of(st.integers(0, 12), st.sampled_from((0, _HIGHEST_NUMBER)), st.integers(0, _HIGHEST_NUMBER))
    depths = st.sampled_from((_DEEPEST, 1, 2))
    item = _block("item", {"number": numbers, "depth": depths}, content=contents())
    stairs = st.integers(_DEEPEST + 2, _DEEPEST + 4).map(_stairs)
    lists = st.lists(item, min_size=1, max_size=4)
    return st.one_of(*[lists.filter(bool) for _ in range(6)], stairs).map(_climbed)


def _stairs(count: int) -> list[Node]:
    """So many short items, each as deep as it can be: drawn as one number, so that no budget cuts them off."""
    return [{"type": "item", "content": [_text("x")], "depth": _DEEPEST} for _ in range(count)]


def _climbed(items: list[Node]) -> list[Node]:
    """The items with each depth brought down to what may stand there."""
    deepest = 0
    for item in items:
        depth = min(item.pop("depth", 0), deepest)
        if depth:
            item["depth"] = depth
        deepest = min(depth + 1, _DEEPEST)
    return items
