"""``--to html``: one page, with a ``NewsArticle`` of schema.org as JSON-LD."""

from __future__ import annotations

import json
from collections.abc import Iterator

from corpusfmt.convert.format import Format, Options, same_place
from corpusfmt.convert.html_article import write_intro, write_lead
from corpusfmt.convert.html_blocks import write_blocks
from corpusfmt.convert.html_inline import escape_text, escape_value
from corpusfmt.convert.news_article import news_article
from corpusfmt.text.annotations import TYPE_CHECKING

if TYPE_CHECKING:
    from corpusfmt.model.document import AuthorEntry, Document

GENERATOR = '<meta name="generator" content="corpusfmt">'
"""What a page has that is written here."""

_LONGEST_FRACTION = 3
"""How many digits of a second the ``datetime`` of HTML can have."""


def render(document: Document, options: Options) -> bytes:
    """Return the page, a line for each field and block."""
    return ("\n".join(_write_page(document)) + "\n").encode()


def _write_page(document: Document) -> Iterator[str]:
    yield '<!DOCTYPE html>\n<html>\n<head>\n<meta charset="utf-8">'
    yield GENERATOR
    yield f"<title>{escape_text(document['title'])}</title>"
    if "url" in document:
        yield f'<link rel="canonical" href="{escape_value(document["url"])}">'
    data = json.dumps(news_article(document), ensure_ascii=False).replace("<", "\\u003c")
    yield f'<script type="application/ld+json">{data}</script>'
    yield "</head>\n<body>"
    yield from write_article(document)
    yield "</body>\n</html>"


def write_article(document: Document) -> Iterator[str]:
    """Yield the lines of the element of an article."""
    yield "<article>\n<header>"
    yield from _write_header(document)
    yield "</header>"
    yield from write_intro(document)
    yield from write_lead(document)
    yield '<div class="body">'
    yield from write_blocks(document["body"])
    yield "</div>"
    if "url" in document:
        href, shown = escape_value(document["url"]), escape_text(document["url"])
        yield f'<footer>Original url: <a class="url" href="{href}">{shown}</a></footer>'
    yield "</article>"


def _write_header(document: Document) -> Iterator[str]:
    yield f"<h1>{escape_text(document['title'])}</h1>"
    if "subtitle" in document:
        yield f'<p class="subtitle">{escape_text(document["subtitle"])}</p>'
    if "byline" in document:
        authors = ", ".join(map(_write_author, document["byline"]))
        yield f'<p class="byline">By {authors}</p>'
    if "date" in document:
        yield f'<p class="date">{_write_date(document["date"])}</p>'
    if "updated" in document:
        yield f'<p class="updated">Updated: {_write_date(document["updated"])}</p>'


def _write_author(author: AuthorEntry) -> str:
    name = f'<span class="name">{escape_text(author["name"])}</span>'
    if "url" in author:
        name = f'<a rel="author" href="{escape_value(author["url"])}">{name}</a>'
    if "role" in author:
        name += f' (<span class="role">{escape_text(author["role"])}</span>)'
    return name


def _write_date(date: str) -> str:
    """Return a date as an element that can hold it as exactly as it is."""
    fraction = date.partition(".")[2].rstrip("Z").partition("+")[0].partition("-")[0]
    if len(fraction) > _LONGEST_FRACTION:
        return f'<data value="{date}">{date}</data>'
    return f'<time datetime="{date}">{date}</time>'


BLOCKS = {
    **same_place("`<h2>` to `<h6>`", "heading", "heading.level"),
    **same_place('`<aside class="related">`', "related", "related.url"),
    "item": "`<li>` of `<ul>` or `<ol>`",
    "item.number": "`value` of `<li>`",
    "item.depth": "lists in `<li>`",
    "quote": "`<blockquote>`",
    "image": "`<figure>`",
    "image.url": "`src` of `<img>`",
    "image.alt": "`alt` of `<img>`",
    "image.caption": '`<span class="caption">`',
    "image.credit": '`<span class="credit">`',
    "separator": "`<hr>`",
    "link": "`<a>`",
    "strong": "`<strong>`",
    "em": "`<em>`",
    "break": "`<br>`",
}
"""Where the blocks of the body and their texts are in HTML."""

FORMAT = Format(
    name="html",
    title="HTML",
    summary="a page with the NewsArticle of schema.org as JSON-LD",
    definition="[HTML](https://html.spec.whatwg.org/)",
    checked_by="html5lib",
    suffixes=(".html", ".htm"),
    layout="articles",
    render=render,
    carries={
        "title": "`<title>` and `<h1>`",
        "subtitle": '`<p class="subtitle">`',
        "byline": '`<span class="name">` in `<p class="byline">`',
        "byline.url": '`<a rel="author">`',
        "byline.role": '`<span class="role">`',
        **same_place('`<time>` in `<p class="date">`', "date", "date.local"),
        **same_place('`<time>` in `<p class="updated">`', "updated", "updated.local"),
        "intro": '`<div class="intro">`',
        "caption": '`<span class="caption">` in `<figure class="lead">`',
        "credit": '`<span class="credit">` in `<figure class="lead">`',
        "url": '`<link rel="canonical">` and `<a class="url">`',
        **BLOCKS,
    },
)
