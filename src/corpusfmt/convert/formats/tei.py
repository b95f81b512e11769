"""``--to tei``: a TEI document, with the header in ``teiHeader`` and the blocks in ``text``."""

from __future__ import annotations

from collections.abc import Iterator

from corpusfmt.convert.format import Format, Options, same_place
from corpusfmt.convert.tei_blocks import start_link, write_divisions, write_figure, write_inline_tei
from corpusfmt.convert.xml_text import element, encode_xml, start_tag
from corpusfmt.text.annotations import TYPE_CHECKING
from corpusfmt.text.patterns import regex

if TYPE_CHECKING:
    from corpusfmt.model.document import AuthorEntry, Document

_NAMESPACE = "http://www.tei-c.org/ns/1.0"

_W3C = regex(
    r"[^T]+(?:T[0-9]{2}:[0-9]{2}:[0-5][0-9](?:\.[0-9]+)?"
    r"(?:Z|[+-](?:0[0-9]|1[0-3]):[0-9]{2}|[+-]14:00)?)?"
)
"""A date as XML Schema has it: a time has seconds, and an offset is at most 14 hours."""


def render(document: Document, options: Options) -> bytes:
    """Return the document of an article, a line for each field and block.

    Raise ConversionError for a character that XML cannot contain.
    """
    return encode_xml("\n".join(_write_document(document)) + "\n")


def _write_document(document: Document) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="utf-8"?>'
    yield start_tag("TEI", xmlns=_NAMESPACE)
    yield "<teiHeader>\n<fileDesc>\n<titleStmt>"
    yield element("title", document["title"], type="main")
    if "subtitle" in document:
        yield element("title", document["subtitle"], type="sub")
    yield from map(_write_author, document.get("byline", ()))
    yield "</titleStmt>"
    yield "<publicationStmt><p>Converted by corpusfmt from a saved article.</p></publicationStmt>"
    yield "<sourceDesc>\n<bibl>"
    yield from _write_source(document)
    yield "</bibl>\n</sourceDesc>\n</fileDesc>\n</teiHeader>"
    yield "<text>\n<body>"
    yield element("head", document["title"])
    if "intro" in document:
        yield '<div type="intro">'
        yield from (f"<p>{write_inline_tei(content)}</p>" for content in document["intro"])
        yield "</div>"
    if "credit" in document:
        yield write_figure("lead", document.get("caption"), document["credit"])
    yield '<div type="article">'
    yield from write_divisions(document["body"])
    yield "</div>\n</body>\n</text>\n</TEI>"


def _write_author(author: AuthorEntry) -> str:
    name = element("name", author["name"])
    if "url" in author:
        name = f"{start_link(author['url'])}{name}</ref>"
    role = f" {element('roleName', author['role'])}" if "role" in author else ""
    return f"<author>{name}{role}</author>"


def _write_source(document: Document) -> Iterator[str]:
    """Yield what is known of the page that the article was saved from."""
    yield element("title", document["title"], level="a")
    if "date" in document:
        yield _write_date(document["date"], "published")
    if "updated" in document:
        yield _write_date(document["updated"], "updated")
    if "url" in document:
        yield start_tag("ptr", target=document["url"]).removesuffix(">") + "/>"


def _write_date(date: str, kind: str) -> str:
    """Return a date as exact as it is: ISO 8601 has some that XML Schema has not."""
    if _W3C.fullmatch(date):
        return element("date", date, type=kind, when=date)
    return element("date", date, type=kind, when_iso=date)


FORMAT = Format(
    name="tei",
    title="TEI",
    summary="a TEI P5 document",
    definition="[TEI P5](https://tei-c.org/guidelines/p5/)",
    checked_by="the RELAX NG schema `tei_all` of the TEI Consortium, with lxml",
    suffixes=(".tei.xml", ".tei"),
    layout="articles",
    render=render,
    carries={
        "title": '`<title type="main">`, and `<head>` of `<body>`',
        "subtitle": '`<title type="sub">`',
        "byline": "`<name>` of `<author>`",
        "byline.url": "`<ref>` of `<author>`",
        "byline.role": "`<roleName>` of `<author>`",
        **same_place('`<date type="published">`', "date", "date.local"),
        **same_place('`<date type="updated">`', "updated", "updated.local"),
        "intro": '`<div type="intro">`',
        "caption": '`<head>` of `<figure type="lead">`',
        "credit": '`<bibl type="credit">` of `<figure type="lead">`',
        "url": "`<ptr>` of `<sourceDesc>`",
        "heading": '`<head>` of `<div type="section">`',
        "heading.level": '`n` of `<div type="section">`',
        **same_place('`<list type="related">`', "related", "related.url"),
        "item": "`<item>` of `<list>`",
        "item.number": "`n` of `<item>`",
        "item.depth": "lists in `<item>`",
        "quote": '`<quote type="pull">`',
        "image": "`<figure>`",
        "image.url": "`url` of `<graphic>`",
        "image.alt": "`<figDesc>`",
        "image.caption": "`<head>` of `<figure>`",
        "image.credit": '`<bibl type="credit">`',
        "separator": "`<milestone>`",
        "link": "`<ref>`",
        "strong": '`<hi rend="bold">`',
        "em": '`<hi rend="italic">`',
        "break": "`<lb/>`",
    },
)
