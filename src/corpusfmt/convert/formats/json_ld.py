"""``--to json-ld``: a ``NewsArticle`` of schema.org as JSON-LD."""

from __future__ import annotations

import json

from corpusfmt.convert.format import Format, Options, same_place
from corpusfmt.convert.formats.plain import WORDS_ONLY
from corpusfmt.convert.news_article import NAMES, news_article
from corpusfmt.text.annotations import TYPE_CHECKING

if TYPE_CHECKING:
    from corpusfmt.model.document import Document

_IMAGE = "`image`, an `ImageObject`"
_NO_MARKUP = "`articleBody` has no markup"


def render(document: Document, options: Options) -> bytes:
    """Return the object, indented by two."""
    return (json.dumps(news_article(document), ensure_ascii=False, indent=2) + "\n").encode()


FORMAT = Format(
    name="json-ld",
    title="JSON-LD",
    summary="a NewsArticle of schema.org",
    definition="[schema.org 30.0](https://schema.org/NewsArticle), "
    "[JSON-LD 1.1](https://www.w3.org/TR/json-ld11/)",
    checked_by="the list of the properties of schema.org 30.0, and of the types that they take",
    suffixes=(".jsonld", ".json"),
    layout="articles",
    render=render,
    carries={
        **{name: f"`{key}`" for name, key in NAMES.items()},
        "date.local": f"`{NAMES['date']}`",
        "updated.local": f"`{NAMES['updated']}`",
        "byline": "`author.name`; the `@type` if the name shows it",
        "byline.url": "`author.url`",
        "byline.role": "`author.description`",
        "intro": "`abstract`, and the start of `articleBody`",
        "caption": "`caption` of an `ImageObject` that is `representativeOfPage`",
        "credit": "`creditText` of an `ImageObject` that is `representativeOfPage`",
        "image": _IMAGE,
        "image.url": "`contentUrl` of the `ImageObject`",
        "image.alt": "`description` of the `ImageObject`",
        "image.caption": "`caption` of the `ImageObject`",
        "image.credit": "`creditText` of the `ImageObject`",
        "break": "a line feed in `articleBody`",
    },
    drops={
        **same_place(_NO_MARKUP, *(name for name in WORDS_ONLY if name != "intro")),
        **same_place("a `NewsArticle` has no property for them", "related", "related.url"),
    },
)
