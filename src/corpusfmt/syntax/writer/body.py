"""Write the body: the credit of the lead picture, the blocks and the URL of the article."""

from __future__ import annotations

from collections.abc import Sequence

from corpusfmt.model.document import Block, Document
from corpusfmt.syntax.writer.blocks import (
    write_block,
    write_credit,
    write_heading,
    write_item,
    write_own_url,
    write_paragraph,
)
from corpusfmt.syntax.writer.guards import (
    may_be_credit,
    may_be_credit_heading,
    may_be_date,
    may_begin_header,
)
from corpusfmt.syntax.writer.header import write_header_paragraph
from corpusfmt.syntax.writer.unmarked import write_unmarked


def write_body(document: Document, *, after_gap: bool) -> list[str]:
    """Return the blocks of the body; ``after_gap`` says that the document has a header."""
    blocks = document.get("body", [])
    written = write_unmarked(blocks)
    _write_others(blocks, written)
    if "credit" in document:
        written.insert(0, write_credit(document["credit"], document.get("caption")))
    elif blocks and after_gap:
        written[0] = _write_first_after_gap(blocks[0], written)
    elif blocks:
        written[0] = _write_first_of_text(blocks[0], written)
    if "url" in document:
        written.append(write_own_url(document["url"]))
    return written


def _write_others(blocks: Sequence[Block], written: list[str]) -> None:
    """Write the blocks whose text is still empty."""
    widths: list[int] = []
    last_item = -1
    for index, text in enumerate(written):
        if text:
            continue
        block = blocks[index]
        if block["type"] != "item":
            written[index] = write_block(block)
            continue
        if last_item != index - 1:
            widths = []
        written[index], widths = write_item(block, widths)
        last_item = index


def _write_first_after_gap(block: Block, written: Sequence[str]) -> str:
    """Return the first block so that it is not read as a credit; a block alone never is."""
    if len(written) < 2:
        return written[0]
    if block["type"] == "paragraph" and may_be_credit(written[0]):
        return write_paragraph(block["content"], escape_first=True)
    if block["type"] == "heading" and may_be_credit_heading(written[0]):
        return write_heading(block, escape_first=True)
    return written[0]


def _write_first_of_text(block: Block, written: Sequence[str]) -> str:
    """Return the first block of a text without a header so that it is not read as a part of one."""
    if block["type"] == "heading" and may_be_date(written[0]):
        return write_heading(block, escape_first=True)
    if block["type"] != "paragraph":
        return written[0]
    if may_begin_header(written):
        return write_paragraph(block["content"], escape_first=True)
    following = written[1] if len(written) > 1 else ""
    return write_header_paragraph(block["content"], following)
