"""Read block tokens into a document: one handler for each type of token."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import ClassVar, Literal

from corpusfmt.model.document import (
    AuthorEntry,
    Block,
    Document,
    HeadingBlock,
    ImageBlock,
    ItemBlock,
    QuoteBlock,
    RelatedEntry,
)
from corpusfmt.syntax.dates import read_date
from corpusfmt.syntax.inline import plain_text, read_inline, read_string, read_url
from corpusfmt.syntax.lexer import Token
from corpusfmt.syntax.normal_form import clean
from corpusfmt.syntax.parts import DocumentParts

MAX_DEPTH = 20
"""The depth at which an item can be no deeper (the schema's bound)."""

_DateField = Literal["date", "updated"]

_QUOTE_MARK = re.compile(r"^[^\S\n]*+>[^\S\n]*+", re.MULTILINE)

_CREDIT_GROUPS = {
    "CREDIT_MARKED": "marked_credit",
    "CREDIT": "credit",
    "CREDIT_HEADED": "headed_credit",
    "CREDIT_GUESSED": "guessed_credit",
}
"""The group of a token that holds the credit."""


class Reader(DocumentParts):
    """Reads tokens: one handler for each type of token."""

    def __init__(self) -> None:
        super().__init__()
        self._indents: list[int] = []
        self._printed_dates: dict[_DateField, str] = {}

    def take(self, tokens: Iterable[Token]) -> None:
        """Take the tokens of a text, all of them; then ``finish`` returns the document."""
        handlers = self._HANDLERS
        for token in tokens:
            handlers[token.type](self, token)

    def read_day_first(self) -> None:
        """Read the dates again with the day first.

        The URL of the article decides which order holds, and is the last token.
        """
        for name, printed in self._printed_dates.items():
            date = read_date(printed, day_first=True)
            if date is not None:
                self.fields[name] = date

    # The header

    def _take_title(self, token: Token) -> None:
        groups = token.groups()
        self.fields["title"] = read_string(groups.get("bold_title") or groups["title"])
        self.add_place("/title", token)

    def _take_subtitle(self, token: Token) -> None:
        groups = token.groups()
        self.fields["subtitle"] = read_string(groups.get("bold_subtitle") or groups["subtitle"])
        self.add_place("/subtitle", token)

    def _take_author_link(self, token: Token) -> None:
        groups = token.groups()
        self._add_author(token, groups["author_name"], groups["author_url"])

    def _take_bare_link(self, token: Token) -> None:
        groups = token.groups()
        self._add_author(token, groups["bare_name"], groups["bare_url"])

    def _take_author_name(self, token: Token) -> None:
        self._add_author(token, token)

    def _add_author(self, token: Token, name: str, url: str | None = None) -> None:
        author: AuthorEntry = {"name": read_string(name)}
        if url is not None:
            author["url"] = read_url(url)
        authors = self.fields.setdefault("byline", [])
        self.add_place(f"/byline/{len(authors)}", token)
        authors.append(author)

    def _take_date(self, token: Token) -> None:
        self._add_date("date", token)

    def _take_updated(self, token: Token) -> None:
        self._add_date("updated", token)

    def _add_date(self, name: _DateField, token: Token) -> None:
        """Add a date; what has the form of one and is not in the calendar is text."""
        printed = token.groups()[name]
        date = read_date(printed)
        if date is None:
            self.before_gap.append(token)
            return
        self._printed_dates[name] = printed
        self.fields[name] = date
        self.add_place(f"/{name}", token)

    def _take_gap(self, token: Token) -> None:
        self.gap = token

    # The credit

    def _take_caption(self, token: Token) -> None:
        self._add_credit(token, caption=token.groups()["caption"])

    def _take_credit(self, token: Token) -> None:
        self._add_credit(token, credit=token.groups()[_CREDIT_GROUPS[token.type]])

    def _take_credit_run_on(self, token: Token) -> None:
        groups = token.groups()
        self._add_credit(token, caption=groups["run_on_caption"], credit=groups["run_on_credit"])

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
        label = groups.get("related_label", groups.get("related_word", ""))
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
        elif marker == "—":
            block["marker"] = marker
            self._add_block(token, block)
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
        if (
            self.gap is None and not self.body
        ):  # only the rest of the text decides whether it is intro
            self.before_gap.append(token)
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
        if "bare_address" in groups:
            resolved = read_string(url)
            url = url if set(resolved) & set("<>") else resolved
        self.fields["url"] = url
        self.url_token = token

    def _skip(self, _: Token) -> None:
        """Ignore blank lines and the words between names."""

    _HANDLERS: ClassVar[dict[str, Callable[[Reader, Token], None]]] = {
        "BLANK": _skip,
        "TITLE": _take_title,
        "SUBTITLE": _take_subtitle,
        "BY": _skip,
        "BARE_LINK": _take_bare_link,
        "BARE_NAME": _take_author_name,
        "AUTHOR_LINK": _take_author_link,
        "AUTHOR_NAME": _take_author_name,
        "JOIN": _skip,
        "BYLINE_END": _skip,
        "DATE": _take_date,
        "UPDATED": _take_updated,
        "GAP": _take_gap,
        "CAPTION": _take_caption,
        "CREDIT_MARKED": _take_credit,
        "CREDIT": _take_credit,
        "CREDIT_HEADED": _take_credit,
        "CREDIT_RUN_ON": _take_credit_run_on,
        "CREDIT_GUESSED": _take_credit,
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
