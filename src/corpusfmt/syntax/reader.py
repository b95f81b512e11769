"""From block tokens to the document, and from a place in the document back to its place in the text."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from corpusfmt.syntax.dates import read_date
from corpusfmt.syntax.grammar import Token
from corpusfmt.syntax.inline import clean, plain_text, read_address, read_inline, read_string

VERSION = "1.0"
"""The version of the format that documents are written in."""

_QUOTE_MARK = re.compile(r"^[^\S\n]*+>[^\S\n]*+", re.MULTILINE)

MAX_DEPTH = 20
"""The depth beyond which an item is no deeper (the schema's bound)."""

Document = dict[str, Any]
Place = tuple[str, int, int]
"""A JSON pointer, and the offsets in characters of the token that said it."""


class Builder:
    """What the tokens have said so far: one method for each type of token."""

    def __init__(self) -> None:
        self.head: Document = {}
        self.head_places: list[Place] = []
        self.printed_dates: dict[str, str] = {}
        self.before_gap: list[Token] = []
        self.gap: Token | None = None
        self.credit: dict[str, str] = {}
        self.credit_tokens: list[Token] = []
        self.body: list[dict[str, Any]] = []
        self.body_tokens: list[Token] = []
        self.indents: list[int] = []
        self.url: str | None = None
        self.url_token: Token | None = None

    # ------------------------------------------------------------------------------------------------ the header

    def title(self, token: Token) -> None:
        parts = self._parts(token)
        self._say("title", read_string(parts.get("bold_title") or parts["title"]), token)

    def subtitle(self, token: Token) -> None:
        parts = self._parts(token)
        self._say("subtitle", read_string(parts.get("bold_subtitle") or parts["subtitle"]), token)

    def author_link(self, token: Token) -> None:
        parts = self._parts(token)
        self._author(read_string(parts["author_name"]), read_address(parts["author_url"]), token)

    def bare_link(self, token: Token) -> None:
        parts = self._parts(token)
        self._author(read_string(parts["bare_name"]), read_address(parts["bare_url"]), token)

    def author_name(self, token: Token) -> None:
        self._author(read_string(token), None, token)

    def date(self, token: Token) -> None:
        self._date("date", token)

    def updated(self, token: Token) -> None:
        self._date("updated", token)

    def _date(self, name: str, token: Token) -> None:
        printed = self._parts(token)[name]
        date = read_date(printed)
        if date is None:
            self.before_gap.append(token)
        else:
            self.printed_dates[name] = printed
            self._say(name, date, token)

    def put_day_first(self) -> None:
        """Read the dates again, now with the day first: the URL, which is last, decides which order holds."""
        for name, printed in self.printed_dates.items():
            self.head[name] = read_date(printed, True)

    def _author(self, name: str, url: str | None, token: Token) -> None:
        authors = self.head.setdefault("byline", [])
        self.head_places.append((f"/byline/{len(authors)}", *_span(token)))
        authors.append({"name": name} if url is None else {"name": name, "url": url})

    def _say(self, name: str, value: str, token: Token) -> None:
        self.head[name] = value
        self.head_places.append((f"/{name}", *_span(token)))

    # ------------------------------------------------------------------------------------------------ the credit

    def caption(self, token: Token) -> None:
        self._credit(token, caption=self._parts(token)["caption"])

    def credit_marked(self, token: Token) -> None:
        self._credit(token, credit=self._parts(token)["marked_credit"])

    def credit_plain(self, token: Token) -> None:
        self._credit(token, credit=self._parts(token)["credit"])

    def credit_headed(self, token: Token) -> None:
        self._credit(token, credit=self._parts(token)["headed_credit"])

    def credit_run_on(self, token: Token) -> None:
        parts = self._parts(token)
        self._credit(token, caption=parts["run_on_caption"], credit=parts["run_on_credit"])

    def credit_guessed(self, token: Token) -> None:
        self._credit(token, credit=self._parts(token)["guessed_credit"])

    def _credit(self, token: Token, **parts: str) -> None:
        target = self.body[-1] if self.body and self.body[-1]["type"] == "image" else self.credit
        target.update({name: read_string(value) for name, value in parts.items()})
        if target is self.credit:
            self.credit_tokens.append(token)
        else:
            self.body_tokens[-1] = self.body_tokens[-1].update(self.body_tokens[-1] + token)

    # ------------------------------------------------------------------------------------------------ blocks

    def the_gap(self, token: Token) -> None:
        self.gap = token

    def heading(self, token: Token) -> None:
        parts = self._parts(token)
        level = max(2, len(parts["heading_marks"]))
        self._block(token, {"type": "heading", "level": level, "content": read_inline(parts["heading"].strip())})

    def related(self, token: Token) -> None:
        parts = self._parts(token)
        label = parts.get("related_label", parts.get("related_word", ""))
        links = [
            {"title": plain_text(node["content"]), "url": node["url"]}
            for node in read_inline(parts["related_links"])
            if node["type"] == "link"
        ]
        self._block(token, {"type": "related", "label": read_string(label), "links": links})

    def item(self, token: Token) -> None:
        parts = self._parts(token)
        content = read_inline(parts["item"])
        if not content:
            self.paragraph(token)  # and what follows begins a list of its own
            return
        column = len(parts["item_indent"].expandtabs(4))
        while self.indents and column < self.indents[-1] + 2:
            self.indents.pop()
        depth = min(len(self.indents), MAX_DEPTH)
        block: dict[str, Any] = {"type": "item", "content": content}
        marker = parts["item_marker"]
        if marker == "—":
            block["marker"] = marker
            self._block(token, block)
            return
        if marker[0].isdigit():
            block["number"] = int(marker[:-1])
        if depth:
            block["depth"] = depth
        indents = [*self.indents, column]
        self._block(token, block)
        self.indents = indents

    def quote(self, token: Token) -> None:
        text = _QUOTE_MARK.sub("", self._parts(token)["quote"])
        self._block(token, {"type": "quote", "content": read_inline(text)})

    def image(self, token: Token) -> None:
        parts = self._parts(token)
        self._image(token, parts["image_alt"], parts["image_url"])

    def image_above(self, token: Token) -> None:
        parts = self._parts(token)
        self._image(token, parts["above_alt"], parts["above_url"])

    def _image(self, token: Token, alt: str, url: str) -> None:
        block = {"type": "image", "url": read_address(url)}
        described = read_string(alt)
        if described:
            block["alt"] = described
        self._block(token, block)

    def separator(self, token: Token) -> None:
        self._block(token, {"type": "separator"})

    def paragraph(self, token: Token) -> None:
        """Before anything else of the body, paragraphs wait for the gap, which makes them intro."""
        if self.gap is None and not self.body:
            self.before_gap.append(token)
            return
        self.indents = []
        content = read_inline(token)
        if content:
            self.body.append({"type": "paragraph", "content": content})
            self.body_tokens.append(token)

    def blank(self, _: Token) -> None:
        """Blank lines and the words between names say nothing."""

    def address(self, token: Token) -> None:
        parts = self._parts(token)
        written = next(iter(parts.values()))
        address = clean("".join(written.split()))
        if "bare_address" in parts:
            unescaped = read_string(address)
            address = address if set(unescaped) & set("<>") else unescaped
        self.url, self.url_token = address, token

    def _parts(self, token: Token) -> dict[str, str]:
        """The named groups of a token's terminal."""
        return {name: part for name, part in token.match.groupdict().items() if part is not None}

    def _block(self, token: Token, block: dict[str, Any]) -> None:
        """Add a block; one that shows nothing behind its marker is a paragraph, or nothing."""
        if not block.get("content", True):
            self.paragraph(token)
            return
        self.indents = []
        self.body.append(block)
        self.body_tokens.append(token)


def _span(token: Token) -> tuple[int, int]:
    """Where the token's visible text stands, in characters."""
    start = token.start_pos or 0
    return start + len(token) - len(token.lstrip()), start + len(token.rstrip())


_METHODS: dict[str, Callable[[Builder, Token], None]] = {
    "BLANK": Builder.blank,
    "TITLE": Builder.title,
    "SUBTITLE": Builder.subtitle,
    "BY": Builder.blank,
    "BARE_LINK": Builder.bare_link,
    "BARE_NAME": Builder.author_name,
    "AUTHOR_LINK": Builder.author_link,
    "AUTHOR_NAME": Builder.author_name,
    "JOIN": Builder.blank,
    "BYLINE_END": Builder.blank,
    "DATE": Builder.date,
    "UPDATED": Builder.updated,
    "GAP": Builder.the_gap,
    "CAPTION": Builder.caption,
    "CREDIT_MARKED": Builder.credit_marked,
    "CREDIT": Builder.credit_plain,
    "CREDIT_HEADED": Builder.credit_headed,
    "CREDIT_RUN_ON": Builder.credit_run_on,
    "CREDIT_GUESSED": Builder.credit_guessed,
    "HEADING": Builder.heading,
    "RELATED": Builder.related,
    "ITEM": Builder.item,
    "QUOTE": Builder.quote,
    "IMAGE": Builder.image,
    "IMAGE_ABOVE": Builder.image_above,
    "SEPARATOR": Builder.separator,
    "PARAGRAPH": Builder.paragraph,
    "URL": Builder.address,
}
