"""Blocks as TEI: a heading begins a division, which ends before a heading of its level or above."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from corpusfmt.convert.html_inline import escape_text
from corpusfmt.convert.nested_lists import ListForm, write_list
from corpusfmt.convert.xml_text import element, start_tag
from corpusfmt.text.annotations import TYPE_CHECKING

if TYPE_CHECKING:
    from corpusfmt.model.document import (
        Block,
        HeadingBlock,
        ImageBlock,
        ItemBlock,
        Node,
        RelatedBlock,
        TextNode,
    )


def write_divisions(blocks: Sequence[Block]) -> Iterator[str]:
    """Yield the lines of the blocks; items in a row are one list, or several if kinds change."""
    items: list[ItemBlock] = []
    levels: list[int] = []
    for block in blocks:
        if block["type"] == "item":
            items.append(block)
            continue
        yield from write_list(items, _LISTS)
        items.clear()
        if block["type"] == "heading":
            yield from _write_heading(block, levels)
        else:
            yield _write_block(block)
    yield from write_list(items, _LISTS)
    yield from ("</div>" for _ in levels)


def write_inline_tei(nodes: Sequence[Node]) -> str:
    """Return an inline list as TEI."""
    pieces: list[str] = []
    for node in nodes:
        if node["type"] == "text":
            pieces.append(_write_text(node))
        elif node["type"] == "link":
            content = write_inline_tei(node["content"])
            pieces.append(f"{start_link(node['url'])}{content}</ref>")
        else:
            pieces.append("<lb/>")
    return "".join(pieces)


def start_link(url: str) -> str:
    """Return the tag that begins a link; one without a URL has no ``target``, which needs one."""
    return start_tag("ref", target=url or None)


def write_figure(kind: str | None, caption: str | None, credit: str | None, image: str = "") -> str:
    """Return a figure; ``image`` has the elements of the picture itself."""
    parts = [start_tag("figure", type=kind)]
    if caption is not None:
        parts.append(element("head", caption))
    parts.append(image)
    if credit is not None:
        parts.append(element("bibl", credit, type="credit"))
    return "".join([*parts, "</figure>"])


def _write_heading(block: HeadingBlock, levels: list[int]) -> Iterator[str]:
    """Yield the end of each division that the heading ends, and the start of its own."""
    while levels and levels[-1] >= block["level"]:
        levels.pop()
        yield "</div>"
    levels.append(block["level"])
    yield start_tag("div", type="section", n=str(block["level"]))
    yield f"<head>{write_inline_tei(block['content'])}</head>"


def _write_block(block: Block) -> str:
    if block["type"] == "related":
        return _write_related(block)
    if block["type"] == "image":
        return _write_image(block)
    if block["type"] == "separator":
        return '<milestone unit="section" rend="line"/>'
    content = write_inline_tei(block["content"])
    if block["type"] == "quote":
        return f'<quote type="pull">{content}</quote>'
    return f"<p>{content}</p>"


def _write_related(block: RelatedBlock) -> str:
    label = element("head", block["label"]) if block["label"] else ""
    links = [
        f"<item>{start_link(link['url'])}{escape_text(link['title'])}</ref></item>"
        for link in block["links"]
    ]
    return f'<list type="related">{label}{"".join(links)}</list>'


def _write_image(block: ImageBlock) -> str:
    image = start_tag("graphic", url=block["url"]).removesuffix(">") + "/>"
    if "alt" in block:
        image += element("figDesc", block["alt"])
    return write_figure(None, block.get("caption"), block.get("credit"), image)


def _write_text(node: TextNode) -> str:
    text = escape_text(node["text"])
    if "em" in node:
        text = f'<hi rend="italic">{text}</hi>'
    return f'<hi rend="bold">{text}</hi>' if "strong" in node else text


def _start_item(item: ItemBlock) -> str:
    number = str(item["number"]) if "number" in item else None
    return start_tag("item", n=number) + write_inline_tei(item["content"])


_LISTS = ListForm(
    ('<list rend="numbered">', "</list>"),
    ('<list rend="bulleted">', "</list>"),
    _start_item,
    "</item>",
)
