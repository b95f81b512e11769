"""The words of an article without markup, for formats that hold text alone."""

from __future__ import annotations

from collections.abc import Iterator

from corpusfmt.syntax.inline import plain_text
from corpusfmt.text.annotations import TYPE_CHECKING

if TYPE_CHECKING:
    from corpusfmt.model.document import Document


def plain_body(document: Document) -> str:
    """Return the words of the intro and the body, with an empty line between blocks.

    Words of pictures and related articles are not part of the running text.
    """
    return "\n\n".join(_paragraphs(document))


def _paragraphs(document: Document) -> Iterator[str]:
    for content in document.get("intro", ()):
        yield plain_text(content)
    for block in document["body"]:
        if "content" in block:
            yield plain_text(block["content"])
