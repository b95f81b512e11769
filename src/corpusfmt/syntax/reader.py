"""Read block tokens into a document: one handler for each type of token."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from corpusfmt.syntax.inline import plain_text, read_inline, read_string, read_url
from corpusfmt.syntax.lexer import Token
from corpusfmt.syntax.normal_form import clean
from corpusfmt.syntax.parts import DocumentParts, ends_in_blank_line
from corpusfmt.text.annotations import TYPE_CHECKING
from corpusfmt.text.patterns import regex

if TYPE_CHECKING:
    from typing import ClassVar

    from corpusfmt.model.document import (
        Block,
        Document,
        HeadingBlock,
        ImageBlock,
        ItemBlock,
        QuoteBlock,
        RelatedEntry,
    )

MAX_DEPTH = 20
"""The depth at which an item can be no deeper (the schema's bound)."""

_QUOTE_MARK = regex(r"^[^\S\n]*+>[^\S\n]*+", re.MULTILINE)


class Reader(DocumentParts):
    """Reads tokens: one handler for each type of token."""

    def __init__(self) -> None:
        super().__init__()
        self._indents: list[int] = []
        self._above: Token | None = None

    def take(self, tokens: Iterable[Token]) -> None:
        """Take the tokens of a text, all of them; then ``finish`` returns the document."""
        handlers = self._HANDLERS
        for token in tokens:
            handlers[token.type](self, token)
            self._above = token

    # The header

    def _take_title(self, token: Token) -> None:
        groups = token.groups()
        self.fields["title"] = read_string(groups.get("bold_title") or groups["title"])
        self.add_place("/title", token)

    def _take_subtitle(self, token: Token) -> None:
        groups = token.groups()
        self.fields["subtitle"] = read_string(groups.get("bold_subtitle") or groups["subtitle"])
        self.add_place("/subtitle", token)

    def _take_header_line(self, token: Token) -> None:
        self.header_tokens.append(token)

    def _take_gap(self, token: Token) -> None:
        self.gap = token

    # The credit

    def _take_caption(self, token: Token) -> None:
        self._add_credit(token, caption=token.groups()["caption"])

    def _take_credit(self, token: Token) -> None:
        self._add_credit(token, credit=token.groups()["marked_credit"])

    def _take_credit_line(self, token: Token) -> None:
        self.credit_line = token  # only the rest of the text decides whether it is a credit

    def _add_credit(
        self, token: Token, *, caption: str | None = None, credit: str | None = None
    ) -> None:
        """Add to the credit of the picture that is the last block, or of the lead picture."""
        target: ImageBlock | Document = self.credit
        last = self.body[-1] if self.body else None
        if last is not None and last["type"] == "image":
            target = last
            self.body_tokens[-1] = self.body_tokens[-1].update(self.body_tokens[-1] + token)
        else:
            self.credit_tokens.append(token)
        if caption is not None:
            target["caption"] = read_string(caption)
        if credit is not None:
            target["credit"] = read_string(credit)

    # The body

    def _take_heading(self, token: Token) -> None:
        groups = token.groups()
        content = read_inline(groups["heading"].strip())
        level = max(2, len(groups["heading_marks"]))
        self._add_content(token, {"type": "heading", "level": level, "content": content})

    def _take_related(self, token: Token) -> None:
        groups = token.groups()
        labels = map(groups.get, ("related_label", "related_underlined", "related_word"))
        label = next(filter(None, labels), "")
        links: list[RelatedEntry] = []
        for node in read_inline(groups["related_links"]):
            if node["type"] == "link":
                links.append({"title": plain_text(node["content"]), "url": node["url"]})
        self._add_block(token, {"type": "related", "label": read_string(label), "links": links})

    def _take_item(self, token: Token) -> None:
        groups = token.groups()
        block: ItemBlock = {"type": "item", "content": read_inline(groups["item"])}
        marker = groups["item_marker"]
        if not block["content"]:
            self._take_paragraph(token)  # and what follows begins another list
        else:
            self._add_list_item(token, block, marker, len(groups["item_indent"].expandtabs(4)))

    def _add_list_item(self, token: Token, block: ItemBlock, marker: str, column: int) -> None:
        """Add an item below the nearest preceding one that is indented two columns less or more."""
        indents = self._indents
        while indents and column < indents[-1] + 2:
            indents.pop()
        depth = min(len(indents), MAX_DEPTH)
        if marker[0].isdigit():
            block["number"] = int(marker[:-1])
        if depth:
            block["depth"] = depth
        elif marker == "-" and (self._above is None or ends_in_blank_line(self._above)):
            self.hyphened.append(len(self.body))
        self._add_block(token, block)
        self._indents = [*indents, column]

    def _take_quote(self, token: Token) -> None:
        text = _QUOTE_MARK.sub("", token.groups()["quote"])
        self._add_content(token, {"type": "quote", "content": read_inline(text)})

    def _take_image(self, token: Token) -> None:
        groups = token.groups()
        self._add_image(token, groups["image_alt"], groups["image_url"])

    def _take_image_above(self, token: Token) -> None:
        groups = token.groups()
        self._add_image(token, groups["above_alt"], groups["above_url"])

    def _add_image(self, token: Token, alt: str, url: str) -> None:
        block: ImageBlock = {"type": "image", "url": read_url(url)}
        alt = read_string(alt)
        if alt:
            block["alt"] = alt
        self._add_block(token, block)

    def _take_separator(self, token: Token) -> None:
        self._add_block(token, {"type": "separator"})

    def _take_paragraph(self, token: Token) -> None:
        if self.gap is None and not self.body:
            self.header_tokens.append(token)  # only the rest of the text decides what it is
            return
        self._indents = []
        content = read_inline(token)
        if content:
            self.body.append({"type": "paragraph", "content": content})
            self.body_tokens.append(token)

    def _add_content(self, token: Token, block: HeadingBlock | QuoteBlock) -> None:
        """Add a block; one that shows nothing after its marker is a paragraph, or nothing."""
        if block["content"]:
            self._add_block(token, block)
        else:
            self._take_paragraph(token)

    def _add_block(self, token: Token, block: Block) -> None:
        self._indents = []
        self.body.append(block)
        self.body_tokens.append(token)

    def _take_url(self, token: Token) -> None:
        groups = token.groups()
        written = next(iter(groups.values()))
        url = clean("".join(written.split()))
        if "address" not in groups:
            resolved = read_string(url)
            url = url if set(resolved) & set("<>") else resolved
        self.fields["url"] = url
        self.url_token = token

    def _skip(self, _: Token) -> None:
        """Ignore blank lines."""

    _HANDLERS: ClassVar[dict[str, Callable[[Reader, Token], None]]] = {
        "BLANK": _skip,
        "TITLE": _take_title,
        "SUBTITLE": _take_subtitle,
        "HEADER_LINE": _take_header_line,
        "GAP": _take_gap,
        "CAPTION": _take_caption,
        "CREDIT_MARKED": _take_credit,
        "CREDIT_LINE": _take_credit_line,
        "CREDIT_HEADED": _take_credit_line,
        "HEADING": _take_heading,
        "RELATED": _take_related,
        "ITEM": _take_item,
        "QUOTE": _take_quote,
        "IMAGE": _take_image,
        "IMAGE_ABOVE": _take_image_above,
        "SEPARATOR": _take_separator,
        "PARAGRAPH": _take_paragraph,
        "URL": _take_url,
    }
