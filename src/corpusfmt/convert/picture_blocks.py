"""The captions and credits of the pictures of a page, in the document that is made of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from corpusfmt.convert.html_facts import letters_of
from corpusfmt.syntax.inline import plain_text
from corpusfmt.text.named_tuples import NamedTuple

if TYPE_CHECKING:
    from corpusfmt.convert.html_captions import Caption
    from corpusfmt.convert.html_pictures import Outline, Picture
    from corpusfmt.model.document import Block

_LONG = 60
"""The fewest letters and digits of a paragraph that surely is one of the article."""

_SHOWN_AS = ("heading", "paragraph")
_MOST_BLOCKS = 4
"""How many blocks a caption can be divided into."""


class PictureBlocks(NamedTuple):
    """The blocks of a page, the caption of its lead picture, and captions that are not kept."""

    blocks: list[Block]
    lead: Caption | None
    unkept: list[str]


def with_captions(
    blocks: list[Block], outline: Outline, title: str, line: Callable[[str], str]
) -> PictureBlocks:
    """Return the blocks of a page with the captions and credits of their pictures.

    The lead picture, between the title and the text, is not one of the blocks if it has a credit.
    Blocks that the page shows as the caption or credit of such a picture are removed. ``line``
    returns a text without what no document can hold.
    """
    if not outline.pictures:
        return PictureBlocks(blocks, None, [])
    text = _first_text(blocks, outline)
    lead = outline.find_lead(title, text)
    if lead is None or not lead.caption.credit:
        found = _Blocks(blocks, outline, lead, line)
        unkept = [] if lead is None else found.find_lost(lead.caption)
        return PictureBlocks(found.kept, None, unkept + found.unkept)
    found = _Blocks(_without_shown(blocks, lead.caption, text), outline, lead, line)
    return PictureBlocks(found.kept, lead.caption, found.unkept)


class _Blocks:
    """The blocks of a page that are kept, with captions and credits."""

    def __init__(
        self,
        blocks: list[Block],
        outline: Outline,
        lead: Picture | None,
        line: Callable[[str], str],
    ) -> None:
        self.kept: list[Block] = []
        self.unkept: list[str] = []
        self._line = line
        self._blocks = blocks
        self._letters = [*map(_letters, blocks)]
        at = 0
        while at < len(blocks):
            block = blocks[at]
            at += 1
            picture = outline.find(block["url"]) if block["type"] == "image" else None
            if picture is not None and picture.caption.credit:
                at = self._after_shown(at, picture.caption)
                if picture is not lead:
                    self._add(block, picture.caption)
            else:
                self.kept.append(block)
                if picture is not None and picture is not lead:
                    self.unkept += self.find_lost(picture.caption)

    def _add(self, block: Block, caption: Caption) -> None:
        assert block["type"] == "image"
        credit, text = self._line(caption.credit), self._line(caption.caption)
        if credit:
            block["credit"] = credit
            if text:
                block["caption"] = text
        self.kept.append(block)

    def _after_shown(self, at: int, caption: Caption) -> int:
        """Return where the blocks end that have all of a caption or a credit, and only that."""
        letters, end = "", at
        for place in range(at, min(at + _MOST_BLOCKS, len(self._letters))):
            if self._blocks[place]["type"] not in _SHOWN_AS:
                break
            letters += self._letters[place]
            if letters in caption.shown:
                end = place + 1
        return end

    def find_lost(self, caption: Caption) -> list[str]:
        """Return a caption if no block has it, as text or as the alternative of a picture."""
        letters = letters_of(caption.caption)
        is_lost = bool(letters) and not any(letters in one for one in self._letters)
        return [caption.caption] if is_lost else []


def _first_text(blocks: list[Block], outline: Outline) -> str:
    """Return the first long paragraph that is not the caption of a picture."""
    shown: set[str] = set()
    for picture in outline.pictures:
        shown |= picture.caption.shown
    others: list[str] = []
    for block in blocks:
        if block["type"] in ("paragraph", "item"):
            text = _text(block)
            letters = letters_of(text)
            if letters not in shown:
                others.append(text)
                if len(letters) >= _LONG:
                    return text
    return max(others, key=len, default="")


def _without_shown(blocks: list[Block], caption: Caption, text: str) -> list[Block]:
    """Return blocks without those above a text that have the caption or the credit."""
    kept: list[Block] = []
    for index, block in enumerate(blocks):
        written = _text(block)
        if written and written == text:
            return kept + blocks[index:]
        is_shown = block["type"] in _SHOWN_AS and letters_of(written) in caption.shown
        if not is_shown:
            kept.append(block)
    return kept


def _text(block: Block) -> str:
    return plain_text(block["content"]) if "content" in block else ""


def _letters(block: Block) -> str:
    """Return the letters and digits of a block; of an image, those of its alternative text."""
    if block["type"] == "image":
        return letters_of(block.get("alt", ""))
    return letters_of(_text(block))
