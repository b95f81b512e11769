"""``--to markdown``: CommonMark with YAML front matter, as Pandoc and Hugo read it."""

from __future__ import annotations

from collections.abc import Iterator

from corpusfmt.convert.format import Format, Options, same_place
from corpusfmt.convert.front_matter import write_front_matter
from corpusfmt.convert.markdown_body import intro_blocks, write_markdown
from corpusfmt.text.annotations import TYPE_CHECKING

if TYPE_CHECKING:
    from corpusfmt.model.document import Document

PLACES = {
    "title": "title",
    "subtitle": "subtitle",
    "date": "date",
    "updated": "lastmod",
    "caption": "caption",
    "credit": "credit",
    "url": "original_url",
}
"""The keys of the fields that are strings.

``url`` would be where Hugo publishes the page.
"""

BYLINE_KEYS = {"name": "author", "url": "author_url", "role": "author_role"}
"""The keys of the byline, each a list of one value for each author."""

INTRO_KEY = "intro_paragraphs"
"""How many paragraphs at the start are the intro."""


def render(document: Document, options: Options) -> bytes:
    """Return the front matter, an empty line, and the intro and the body as Markdown."""
    intro = intro_blocks(document)
    body = write_markdown([*intro, *document["body"]])
    return f"{write_front_matter(_values(document))}\n{body}".encode()


def _values(document: Document) -> Iterator[tuple[str, object]]:
    for name, value in document.items():
        if name == "byline":
            yield from _byline_values(document)
        elif name == "intro":
            yield INTRO_KEY, len(document["intro"])
        elif name in PLACES:
            yield PLACES[name], value


def _byline_values(document: Document) -> Iterator[tuple[str, object]]:
    for name, key in BYLINE_KEYS.items():
        values = [author.get(name) for author in document["byline"]]
        if any(value is not None for value in values):
            yield key, values


_KEYS = {name: f"`{key}`" for name, key in PLACES.items()}

FORMAT = Format(
    name="markdown",
    title="Markdown",
    summary="CommonMark with YAML front matter",
    definition="[CommonMark 0.31](https://spec.commonmark.org/0.31.2/), [YAML 1.2](https://yaml.org/spec/1.2.2/)",
    checked_by="markdown-it-py, PyYAML",
    suffixes=(".md", ".markdown"),
    layout="articles",
    render=render,
    carries={
        **same_place("as in the canonical text"),
        **_KEYS,
        "byline": "`author`",
        "byline.url": "`author_url`, in the order of `author`",
        "byline.role": "`author_role`, in the order of `author`",
        "date.local": _KEYS["date"],
        "updated.local": _KEYS["updated"],
        "intro": f"the first paragraphs; `{INTRO_KEY}` is their number",
    },
)
