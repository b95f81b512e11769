"""An article as a piece of HTML, for formats that hold its header in fields of their own."""

from __future__ import annotations

from collections.abc import Iterator

from corpusfmt.convert.html_blocks import write_blocks, write_caption
from corpusfmt.convert.html_inline import write_inline_html
from corpusfmt.text.annotations import TYPE_CHECKING

if TYPE_CHECKING:
    from corpusfmt.model.document import Document


def write_content(document: Document) -> Iterator[str]:
    """Yield the lines of the intro, the lead picture, and the blocks of the body."""
    yield from write_intro(document)
    yield from write_lead(document)
    yield from write_blocks(document["body"])


def write_intro(document: Document) -> Iterator[str]:
    """Yield the lines of the intro, if there is one."""
    if "intro" in document:
        yield '<div class="intro">'
        for content in document["intro"]:
            yield f"<p>{write_inline_html(content)}</p>"
        yield "</div>"


def write_lead(document: Document) -> Iterator[str]:
    """Yield the lead picture, of which there is only a caption and a credit."""
    if "credit" in document:
        caption = write_caption(document.get("caption"), document["credit"])
        yield f'<figure class="lead">{caption}</figure>'
