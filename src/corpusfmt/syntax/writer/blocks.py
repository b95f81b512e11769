"""Write blocks of the body."""

from __future__ import annotations

from collections.abc import Sequence

from corpusfmt.syntax.credit import Around
from corpusfmt.syntax.escape import (
    escape,
    escape_heading,
    escape_label,
    escape_line_start,
    write_url,
)
from corpusfmt.syntax.writer.guards import is_plain_credit, is_read_as
from corpusfmt.syntax.writer.inline import AUTOLINK, write_inline, write_link
from corpusfmt.text.annotations import TYPE_CHECKING

if TYPE_CHECKING:
    from corpusfmt.model.document import (
        Block,
        HeadingBlock,
        ImageBlock,
        ItemBlock,
        Node,
        RelatedBlock,
    )

OWN_URL_LABEL = "Original url:"


def write_block(block: Block) -> str:
    """Return a block as text, an item without its marker."""
    if block["type"] == "paragraph":
        return write_paragraph(block["content"])
    if block["type"] == "heading":
        text = write_heading(block)
    elif block["type"] == "related":
        text = _write_related(block)
    elif block["type"] == "item":
        text = _write_lines(block["content"])
    elif block["type"] == "quote":
        text = "> " + _write_lines(block["content"]).replace("\n", "\n> ")
    elif block["type"] == "image":
        text = _write_image(block)
    else:
        text = "***"
    return text


def write_paragraph(content: Sequence[Node], *, escape_first: bool = False) -> str:
    """Return a paragraph as text; ``escape_first`` writes its first character as a reference."""
    text = _write_lines(content, escape_first=escape_first)
    if not escape_first and "](" in text and is_read_as("RELATED", text):
        text = _write_lines(content, escape_first=True)
    return escape_label(text)


def write_heading(block: HeadingBlock, *, escape_first: bool = False) -> str:
    """Return a heading as text; ``escape_first`` writes its first character as a reference."""
    text = write_inline(block["content"], escape_first=escape_first)
    return f"{'#' * block['level']} {escape_heading(text)}"


def write_item(block: ItemBlock, widths: list[int], bullet: str) -> tuple[str, list[int]]:
    """Return an item as text, and the widths of the markers down to it.

    ``widths`` are those of the markers down to the item before; the item is indented below those it
    belongs to. ``bullet`` is the marker of an item without a number.
    """
    text = _write_lines(block["content"])
    marker = f"{block['number']}. " if "number" in block else f"{bullet} "
    widths = widths[: block.get("depth", 0)]
    indent = " " * sum(widths)
    hanging = "\n" + indent + " " * len(marker)
    return indent + marker + text.replace("\n", hanging), [*widths, len(marker)]


def write_credit(credit: str, caption: str | None, around: Around) -> str:
    """Return the credit of the lead picture, in bold after its caption unless its words suffice."""
    plain = escape(credit)
    is_plain = caption is None and escape_line_start(plain) == plain
    if is_plain and is_plain_credit(credit, plain, around):
        return plain
    return _write_marked_credit(credit, caption)


def write_own_url(url: str) -> str:
    """Return the URL of the article with its label."""
    if AUTOLINK.fullmatch(url):
        return f"{OWN_URL_LABEL}\n\n<{url}>"
    first = "\\" if url.startswith("[") else ""
    return f"{OWN_URL_LABEL}\n\n{escape_line_start(first + escape(url))}"


def _write_related(block: RelatedBlock) -> str:
    label = escape(block["label"], "*", ":", in_link=True, marked=True)
    links: list[str] = []
    for link in block["links"]:
        title = escape(link["title"], "[", "]", in_link=True, marked=True)
        links.append(write_link(title, link["url"]))
    return f"**{label}:** {', '.join(links)}"


def _write_image(block: ImageBlock) -> str:
    alt = escape(block.get("alt", ""), "[", "]", in_link=True)
    image = f"![{alt}]({write_url(block['url'])})"
    if "credit" not in block:
        return image
    return f"{image}\n{_write_marked_credit(block['credit'], block.get('caption'))}"


def _write_marked_credit(credit: str, caption: str | None) -> str:
    marked = f"**{escape(credit, '*', '*', marked=True)}**"
    if caption is None:
        return marked
    return f"{escape_line_start(escape(caption, '', ' '))} {marked}"


def _write_lines(content: Sequence[Node], *, escape_first: bool = False) -> str:
    """Return the lines of a block, none of which begins a block of its own."""
    text = write_inline(content, escape_first=escape_first)
    if "\n" not in text:
        return escape_line_start(text)
    return "\n".join(map(escape_line_start, text.split("\n")))
