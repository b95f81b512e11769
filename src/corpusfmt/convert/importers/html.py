"""``--from html``: web pages, as trafilatura extracts them."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Protocol

from corpusfmt.convert.foreign_article import FieldProblem, ForeignArticle
from corpusfmt.convert.foreign_dates import read_foreign_date
from corpusfmt.convert.html_facts import (
    authors_of,
    headings_of,
    json_ld_of,
    letters_of,
    line_of,
    published_of,
    title_among,
)
from corpusfmt.convert.html_runs import find_runs, join_runs
from corpusfmt.convert.html_source import prepare_source
from corpusfmt.convert.importer import BytesImporter, ImportOptions
from corpusfmt.convert.importers import json_ld
from corpusfmt.model.document import Document
from corpusfmt.text.patterns import regex

if TYPE_CHECKING:
    from lxml.etree import _Element


class _Page(Protocol):
    """What trafilatura finds in a page, which is a dictionary only where that is requested."""

    title: str | None
    author: str | None
    date: str | None
    url: str | None
    body: _Element | None


_START = regex(rb"(?si)\s*(?><\?xml.*?\?>\s*)?(?><!--.*?-->\s*)*<(?:!doctype\s+html|html)\b")
_MARKS_OF_ORDER = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
_TAGS = {"item": "li", "quote": "blockquote", "row": "tr", "cell": "td"}
_VOID = {"graphic": "img", "lb": "br"}
"""What is written as an element of HTML that can hold nothing."""
_MARKS = {"#b": "b", "#i": "i"}
_AUTHORS = ";"
_FIRST = 2
"""How many headings of the body may be the title: there can be a section above it."""


def read(data: bytes, options: ImportOptions) -> Iterator[ForeignArticle]:
    """Yield the one article of a page."""
    from trafilatura import bare_extraction, load_html

    article = ForeignArticle()
    tree = load_html(prepare_source(data, options.encoding))
    page: _Page | None = None
    declared: Document | None = None
    if tree is not None:
        declared = _declared(tree, options)
        published = [*published_of(tree)]
        authors = authors_of(tree)
        headings = headings_of(tree)
        runs = find_runs(tree)
        page = bare_extraction(
            tree,
            include_comments=False,
            include_formatting=True,
            include_images=True,
            include_links=True,
            with_metadata=True,
            date_extraction_params={"extensive_search": False, "original_date": True},
        )
    if page is None or page.body is None:
        problem = FieldProblem((0, 0), "trafilatura finds no article in this page", "an article")
        article.problems.append(problem)
        yield article
        return
    headings += [line_of("".join(one.itertext())) for one in islice(page.body.iter("head"), _FIRST)]
    headline = line_of(declared.get("title", "")) if declared is not None else ""
    article.set_line("title", title_among(line_of(page.title or ""), headline, headings), "")
    _fill_authors(article, page, declared, authors)
    _fill_date(article, page, declared, published)
    article.set_url(page.url or options.url, "")
    join_runs(page.body, runs)
    article.add_html(_to_html(page.body), "")
    yield article


def _declared(tree: _Element, options: ImportOptions) -> Document | None:
    """Return the article that a page declares as JSON-LD, or None if there is not just one."""
    found = [one for record in json_ld_of(tree) for one in json_ld.articles_of(record)]
    if len(found) != 1:
        return None
    article = ForeignArticle()
    json_ld.fill(found[0], article, options)
    return article.document()


def _fill_authors(
    article: ForeignArticle, page: _Page, declared: Document | None, written: dict[str, str]
) -> None:
    """Take the authors of the JSON-LD, or else those that trafilatura finds.

    trafilatura writes names without full stops (``Sp z o o``); ``written`` has those of the page.
    """
    names = [one["name"] for one in declared.get("byline", ())] if declared is not None else []
    if not names:
        found = (page.author or "").split(_AUTHORS)
        names = [written.get(letters_of(name), name) for name in found]
    for name in dict.fromkeys(names):
        article.add_author(name, "")


def _fill_date(
    article: ForeignArticle, page: _Page, declared: Document | None, published: list[str]
) -> None:
    """Take the time that the page declares, or else the day that trafilatura finds."""
    times = [declared.get("date", "") if declared is not None else "", *published]
    known = next((one for one in times if read_foreign_date(one, False)), page.date)
    article.set_date("date", known, "")


def _to_html(body: _Element) -> str:
    """Return the tree of trafilatura, whose elements are those of TEI, as HTML."""
    from lxml import etree

    for element in body.iter():
        if not isinstance(element.tag, str):
            continue
        kind = element.get("rend", "")
        if element.tag == "head":
            element.tag = kind if kind[:1] == "h" else "h2"
        elif element.tag == "hi":
            element.tag = _MARKS.get(kind, "span")
        elif element.tag == "list":
            element.tag = "ol" if kind == "ol" else "ul"
        elif element.tag == "ref":
            element.tag = "a"
            element.set("href", element.get("target", ""))
        elif element.tag in _VOID:
            _replace_void(element, _VOID[element.tag])
        else:
            element.tag = _TAGS.get(element.tag, element.tag)
    return str(etree.tostring(body, encoding="unicode", method="html"))


def _replace_void(element: _Element, tag: str) -> None:
    """Name an element as one of HTML that can hold nothing; what it holds here follows it."""
    from lxml import etree

    if not element.text and not len(element):
        element.tag = tag
        return
    # trafilatura leaves the text that a page has inside an image without an end.
    void = etree.Element(tag, dict(element.attrib))
    void.tail, element.text = element.text, None
    element.tag = "span"
    element.insert(0, void)


def recognises(data: bytes) -> bool:
    """Return whether data begins like a page."""
    start = data[:10_000]
    for mark, encoding in _MARKS_OF_ORDER.items():
        if start.startswith(mark):
            start = start.decode(encoding, "replace").encode()
    return _START.match(start) is not None


IMPORTER = BytesImporter(
    name="html",
    title="web pages",
    summary="web pages, as trafilatura extracts their articles",
    definition="[HTML](https://html.spec.whatwg.org/), "
    "[trafilatura](https://trafilatura.readthedocs.io/)",
    checked_by="trafilatura",
    suffixes=(".html", ".htm"),
    read=read,
    recognises=recognises,
    extra="html",
    modules=("trafilatura",),
    reads={
        "title": "the headline in the JSON-LD of the page if it is also a heading; else the title "
        "that trafilatura finds, but the headline alone if the title has the website beside it",
        "byline": "the authors in the JSON-LD of the page, or those that trafilatura finds",
        "date": "the time in the JSON-LD of the page, or `article:published_time`, or the day that "
        "trafilatura finds, without its extensive search",
        "url": "the canonical URL of the page, or in a WARC file the URL that it was found at",
        "body": "the text that trafilatura finds, with headings, items, quotes, pictures, links, "
        "bold and italic text; the first heading is removed if it is the title",
    },
    leaves={
        "captions and credits": "trafilatura does not keep them apart from the text",
        "`dateModified`": "the last time that the page was saved, which it need not show",
        "navigation, comments, adverts": "are not the article",
    },
)
