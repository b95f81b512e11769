"""``--from html``: web pages, as trafilatura extracts them."""

from __future__ import annotations

import codecs
from collections.abc import Iterator, Mapping
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Any, Protocol, cast

from corpusfmt.convert.foreign_article import FieldProblem, ForeignArticle
from corpusfmt.convert.html_dates import most_exact, published_of
from corpusfmt.convert.html_facts import (
    authors_of,
    headings_of,
    json_ld_of,
    letters_of,
    line_of,
    title_among,
)
from corpusfmt.convert.html_fragment import read_fragment
from corpusfmt.convert.html_pictures import Outline, outline_of
from corpusfmt.convert.html_runs import Run, find_runs, join_runs
from corpusfmt.convert.html_source import prepare_source
from corpusfmt.convert.importer import BytesImporter, ImportOptions
from corpusfmt.convert.importers import json_ld
from corpusfmt.convert.picture_blocks import with_captions
from corpusfmt.convert.unheld import describe_unheld
from corpusfmt.model.document import Document
from corpusfmt.text.display import quoted
from corpusfmt.text.named_tuples import NamedTuple
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


class _Facts(NamedTuple):
    """What a page declares and shows, before trafilatura changes its tree."""

    declared: Document | None
    published: list[str]
    authors: dict[str, str]
    headings: list[str]
    runs: list[Run]
    outline: Outline


def read(data: bytes, options: ImportOptions) -> Iterator[ForeignArticle]:
    """Yield the one article of a page."""
    from trafilatura import load_html

    article = ForeignArticle()
    tree = load_html(prepare_source(data, options.encoding))
    facts: _Facts | None = None
    page: _Page | None = None
    if tree is not None:
        facts = _facts_of(tree, options)
        page = _extract(tree)
    if facts is None or page is None or page.body is None:
        problem = FieldProblem((0, 0), "trafilatura finds no article in this page", "an article")
        article.problems.append(problem)
        yield article
        return
    title = _title_of(page, page.body, facts)
    article.set_line("title", title, "")
    _fill_authors(article, page, facts.declared, facts.authors)
    _fill_date(article, page, facts.declared, facts.published)
    article.set_url(page.url or options.url, "")
    join_runs(page.body, facts.runs)
    _fill_body(article, page.body, facts.outline, title)
    yield article


def _extract(tree: _Element) -> _Page | None:
    from trafilatura import bare_extraction

    found: Any = bare_extraction(
        tree,
        include_comments=False,
        include_formatting=True,
        include_images=True,
        include_links=True,
        with_metadata=True,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    return cast("_Page | None", found)


def _facts_of(tree: _Element, options: ImportOptions) -> _Facts:
    objects = json_ld_of(tree)
    return _Facts(
        _declared(objects, options),
        published_of(tree, objects),
        authors_of(tree),
        headings_of(tree),
        find_runs(tree),
        outline_of(tree, objects),
    )


def _declared(objects: list[Mapping[str, object]], options: ImportOptions) -> Document | None:
    """Return the article that a page declares as JSON-LD, or None if there is not just one."""
    found = [one for record in objects for one in json_ld.articles_of(record)]
    if len(found) != 1:
        return None
    article = ForeignArticle()
    json_ld.fill(found[0], article, options)
    return article.document()


def _title_of(page: _Page, body: _Element, facts: _Facts) -> str:
    shown = [line_of("".join(one.itertext())) for one in islice(body.iter("head"), _FIRST)]
    declared = facts.declared
    headline = line_of(declared.get("title", "")) if declared is not None else ""
    return title_among(line_of(page.title or ""), headline, facts.headings + shown)


def _fill_body(article: ForeignArticle, body: _Element, outline: Outline, title: str) -> None:
    """Take the blocks of the text, and the captions and credits of its pictures."""
    fragment = read_fragment(_to_html(body))
    if fragment.lost:
        article.warn("", describe_unheld(fragment.lost), None)
    found = with_captions(fragment.blocks, outline, title, partial(article.line, place=""))
    if found.lead is not None:
        article.set_line("credit", found.lead.credit, "")
        article.set_line("caption", found.lead.caption, "")
    for caption in dict.fromkeys(found.unkept):
        article.warn("", f"the caption {quoted(caption)} is not kept, without a credit", None)
    article.add_blocks(found.blocks, "")


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
    article.set_date("date", most_exact(times) or page.date, "")


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
        elif element.tag in _TAGS:  # of a damaged page, other names may not be valid
            element.tag = _TAGS[element.tag]
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
        "date": "the time in the JSON-LD of the page, or in elements such as "
        "`article:published_time`, `datePublished`, `parsely-pub-date` or `dcterms.issued`; a day "
        "is replaced by a time of that day; without them, the day that trafilatura finds, without "
        "its extensive search",
        "caption": "the `<figcaption>` of the picture between the title and the text, if that has "
        "a credit",
        "credit": "what is marked in the caption of that picture: by a class such as `credit` or "
        "`copyright`, by `copyrightHolder` or `creditText`, with `<cite>`, or in the JSON-LD for "
        "the same URL; without marks, only what is certainly a credit in canonical text, such as "
        "`Photo: Ada Brook`",
        "image.caption": "likewise, of the pictures in the text",
        "image.credit": "likewise",
        "url": "the canonical URL of the page, or in a WARC file the URL that it was found at",
        "body": "the text that trafilatura finds, with headings, items, quotes, pictures, links, "
        "bold and italic text; the first heading is removed if it is the title, and so is what is "
        "the caption or the credit of a picture",
    },
    leaves={
        "captions without a credit": "a document has a caption only with a credit; they are "
        "reported where a picture of the text or the lead picture has one",
        "the URL of a lead picture with a credit": "a document has no field for it",
        "pictures that trafilatura does not find": "their place in the text is not known",
        "`lang`, `inLanguage`": "a document has no field for the language",
        "`dateModified`": "the last time that the page was saved, which it need not show",
        "navigation, comments, adverts": "are not the article",
    },
)
