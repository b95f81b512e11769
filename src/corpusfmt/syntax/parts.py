"""What is known of a document while it is read, and how its parts are put together at the end."""

from __future__ import annotations

from collections.abc import Iterator

from corpusfmt.model.fields import FIELDS, VERSION
from corpusfmt.syntax.credit import Around, CreditLine, find_credit, find_headed_credit
from corpusfmt.syntax.dialogue import find_dialogue
from corpusfmt.syntax.header import HeaderResult, read_header
from corpusfmt.syntax.header_tokens import is_headed
from corpusfmt.syntax.inline import read_inline, read_string
from corpusfmt.syntax.lexer import Token
from corpusfmt.text.annotations import TYPE_CHECKING, cast
from corpusfmt.text.patterns import regex

if TYPE_CHECKING:
    from typing import Literal

    from corpusfmt.model.document import Block, Document, HeadingBlock, Node, ParagraphBlock

Place = tuple[str, int, int]
"""A JSON pointer, and the span of what it names, in characters of the text."""


_INDENTED_LINE = regex(r"\n[^\S\n]+\S")


class DocumentParts:
    """The parts of a document, and the tokens that they were read from.

    ``header_tokens`` are those before the gap or the body, but for the title and the subtitle;
    ``header`` is what they are, once the document is finished. ``body_tokens`` has one token for
    each block of the body, ``hyphened`` the number of each block that is an item with a hyphen in
    the outermost list, below a blank line or at the start.
    """

    def __init__(self) -> None:
        self.gap: Token | None = None
        self.url_token: Token | None = None
        self.header_tokens: list[Token] = []
        self.header = HeaderResult()
        self.fields: Document = {"corpusfmt": VERSION}
        self.field_places: list[Place] = []
        self.credit: Document = {}
        self.credit_tokens: list[Token] = []
        self.credit_line: Token | None = None
        self.found_credit: CreditLine | None = None
        self.body: list[Block] = []
        self.body_tokens: list[Token] = []
        self.hyphened: list[int] = []
        self._intro_tokens: list[Token] = []
        self._headed = 0

    def add_place(self, pointer: str, token: Token) -> None:
        """Add the place of a field of the header."""
        self.field_places.append((pointer, *token.visible_span()))

    def finish(self, *, day_first: bool | None = None) -> Document:
        """Return the document once all tokens are taken.

        Lines of the header that are neither a byline nor a date are intro: those above one, and
        with a gap and a body after it those below as well. The others are paragraphs of the body.
        A credit without anything before it, or a block after it, is a block.
        """
        if self.hyphened:
            self._read_dialogue()
        self.header = read_header(
            self.header_tokens, day_first=day_first, url=self.fields.get("url")
        )
        self._add_header_fields()
        foreign, headed = self._part_at_heading()
        above = _visible(foreign[: self.header.foreign_above])
        below = _visible(foreign[self.header.foreign_above :])
        for token in reversed(headed):
            self._prepend_block(token)
        self._place_credit(has_header=bool(self.field_places or above or below))
        if self.gap is not None and self.body:
            above, below = [*above, *below], []
        self._prepend(below)
        if self.body:
            self._add_intro(above)
        else:
            self._prepend(above)
        self.fields["body"] = self.body
        fields = cast("dict[str, object]", self.fields)
        return cast("Document", {name: fields[name] for name in FIELDS if name in fields})

    def _read_dialogue(self) -> None:
        """Make paragraphs of the items that are dialogue, with their hyphens."""
        last = len(self.body) - 1
        apart: set[int] = set()
        for number in self.hyphened:
            token = self.body_tokens[number]
            if number < last and not ends_in_blank_line(token):
                continue
            if _INDENTED_LINE.search(token) is None:
                apart.add(number)
        for number in find_dialogue(self.body, apart):
            content = read_inline(self.body_tokens[number])
            self.body[number] = {"type": "paragraph", "content": content}

    def _part_at_heading(self) -> tuple[list[Token], list[Token]]:
        """Return the foreign lines of the header, and those from the first heading on."""
        foreign = self.header.foreign
        for index, token in enumerate(foreign):
            if is_headed(token):
                return foreign[:index], foreign[index:]
        return foreign, []

    def _prepend_block(self, token: Token) -> None:
        """Put a foreign line first in the body: a paragraph, or a heading."""
        text = token.strip()
        block: ParagraphBlock | HeadingBlock = {"type": "paragraph", "content": read_inline(text)}
        if is_headed(token):
            heading = text.lstrip("#")
            level = max(2, len(text) - len(heading))
            block = {"type": "heading", "level": level, "content": read_inline(heading.strip())}
        if block["content"]:
            self.body.insert(0, block)
            self.body_tokens.insert(0, token)
            self._headed += 1

    def _add_header_fields(self) -> None:
        header = self.header
        if header.authors:
            self.fields["byline"] = header.authors
        for index, span in enumerate(header.author_spans):
            self.field_places.append((f"/byline/{index}", *span))
        for date in header.dates:
            name: Literal["date", "updated"] = "date" if date.name == "date" else "updated"
            self.fields[name] = date.value
            self.field_places.append((f"/{name}", *date.span))

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

    def _place_credit(self, *, has_header: bool) -> None:
        if self.credit_line is not None:
            self._decide_credit(self.credit_line, has_header=has_header)
        elif self.credit and has_header and self.body:
            self.fields.update(self.credit)
        elif self.credit:
            self._insert_credit_block(self.credit_tokens)
            self.credit_tokens = []

    def _decide_credit(self, token: Token, *, has_header: bool) -> None:
        """Read the line after the gap as a credit, or as the first block of the body."""
        if has_header and self.body:
            self.found_credit = self._find_credit(token)
        found = self.found_credit
        if found is None or found.grade == "possible":
            self._insert_credit_block([token])
            return
        if found.caption is not None:
            self.fields["caption"] = found.caption
            self.credit["caption"] = found.caption
        self.fields["credit"] = self.credit["credit"] = found.credit
        self.credit_tokens = [token]

    def _find_credit(self, token: Token) -> CreditLine | None:
        groups = token.groups()
        around = Around(self.fields, self.body)
        if token.type == "CREDIT_HEADED":
            return find_headed_credit(read_string(groups["headed_credit"]), around)
        return find_credit(read_string(groups["credit_line"]), around)

    def _add_intro(self, before: list[tuple[Token, list[Node]]]) -> None:
        if before:
            self.fields["intro"] = [content for _, content in before]
            self._intro_tokens = [token for token, _ in before]

    def _prepend(self, before: list[tuple[Token, list[Node]]]) -> None:
        """Put paragraphs first in the body."""
        self.body[:0] = [{"type": "paragraph", "content": content} for _, content in before]
        self.body_tokens[:0] = [token for token, _ in before]

    def _insert_credit_block(self, tokens: list[Token]) -> None:
        """Put what is not a credit first in the body: a paragraph, or a heading."""
        text = "".join(tokens).strip()
        block: ParagraphBlock | HeadingBlock = {"type": "paragraph", "content": read_inline(text)}
        first = tokens[0]
        if first.type == "CREDIT_HEADED":
            heading = text.lstrip("#")
            level = max(2, len(text) - len(heading))
            block = {"type": "heading", "level": level, "content": read_inline(heading)}
        if block["content"]:
            self.body.insert(self._headed, block)
            self.body_tokens.insert(self._headed, first.update("".join(tokens)))


def _visible(tokens: list[Token]) -> list[tuple[Token, list[Node]]]:
    contents = [(token, read_inline(token)) for token in tokens]
    return [(token, content) for token, content in contents if content]


def ends_in_blank_line(token: Token) -> bool:
    """Return whether the last line of a token is blank."""
    visible = len(token.rstrip())
    return not visible or token.count("\n", visible) > 1


def _span_of(tokens: list[Token]) -> tuple[int, int]:
    return tokens[0].visible_span()[0], tokens[-1].visible_span()[1]
