"""The ``NewsArticle`` of schema.org that an article is."""

from __future__ import annotations

from collections.abc import Iterator

from corpusfmt.convert.plain_words import plain_body
from corpusfmt.syntax.byline_persons import is_person
from corpusfmt.syntax.credit_lists import agencies
from corpusfmt.syntax.inline import plain_text
from corpusfmt.text.annotations import TYPE_CHECKING

if TYPE_CHECKING:
    from corpusfmt.model.document import AuthorEntry, Document, ImageBlock

NAMES = {
    "title": "headline",
    "subtitle": "alternativeHeadline",
    "date": "datePublished",
    "updated": "dateModified",
    "url": "url",
}
"""The properties of the fields that are strings."""


def news_article(document: Document) -> dict[str, object]:
    """Return the object, its properties in the order of the text."""
    found: dict[str, object] = {"@context": "https://schema.org", "@type": "NewsArticle"}
    for name, value in document.items():
        if name in NAMES:
            found[NAMES[name]] = value
        elif name == "byline":
            found["author"] = [*map(_author, document["byline"])]
        elif name == "intro":
            found["abstract"] = "\n\n".join(map(plain_text, document["intro"]))
    images = list(_images(document))
    if images:
        found["image"] = images
    body = plain_body(document)
    if body:
        found["articleBody"] = body
    return found


def _author(author: AuthorEntry) -> dict[str, object]:
    """Return an author; the type is absent if the name does not show whether it is a person."""
    found: dict[str, object] = {}
    if author["name"] in agencies():
        found["@type"] = "Organization"
    elif is_person(author["name"]):
        found["@type"] = "Person"
    found["name"] = author["name"]
    if "url" in author:
        found["url"] = author["url"]
    if "role" in author:
        found["description"] = author["role"]
    return found


def _images(document: Document) -> Iterator[dict[str, object]]:
    """Yield the lead picture, whose URL no text has, and those of the body."""
    if "credit" in document:
        lead: dict[str, object] = {"@type": "ImageObject", "representativeOfPage": True}
        if "caption" in document:
            lead["caption"] = document["caption"]
        yield {**lead, "creditText": document["credit"]}
    for block in document["body"]:
        if block["type"] == "image":
            yield _image(block)


def _image(block: ImageBlock) -> dict[str, object]:
    found: dict[str, object] = {"@type": "ImageObject", "contentUrl": block["url"]}
    if "alt" in block:
        found["description"] = block["alt"]
    if "caption" in block:
        found["caption"] = block["caption"]
    if "credit" in block:
        found["creditText"] = block["credit"]
    return found
