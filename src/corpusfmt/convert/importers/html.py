"""``--from html``: web pages, as trafilatura extracts them."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from typing import TYPE_CHECKING, Protocol, cast

from corpusfmt.convert.foreign_article import FieldProblem, ForeignArticle
from corpusfmt.convert.importer import BytesImporter, ImportOptions
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


def read(data: bytes, options: ImportOptions) -> Iterator[ForeignArticle]:
    """Yield the one article of a page."""
    from trafilatura import bare_extraction

    article = ForeignArticle()
    page = cast(
        "_Page | None",
        bare_extraction(
            _to_utf8(data, options.encoding),
            include_comments=False,
            include_formatting=True,
            include_images=True,
            include_links=True,
            with_metadata=True,
        ),
    )
    if page is None or page.body is None:
        problem = FieldProblem((0, 0), "trafilatura finds no article in this page", "an article")
        article.problems.append(problem)
    else:
        article.set_line("title", page.title, "")
        for name in (page.author or "").split(_AUTHORS):
            article.add_author(name, "")
        article.set_date("date", page.date, "")
        article.set_url(page.url or options.url, "")
        article.add_html(_to_html(page.body), "")
    yield article


def _to_utf8(data: bytes, encoding: str | None) -> bytes:
    """Return a page in UTF-8 if all of it is in the encoding that the server names."""
    if encoding is None:
        return data
    try:
        return data.decode(encoding).encode()
    except (LookupError, ValueError):
        return data


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
        "title": "the title that trafilatura finds",
        "byline": "the authors that trafilatura finds",
        "date": "the day that trafilatura finds",
        "url": "the canonical URL of the page, or in a WARC file the URL that it was found at",
        "body": "the text that trafilatura finds, with headings, items, quotes, pictures, links, "
        "bold and italic text; a first heading that is the title is removed",
    },
    leaves={
        "captions and credits": "trafilatura does not keep them apart from the text",
        "the time of the date": "trafilatura finds days",
        "navigation, comments, adverts": "are not the article",
    },
)
