"""``--to jsonfeed``: a JSON Feed 1.1."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import chain

from corpusfmt.convert.format import Format, Options, same_place
from corpusfmt.convert.formats.html import BLOCKS
from corpusfmt.convert.html_article import write_content
from corpusfmt.convert.instants import to_instant
from corpusfmt.convert.sources import document_urn
from corpusfmt.syntax.inline import plain_text
from corpusfmt.text.annotations import TYPE_CHECKING

if TYPE_CHECKING:
    from corpusfmt.model.document import Document

VERSION = "https://jsonfeed.org/version/1.1"

EXTENSION = "_corpusfmt"
"""The property of an item with the fields that JSON Feed does not have, under their names."""

_DATES = (("date", "date_published"), ("updated", "date_modified"))


def render(document: Document, options: Options) -> bytes:
    """Return an item of the feed, on one line."""
    return json.dumps(dict(_properties(document)), ensure_ascii=False).encode()


def join(items: Iterable[bytes], options: Options) -> Iterator[bytes]:
    """Yield the feed; it has at least one item, or nothing is yielded."""
    rest = iter(items)
    first = next(rest, None)
    if first is None:
        return
    title = json.dumps(options.feed_title, ensure_ascii=False)
    yield f'{{"version": "{VERSION}",\n"title": {title},\n"items": [\n'.encode()
    yield first
    yield from chain.from_iterable((b",\n", item) for item in rest)
    yield b"\n]}\n"


def _properties(document: Document) -> Iterator[tuple[str, object]]:
    yield "id", document.get("url") or document_urn(document)
    if "url" in document:
        yield "url", document["url"]
    yield "title", document["title"]
    if "byline" in document:
        yield "authors", list(_authors(document))
    other: dict[str, object] = {}
    for name, key in _DATES:
        date = document.get(name)
        if not isinstance(date, str):
            continue
        instant = to_instant(date)
        if instant is None:
            other[name] = date
        else:
            yield key, instant
    if "intro" in document:
        yield "summary", "\n\n".join(map(plain_text, document["intro"]))
    yield "content_html", "\n".join(write_content(document))
    if "subtitle" in document:
        other["subtitle"] = document["subtitle"]
    if other:
        yield EXTENSION, other


def _authors(document: Document) -> Iterator[dict[str, object]]:
    for author in document["byline"]:
        found: dict[str, object] = {"name": author["name"]}
        if "url" in author:
            found["url"] = author["url"]
        if "role" in author:
            found[EXTENSION] = {"role": author["role"]}
        yield found


FORMAT = Format(
    name="jsonfeed",
    title="JSON",
    summary="a JSON Feed 1.1",
    definition="[JSON Feed 1.1](https://www.jsonfeed.org/version/1.1/)",
    checked_by="the properties that the definition requires",
    suffixes=(".json",),
    layout="stream",
    render=render,
    join=join,
    options=("feed_title",),
    carries={
        "title": "`title`",
        "subtitle": f"`subtitle` in `{EXTENSION}`",
        "byline": "`name` of `authors`",
        "byline.url": "`url` of `authors`",
        "byline.role": f"`role` in `{EXTENSION}` of `authors`",
        "date": "`date_published`",
        "updated": "`date_modified`",
        "date.local": f"`date` in `{EXTENSION}`",
        "updated.local": f"`updated` in `{EXTENSION}`",
        "intro": '`summary`, and `<div class="intro">` in `content_html`',
        **same_place('`<figure class="lead">` in `content_html`', "caption", "credit"),
        "url": "`url` and `id`",
        **{feature: f"{place} in `content_html`" for feature, place in BLOCKS.items()},
    },
)
