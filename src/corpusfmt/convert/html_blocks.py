"""Blocks as HTML: one element a block, but for the items of a list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from corpusfmt.convert.html_inline import escape_text, escape_value, write_inline_html
from corpusfmt.convert.nested_lists import ListForm, write_list
from corpusfmt.text.annotations import TYPE_CHECKING

if TYPE_CHECKING:
    from corpusfmt.model.document import Block, ImageBlock, ItemBlock, RelatedBlock


def write_blocks(blocks: Sequence[Block]) -> Iterator[str]:
    """Yield the lines of the blocks; items in a row are one list, or several if kinds change."""
    items: list[ItemBlock] = []
    for block in blocks:
        if block["type"] == "item":
            items.append(block)
            continue
        yield from write_list(items, _LISTS)
        items.clear()
        yield _write_block(block)
    yield from write_list(items, _LISTS)


def write_caption(caption: str | None, credit: str | None) -> str:
    """Return the caption of a figure with its credit, or an empty string if it has neither."""
    parts: list[str] = []
    for name, text in (("caption", caption), ("credit", credit)):
        if text is not None:
            parts.append(f'<span class="{name}">{escape_text(text)}</span>')
    return f"<figcaption>{' '.join(parts)}</figcaption>" if parts else ""


def _write_block(block: Block) -> str:
    if block["type"] == "paragraph":
        return f"<p>{write_inline_html(block['content'])}</p>"
    if block["type"] == "heading":
        tag = f"h{block['level']}"
        return f"<{tag}>{write_inline_html(block['content'])}</{tag}>"
    if block["type"] == "quote":
        return f"<blockquote><p>{write_inline_html(block['content'])}</p></blockquote>"
    if block["type"] == "related":
        return _write_related(block)
    if block["type"] == "image":
        return _write_image(block)
    return "<hr>"


def _write_related(block: RelatedBlock) -> str:
    links: list[str] = []
    for link in block["links"]:
        title, url = escape_text(link["title"]), escape_value(link["url"])
        links.append(f'<li><a href="{url}">{title}</a></li>')
    label = f"<p>{escape_text(block['label'])}</p>" if block["label"] else ""
    return f'<aside class="related">{label}<ul>{"".join(links)}</ul></aside>'


def _write_image(block: ImageBlock) -> str:
    alt, url = escape_value(block.get("alt", "")), escape_value(block["url"])
    caption = write_caption(block.get("caption"), block.get("credit"))
    return f'<figure><img src="{url}" alt="{alt}">{caption}</figure>'


def _start_item(item: ItemBlock) -> str:
    tag = f'<li value="{item["number"]}">' if "number" in item else "<li>"
    return tag + write_inline_html(item["content"])


_LISTS = ListForm(("<ol>", "</ol>"), ("<ul>", "</ul>"), _start_item, "</li>")
