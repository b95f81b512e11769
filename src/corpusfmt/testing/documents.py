"""Documents: every property, kind of block, kind of node and bound of the schema, drawn as JSON values."""

from __future__ import annotations

from functools import cache
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from corpusfmt.article import Article
from corpusfmt.testing.strings import article_addresses, dates, lines, lines_or_empty, runs

Document = dict[str, Any]
Node = dict[str, Any]

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
    return st.fixed_dictionaries(required, optional=_OPTIONAL).map(_with_credit)


def _with_credit(document: Document) -> Document:
    """A caption never stands without a credit."""
    if "credit" not in document:
        document.pop("caption", None)
    return document


# ---------------------------------------------------------------------------------------------------- inline lists


@cache
def _text_nodes() -> SearchStrategy[Node]:
    flags = {"strong": st.just(True), "em": st.just(True)}
    marked = st.fixed_dictionaries({"type": st.just("text"), "text": runs(3)}, optional=flags)
    return st.one_of(st.builds(_text, runs()), marked)


def _text(text: str) -> Node:
    return {"type": "text", "text": text}


@cache
def _links() -> SearchStrategy[Node]:
    plain = st.builds(_link, lines_or_empty(), _visible(_text_nodes(), 3))
    return st.one_of(plain, article_addresses().map(lambda url: _link(url, [_text(url)])))


def _link(url: str, content: list[Node]) -> Node:
    return {"type": "link", "url": url, "content": content}


def _visible(nodes: SearchStrategy[Node], max_size: int) -> SearchStrategy[list[Node]]:
    """Lists of nodes that show something: a link, or a text that is not all blanks."""
    return st.lists(nodes, min_size=1, max_size=max_size).filter(lambda content: any(map(_shows, content)))


def _shows(node: Node) -> bool:
    return node["type"] == "link" or (node["type"] == "text" and not node["text"].isspace())


@cache
def contents() -> SearchStrategy[list[Node]]:
    """Inline lists: text with and without marks, links, line breaks."""
    sentence = lines().map(lambda text: [_text(text)])
    return st.one_of(sentence, _visible(st.one_of(_text_nodes(), _text_nodes(), _links(), _BREAKS), 4))


@cache
def line_contents() -> SearchStrategy[list[Node]]:
    """Inline lists without line breaks."""
    return _visible(st.one_of(_text_nodes(), _links()), 3)


_BREAKS: SearchStrategy[Node] = st.builds(lambda: {"type": "break"})

# ---------------------------------------------------------------------------------------------------- blocks


def _block(kind: str, *, optional: dict[str, SearchStrategy[Any]] | None = None, **parts: SearchStrategy[Any]) -> Any:
    return st.fixed_dictionaries({"type": st.just(kind), **parts}, optional=optional)


def _images() -> SearchStrategy[Node]:
    alone = _block("image", url=lines_or_empty(), optional={"alt": lines()})
    credited = {"alt": lines(), "caption": lines()}
    return st.one_of(alone, _block("image", url=lines_or_empty(), credit=lines(), optional=credited))


def _related() -> SearchStrategy[Node]:
    link = st.fixed_dictionaries({"title": lines(), "url": lines_or_empty()})
    label = st.one_of(st.sampled_from(("", "Related article", "Read more")), lines())
    return _block("related", label=label, links=st.lists(link, min_size=1, max_size=3))


@cache
def blocks() -> SearchStrategy[Node]:
    """Blocks that stand alone: all but list items."""
    return st.one_of(
        _block("paragraph", content=contents()),
        _block("heading", level=st.integers(2, 6), content=line_contents()),
        _related(),
        _block("quote", content=contents()),
        _images(),
        _block("separator"),
        _block("item", marker=st.just("—"), content=contents()),
    )


@st.composite
def _item_runs(draw: Callable[[SearchStrategy[Any]], Any]) -> list[Node]:
    """Lists: items each at most one deeper than the item before, in rare cases a flight of stairs to the bottom."""
    steep = draw(st.integers(0, 9)) == 9
    items: list[Node] = []
    for _ in range(draw(st.integers(1, 4)) + (_DEEPEST + 1) * steep):
        deepest = items[-1].get("depth", 0) + 1 if items else 0
        depth = min(deepest, _DEEPEST) if steep else draw(st.integers(0, min(deepest, _DEEPEST)))
        items.append({"type": "item", "content": [_text("x")] if steep else draw(contents())})
        items[-1] |= {"depth": depth} if depth else {}
        items[-1] |= {"number": draw(_NUMBERS)} if draw(st.booleans()) else {}
    return items


_NUMBERS = st.one_of(st.integers(0, 12), st.sampled_from((0, _HIGHEST_NUMBER)), st.integers(0, _HIGHEST_NUMBER))


@cache
def _bodies() -> SearchStrategy[list[Node]]:
    chunk = st.one_of(blocks().map(lambda block: [block]), _item_runs())
    return st.lists(chunk, min_size=1, max_size=3).map(lambda chunks: sum(chunks, []))


# ---------------------------------------------------------------------------------------------------- the header

_AUTHOR = st.fixed_dictionaries({"name": lines(4)}, optional={"url": lines_or_empty()})
_SOURCE = st.fixed_dictionaries(
    {},
    optional={
        "path": runs(3),
        "sha256": st.text("0123456789abcdef", min_size=64, max_size=64),
        "member": runs(3),
        "line": st.one_of(st.sampled_from((1, _LAST_LINE)), st.integers(1, _LAST_LINE)),
    },
).filter(bool)
_OPTIONAL: dict[str, SearchStrategy[Any]] = {
    "subtitle": lines(),
    "byline": st.lists(_AUTHOR, min_size=1, max_size=3),
    "date": dates(),
    "updated": dates(),
    "intro": st.lists(contents(), min_size=1, max_size=2),
    "caption": lines(),
    "credit": lines(),
    "url": article_addresses(),
    "source": _SOURCE,
}
