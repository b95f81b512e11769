"""``--to plain``: the words alone."""

from __future__ import annotations

from corpusfmt.convert.format import Format, Options, same_place
from corpusfmt.convert.plain_words import plain_body
from corpusfmt.text.annotations import TYPE_CHECKING

if TYPE_CHECKING:
    from corpusfmt.model.document import Document

WORDS_ONLY = same_place(
    "only the words are kept",
    *("intro", "heading", "heading.level", "item", "item.number", "item.depth", "quote"),
    *("separator", "link", "strong", "em"),
)
"""Why the form of the body is not in its words."""

NOT_IN_RUNNING_TEXT = {
    **same_place("belongs to a picture", "image", "image.url", "image.alt"),
    **same_place("belongs to a picture", "image.caption", "image.credit"),
    **same_place("are words of other articles", "related", "related.url"),
}
"""Why words of the body are not running text."""

_ABOUT = "is about the article, not its text: use `rows`"


def render(document: Document, options: Options) -> bytes:
    """Return the title, the subtitle and the running text, an empty line between blocks."""
    header = [document["title"]]
    if "subtitle" in document:
        header.append(document["subtitle"])
    words = [*header, plain_body(document)]
    return ("\n\n".join(part for part in words if part) + "\n").encode()


FORMAT = Format(
    name="plain",
    title="plain text",
    summary="the words of title, subtitle, intro and body, without markup",
    definition="UTF-8, blocks separated by empty lines",
    checked_by="corpusfmt",
    suffixes=(".txt", ".text"),
    layout="articles",
    render=render,
    carries={
        "title": "the first block",
        "subtitle": "the second block",
        "break": "a line feed",
    },
    drops={
        **same_place(_ABOUT, "byline", "byline.url", "byline.role", "url"),
        **same_place(_ABOUT, "date", "date.local", "updated", "updated.local"),
        **same_place("belongs to a picture", "caption", "credit"),
        **WORDS_ONLY,
        **NOT_IN_RUNNING_TEXT,
    },
)
