"""TODO."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from corpusfmt.syntax.date_order import NO_ORDERS, DateOrders
from corpusfmt.syntax.grammar import Token, block_tokens, is_readable, prepare
from corpusfmt.syntax.inline import read_inline
from corpusfmt.syntax.parse_progress import LARGE, pulse
from corpusfmt.syntax.reader import _METHODS, VERSION, Builder, Document, Place, _span


class Reading:
    """A text as it was read: its document, and where in the text each part of it stands.

    The document satisfies the schema but for a title that the text lacks, and a body that it lacks. ``date_order`` is
    what ``orders`` has for the host of the article's own URL.
    """

    def __init__(self, text: str, orders: DateOrders = NO_ORDERS) -> None:
        self.text = text
        self.orders = orders
        self.is_readable = is_readable(text)
        self.prepared = prepare(text, is_readable=self.is_readable)
        self.tokens = block_tokens(self.prepared)
        self._builder = builder = Builder()
        take = _METHODS
        tokens = iter(self.tokens)
        for token in tokens if len(text) < LARGE else pulse.through("building", tokens, len(text)):
            take[token.type](builder, token)
        self.date_order = orders.of(builder.url)
        if self.date_order == "day-first":
            builder.put_day_first()
        self.document = _document(builder)

    def __reduce__(self) -> tuple[type[Reading], tuple[str, DateOrders]]:
        # Tokens hold regex matches, which cannot be pickled: a copy reads the text again.
        return Reading, (self.text, self.orders)

    def read(self, text: str) -> Document:
        """The document of another text, such as this one with a fix made, its dates read by the same orders."""
        return read_document(text, self.orders)

    @property
    def gap(self) -> Token | None:
        """The gap, if the text has one."""
        return self._builder.gap

    @property
    def url_token(self) -> Token | None:
        """The token of the article's own address, if it has one."""
        return self._builder.url_token

    @property
    def before_gap(self) -> list[Token]:
        """The tokens of what stands before the gap, or the body, and is no part of the header but of the intro."""
        return self._builder.before_gap

    @property
    def body_tokens(self) -> list[Token]:
        """The token of each block of the body, in order."""
        return self._builder.body_tokens

    def span(self, token: Token) -> tuple[int, int]:
        """Where the visible text of a token stands, start and end in characters."""
        return _span(token)

    def part(self, token: Token, name: str) -> str:
        """A named part of a token, as it stands in the text; empty where it has none."""
        return self._builder._parts(token).get(name, "")

    def places(self) -> dict[str, tuple[int, int]]:
        """The parts of the document that stand in the text: JSON pointer to start and end, in characters."""
        return {pointer: (start, end) for pointer, start, end in _places(self._builder, self.document)}


def read_document(text: str, orders: DateOrders = NO_ORDERS) -> Document:
    """The document of a text. Any text has one; see Reading. Linear in the length of the text."""
    return Reading(text, orders).document


def _document(builder: Builder) -> Document:
    """Put the parts in order. What stood before the gap is intro; without a gap, or a body after it, it is body."""
    head = builder.head
    before = [(token, content) for token in builder.before_gap if (content := read_inline(token))]
    has_credit = bool(builder.credit) and bool(builder.body) and bool(head or before)
    if builder.credit and not has_credit:
        _as_block(builder, builder.credit_tokens)
    document: Document = {"corpusfmt": VERSION}
    document |= {name: head[name] for name in ("title", "subtitle", "byline", "date", "updated") if name in head}
    if before and builder.gap is not None and builder.body:
        document["intro"] = [content for _, content in before]
    elif before:
        builder.body[:0] = [{"type": "paragraph", "content": content} for _, content in before]
        builder.body_tokens[:0] = [token for token, _ in before]
    if has_credit:
        document |= builder.credit
    document["body"] = builder.body
    if builder.url is not None:
        document["url"] = builder.url
    return document


def _as_block(builder: Builder, tokens: list[Token]) -> None:
    """A credit with nothing before it, or no block after it, is a paragraph, or a heading if it is written as one."""
    text = "".join(tokens).strip()
    block: dict[str, Any] = {"type": "paragraph", "content": read_inline(text)}
    if tokens[0].type == "CREDIT_HEADED":
        heading = text.lstrip("#")
        level = max(2, len(text) - len(heading))
        block = {"type": "heading", "level": level, "content": read_inline(heading)}
    if block["content"]:
        builder.body.insert(0, block)
        builder.body_tokens.insert(0, tokens[0].update("".join(tokens)))


def _places(builder: Builder, document: Document) -> Iterable[Place]:
    yield from builder.head_places
    if builder.head.get("byline"):
        first = next(place for place in builder.head_places if place[0] == "/byline/0")
        yield "/byline", first[1], first[2]
    if "intro" in document:
        tokens = [token for token in builder.before_gap if read_inline(token)]
        yield "/intro", _span(tokens[0])[0], _span(tokens[-1])[1]
        for index, token in enumerate(tokens):
            yield f"/intro/{index}", *_span(token)
    for name in ("caption", "credit"):
        if name in document:
            yield f"/{name}", _span(builder.credit_tokens[0])[0], _span(builder.credit_tokens[-1])[1]
    for index, token in enumerate(builder.body_tokens):
        yield f"/body/{index}", *_span(token)
    if builder.url_token is not None:
        yield "/url", *_span(builder.url_token)
