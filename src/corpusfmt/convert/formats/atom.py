"""``--to atom``: an Atom feed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from corpusfmt.convert.format import ConversionError, Format, Options, same_place
from corpusfmt.convert.formats.html import BLOCKS
from corpusfmt.convert.html_article import write_content
from corpusfmt.convert.html_inline import escape_text, escape_value
from corpusfmt.convert.instants import moment, to_instant
from corpusfmt.convert.sources import document_urn
from corpusfmt.convert.xml_text import element, encode_xml
from corpusfmt.syntax.inline import plain_text
from corpusfmt.text.annotations import TYPE_CHECKING

if TYPE_CHECKING:
    from corpusfmt.model.document import AuthorEntry, Document

_ATOM = "http://www.w3.org/2005/Atom"
_TERMS = "http://purl.org/dc/terms/"

_NO_AUTHORS: list[AuthorEntry] = [{"name": ""}]


def render(document: Document, options: Options) -> bytes:
    """Return an entry of the feed, which starts with the time when it was updated.

    Raise ConversionError for an article without a time, which each entry must have.
    """
    lines = ["<entry>", *_write_entry(document, options), "</entry>"]
    return encode_xml("\n".join(lines) + "\n")


def join(entries: Iterable[bytes], options: Options) -> Iterator[bytes]:
    """Yield the feed; its time, the last of its entries, is at the end, when it is known."""
    last: str | None = None
    for entry in entries:
        if last is None:
            yield _write_head(options).encode()
        yield entry
        updated = _updated_of(entry)
        if last is None or moment(updated) > moment(last):
            last = updated
    if last is not None:
        yield f"{element('updated', last)}\n</feed>\n".encode()


def _write_head(options: Options) -> str:
    import uuid

    name = uuid.uuid5(uuid.NAMESPACE_URL, f"corpusfmt:{options.feed_title}")
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<feed xmlns="{_ATOM}" xmlns:dcterms="{_TERMS}">\n'
        f"{element('id', f'urn:uuid:{name}')}\n"
        f"{element('title', options.feed_title)}\n"
    )


def _write_entry(document: Document, options: Options) -> Iterator[str]:
    date, updated = document.get("date"), document.get("updated")
    published = to_instant(date)
    time = to_instant(updated) or published or options.updated
    if time is None:
        raise ConversionError(
            "the article has no time with an offset, which an Atom entry must have; "
            "--updated is the time of such entries"
        )
    yield element("updated", time)
    yield element("id", document_urn(document))
    yield element("title", document["title"])
    if "subtitle" in document:
        yield element("dcterms:alternative", document["subtitle"])
    if published is not None:
        yield element("published", published)
    elif date is not None:
        yield element("dcterms:issued", date)
    if updated is not None:  # <updated> can be the time of another field
        yield element("dcterms:modified", updated)
    yield from map(_write_author, document.get("byline", _NO_AUTHORS))
    if "url" in document:
        yield f'<link rel="alternate" href="{escape_value(document["url"])}"/>'
    if "intro" in document:
        yield element("summary", "\n\n".join(map(plain_text, document["intro"])))
    content = escape_text("\n".join(write_content(document)))
    yield f'<content type="html">{content}</content>'


def _write_author(author: AuthorEntry) -> str:
    """Return an author; an entry has one, whose name is empty if the article has none."""
    written = element("name", author["name"])
    if "url" in author:
        written += element("uri", author["url"])
    if "role" in author:
        written += element("dcterms:description", author["role"])
    return f"<author>{written}</author>"


def _updated_of(entry: bytes) -> str:
    start, end = b"<updated>", b"</updated>"
    return entry.partition(end)[0].partition(start)[2].decode()


FORMAT = Format(
    name="atom",
    title="Atom",
    summary="an Atom feed",
    definition="[RFC 4287](https://www.rfc-editor.org/rfc/rfc4287), "
    "[DCMI Metadata Terms](https://www.dublincore.org/specifications/dublin-core/dcmi-terms/)",
    checked_by="feedparser",
    suffixes=(".atom", ".xml"),
    layout="stream",
    render=render,
    join=join,
    options=("feed_title", "updated"),
    carries={
        "title": "`<title>`",
        "subtitle": "`<dcterms:alternative>`",
        "byline": "`<name>` of `<author>`, which is empty without authors",
        "byline.url": "`<uri>` of `<author>`",
        "byline.role": "`<dcterms:description>` of `<author>`",
        "date": "`<published>`",
        "date.local": "`<dcterms:issued>`",
        "updated": "`<updated>` and `<dcterms:modified>`",
        "updated.local": "`<dcterms:modified>`",
        "intro": '`<summary>`, and `<div class="intro">` in `<content>`',
        **same_place('`<figure class="lead">` in `<content>`', "caption", "credit"),
        "url": '`<link rel="alternate">`, and the base of `<id>`',
        **{feature: f"{place} in `<content>`" for feature, place in BLOCKS.items()},
    },
)
