"""Write the body: the credit of the lead picture, the blocks and the URL of the article."""

from __future__ import annotations

from collections.abc import Sequence

from corpusfmt.syntax.credit import Around
from corpusfmt.syntax.dialogue import find_dialogue, outermost
from corpusfmt.syntax.run_on_url import escape_run_on_url
from corpusfmt.syntax.writer.blocks import (
    write_block,
    write_credit,
    write_heading,
    write_item,
    write_own_url,
    write_paragraph,
)
from corpusfmt.syntax.writer.guards import (
    guard_header,
    may_be_credit,
    may_be_credit_heading,
)
from corpusfmt.syntax.writer.unmarked import write_unmarked
from corpusfmt.text.annotations import TYPE_CHECKING

if TYPE_CHECKING:
    from corpusfmt.model.document import Block, Document

HEADER_FIELDS = ("title", "subtitle", "byline", "date", "updated", "intro")
"""The fields that are before the gap, which is written if a document has one of them."""


def write_body(
    document: Document, *, after_gap: bool, plain: Sequence[str] | None = None
) -> list[str]:
    """Return the blocks of the body; ``after_gap`` is whether the document has a header.

    ``plain`` is that of ``write_document``.
    """
    blocks = document.get("body", [])
    written = write_unmarked(blocks) if plain is None else list(plain)
    _write_others(blocks, written)
    if "credit" in document:
        around = Around(document, blocks)
        written.insert(0, write_credit(document["credit"], document.get("caption"), around))
    elif plain is None and blocks and after_gap:
        written[0] = _write_first_after_gap(blocks[0], written, Around(document, blocks[1:]))
    elif plain is None and blocks:
        written[:] = guard_header(written)
    if "url" in document:
        written.append(write_own_url(document["url"]))
    elif blocks and blocks[-1]["type"] == "paragraph":
        written[-1] = escape_run_on_url(written[-1])
    return written


def needs_guard(document: Document) -> bool:
    """Return whether the first block of a document without a credit would be read as one."""
    blocks = document["body"]
    has_header = any(name in document for name in HEADER_FIELDS)
    if "credit" in document or not blocks or not has_header:
        return False
    if blocks[0]["type"] not in ("paragraph", "heading") or len(blocks) < 2:
        return False
    return _is_credit(blocks[0], write_block(blocks[0]), Around(document, blocks[1:]))


def _write_others(blocks: Sequence[Block], written: list[str]) -> None:
    """Write the blocks whose text is still empty."""
    widths: list[int] = []
    last_item = -1
    bullet = ""
    for index, text in enumerate(written):
        if text:
            continue
        block = blocks[index]
        if block["type"] != "item":
            written[index] = write_block(block)
            continue
        if last_item != index - 1:
            widths = []
        bullet = bullet or _bullet(blocks)
        written[index], widths = write_item(block, widths, bullet)
        last_item = index


def _bullet(blocks: Sequence[Block]) -> str:
    """Return the bullet with which no item of the body is read as dialogue."""
    return "*" if find_dialogue(blocks, outermost(blocks)) else "-"


def _write_first_after_gap(block: Block, written: Sequence[str], around: Around) -> str:
    """Return the first block so that it is not read as a credit; a block alone never is."""
    if len(written) < 2:
        return written[0]
    if not _is_credit(block, written[0], around):
        return written[0]
    if block["type"] == "heading":
        return write_heading(block, escape_first=True)
    if block["type"] == "paragraph":
        return write_paragraph(block["content"], escape_first=True)
    return written[0]


def _is_credit(block: Block, written: str, around: Around) -> bool:
    """Return whether a first block would be read as a credit, as it is written without a guard."""
    if block["type"] == "heading":
        return may_be_credit_heading(written, around)
    return block["type"] == "paragraph" and may_be_credit(written, around)
