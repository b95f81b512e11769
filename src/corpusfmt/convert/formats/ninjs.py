"""``--to ninjs``: a news object of the IPTC, as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator

from corpusfmt.convert.format import Format, Options, same_place
from corpusfmt.convert.formats.html import BLOCKS
from corpusfmt.convert.html_article import write_intro
from corpusfmt.convert.html_blocks import write_blocks
from corpusfmt.convert.instants import to_instant
from corpusfmt.convert.sources import document_urn
from corpusfmt.syntax.inline import plain_text
from corpusfmt.text.annotations import TYPE_CHECKING
from corpusfmt.text.patterns import regex

if TYPE_CHECKING:
    from corpusfmt.model.document import AuthorEntry, Document

STANDARD = dict(  # noqa: C408 - a rule has the name of a key
    name="ninjs",
    version="3.1",
    schema="http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#",
)

_URI = regex(r"[A-Za-z][A-Za-z0-9+.-]*:(?:[A-Za-z0-9._~:/?#@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})+")
"""An absolute URI (RFC 3986), but for one with brackets."""

_DATES = (("date", "firstCreated"), ("updated", "versionCreated"))


def render(document: Document, options: Options) -> bytes:
    """Return the object, indented by two."""
    found = dict(_properties(document))
    return (json.dumps(found, ensure_ascii=False, indent=2) + "\n").encode()


def _properties(document: Document) -> Iterator[tuple[str, object]]:
    urn = document_urn(document)
    yield "uri", urn
    yield "type", "text"
    yield "standard", STANDARD
    for name, key in _DATES:
        date = document.get(name)
        instant = to_instant(date if isinstance(date, str) else None)
        if instant is not None:
            yield key, instant
    yield "title", document["title"]
    yield "headlines", list(_headlines(document))
    if "byline" in document:
        yield "by", ", ".join(map(_by, document["byline"]))
        yield "infoSources", list(map(_author, document["byline"]))
    if "intro" in document:
        words = "\n\n".join(map(plain_text, document["intro"]))
        yield "descriptions", [{"role": "intro", "contentType": "text/plain", "value": words}]
    html = "\n".join([*write_intro(document), *write_blocks(document["body"])])
    yield "bodies", [{"role": "main", "contentType": "text/html", "value": html}]
    if "url" in document:
        yield _own_url(document["url"])
    if "credit" in document:
        yield "associations", [_picture(document, urn)]


def _headlines(document: Document) -> Iterator[dict[str, str]]:
    yield {"role": "main", "value": document["title"]}
    if "subtitle" in document:
        yield {"role": "subtitle", "value": document["subtitle"]}


def _by(author: AuthorEntry) -> str:
    return f"{author['name']} ({author['role']})" if "role" in author else author["name"]


def _author(author: AuthorEntry) -> dict[str, object]:
    found: dict[str, object] = {"name": author["name"], "role": "author"}
    if "url" in author:
        found["contactInfo"] = [{"type": "web", "value": author["url"]}]
    return found


def _own_url(url: str) -> tuple[str, object]:
    if _URI.fullmatch(url):
        return "renditions", [{"name": "web", "contentType": "text/html", "href": url}]
    return "altIds", [{"role": "url", "value": url}]


def _picture(document: Document, urn: str) -> dict[str, object]:
    found: dict[str, object] = {"name": "lead", "uri": f"{urn}#lead", "type": "picture"}
    found["by"] = document["credit"]
    if "caption" in document:
        found["descriptions"] = [{"role": "caption", "value": document["caption"]}]
    return found


FORMAT = Format(
    name="ninjs",
    title="ninjs",
    summary="a news object of the IPTC, ninjs 3.1",
    definition="[ninjs 3.1](https://iptc.org/std/ninjs/)",
    checked_by="the JSON Schema of the IPTC",
    suffixes=(".json",),
    layout="articles",
    render=render,
    carries={
        "title": "`title`, and `headlines` with the role `main`",
        "subtitle": "`headlines` with the role `subtitle`",
        "byline": "`by`, and `name` of `infoSources`",
        "byline.url": "`contactInfo` of `infoSources`",
        "byline.role": "`by`, in parentheses after the name",
        "date": "`firstCreated`",
        "updated": "`versionCreated`",
        "intro": '`descriptions`, and `<div class="intro">` in `bodies`',
        "caption": "`descriptions` of a picture in `associations`",
        "credit": "`by` of a picture in `associations`",
        "url": "`href` of `renditions`, or `altIds` if it is not an absolute URI",
        **{feature: f"{place} in `bodies`" for feature, place in BLOCKS.items()},
    },
    drops=same_place("a `date-time` has a time and an offset", "date.local", "updated.local"),
)
