"""What is known of a document while it is read, and how its parts are put together at the end."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from corpusfmt.model.document import (
    FIELDS,
    VERSION,
    Block,
    Document,
    HeadingBlock,
    Node,
    ParagraphBlock,
)
from corpusfmt.syntax.inline import read_inline
from corpusfmt.syntax.lexer import Token

Place = tuple[str, int, int]
"""A JSON pointer, and the span of what it names, in characters of the text."""


class DocumentParts:
    """The parts of a document, and the tokens that they were read from.

    ``before_gap`` are the tokens before the gap or the body that are not header fields: they become
    the intro, or paragraphs of the body. ``body_tokens`` has one token for each block of the body.
    """

    def __init__(self) -> None:
        self.gap: Token | None = None
        self.url_token: Token | None = None
        self.before_gap: list[Token] = []
        self.fields: Document = {"corpusfmt": VERSION}
        self.field_places: list[Place] = []
        self.credit: Document = {}
        self.credit_tokens: list[Token] = []
        self.body: list[Block] = []
        self.body_tokens: list[Token] = []
        self._intro_tokens: list[Token] = []

    def add_place(self, pointer: str, token: Token) -> None:
        """Add the place of a field of the header."""
        self.field_places.append((pointer, *token.visible_span()))

    def finish(self) -> Document:
        """Return the document once all tokens are taken.

        What is before the gap is intro; without a gap, or a body after it, it is body. A credit
        without anything before it, or a block after it, is a block.
        """
        before = self._visible_before_gap()
        self._place_credit(has_header=bool(self.field_places or before))
        if self.gap is not None and self.body:
            self._add_intro(before)
        else:
            self._prepend(before)
        self.fields["body"] = self.body
        fields = cast("dict[str, object]", self.fields)
        return cast("Document", {name: fields[name] for name in FIELDS if name in fields})

    def places(self) -> Iterator[Place]:
        """Yield the place of each field, author, intro paragraph and block of the document read."""
        yield from self.field_places
        authors = [place for place in self.field_places if place[0] == "/byline/0"]
        for _, start, end in authors:
            yield "/byline", start, end
        if self._intro_tokens:
            yield "/intro", *_span_of(self._intro_tokens)
        for index, token in enumerate(self._intro_tokens):
            yield f"/intro/{index}", *token.visible_span()
        if self.credit_tokens:
            for name in self.credit:
                yield f"/{name}", *_span_of(self.credit_tokens)
        for index, token in enumerate(self.body_tokens):
            yield f"/body/{index}", *token.visible_span()
        if self.url_token is not None:
            yield "/url", *self.url_token.visible_span()

    def _visible_before_gap(self) -> list[tuple[Token, list[Node]]]:
        contents = [(token, read_inline(token)) for token in self.before_gap]
        return [(token, content) for token, content in contents if content]

    def _place_credit(self, *, has_header: bool) -> None:
        if not self.credit:
            return
        if has_header and self.body:
            self.fields.update(self.credit)
            return
        self._insert_credit_block()
        self.credit_tokens = []

    def _add_intro(self, before: list[tuple[Token, list[Node]]]) -> None:
        if before:
            self.fields["intro"] = [content for _, content in before]
            self._intro_tokens = [token for token, _ in before]

    def _prepend(self, before: list[tuple[Token, list[Node]]]) -> None:
        """Put paragraphs first in the body."""
        self.body[:0] = [{"type": "paragraph", "content": content} for _, content in before]
        self.body_tokens[:0] = [token for token, _ in before]

    def _insert_credit_block(self) -> None:
        """Put the credit first in the body: a paragraph, or a heading if it is written as one."""
        text = "".join(self.credit_tokens).strip()
        block: ParagraphBlock | HeadingBlock = {"type": "paragraph", "content": read_inline(text)}
        first = self.credit_tokens[0]
        if first.type == "CREDIT_HEADED":
            heading = text.lstrip("#")
            level = max(2, len(text) - len(heading))
            block = {"type": "heading", "level": level, "content": read_inline(heading)}
        if block["content"]:
            self.body.insert(0, block)
            self.body_tokens.insert(0, first.update("".join(self.credit_tokens)))


def _span_of(tokens: list[Token]) -> tuple[int, int]:
    return tokens[0].visible_span()[0], tokens[-1].visible_span()[1]
