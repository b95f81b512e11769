"""``--from json-ld``: articles of schema.org as JSON-LD."""

from __future__ import annotations

from collections.abc import Mapping

from corpusfmt.convert.foreign_article import ForeignArticle
from corpusfmt.convert.importer import OBJECT, ImportOptions, Record, RecordImporter

_ARTICLE = "Article"
_OTHER_TYPES = ("BlogPosting", "LiveBlogPosting", "Report", "SocialMediaPosting")
_GRAPH = "@graph"


def fill(record: Record, article: ForeignArticle, options: ImportOptions) -> None:
    """Move the properties of an article, or of the first one of a graph, into an article."""
    place, found = _find_article(record) or ("", record)
    article.set_line("title", found.get("headline") or found.get("name"), f"{place}/headline")
    article.set_line("subtitle", found.get("alternativeHeadline"), f"{place}/alternativeHeadline")
    for index, author in enumerate(article.members(found.get("author"), f"{place}/author")):
        _fill_author(author, article, f"{place}/author/{index}")
    article.set_date("date", found.get("datePublished"), f"{place}/datePublished")
    article.set_date("updated", found.get("dateModified"), f"{place}/dateModified")
    page = found.get("mainEntityOfPage")
    url = found.get("url") or (page.get("@id") if isinstance(page, OBJECT) else page)
    article.set_url(url, f"{place}/url")
    for line in article.split_lines(found.get("abstract"), f"{place}/abstract"):
        article.add_intro(line, f"{place}/abstract")
    _fill_body(found.get("articleBody"), article, f"{place}/articleBody")


def _fill_author(author: object, article: ForeignArticle, place: str) -> None:
    if isinstance(author, OBJECT):
        url = article.line(author.get("url"), f"{place}/url")
        article.add_author(author.get("name"), f"{place}/name", url=url)
    else:
        article.add_author(author, place)


def _fill_body(body: object, article: ForeignArticle, place: str) -> None:
    """Take the text; some sites write HTML there, which has paragraphs."""
    if isinstance(body, str) and "</p>" in body:
        article.add_html(body, place)
    else:
        article.add_lines(body, place)


def _find_article(record: Record) -> tuple[str, Mapping[str, object]] | None:
    """Return a record that is an article, or the first one of its graph, and where that is."""
    if _is_article(record):
        return "", record
    graph = record.get(_GRAPH)
    for index, member in enumerate(graph if isinstance(graph, list) else ()):
        if isinstance(member, OBJECT) and _is_article(member):
            return f"/{_GRAPH}/{index}", member
    return None


def _is_article(record: Mapping[str, object]) -> bool:
    kinds = record.get("@type")
    for kind in kinds if isinstance(kinds, list) else [kinds]:
        if isinstance(kind, str) and (kind.endswith(_ARTICLE) or kind in _OTHER_TYPES):
            return True
    return False


def recognises(record: Record) -> bool:
    """Return whether a record is an article of schema.org, or a graph that has one."""
    return _find_article(record) is not None


IMPORTER = RecordImporter(
    name="json-ld",
    title="JSON-LD",
    summary="articles of schema.org, as JSON-LD",
    definition="[schema.org, Article](https://schema.org/Article)",
    checked_by="what `--to json-ld` writes",
    suffixes=(".jsonld", ".json", ".jsonl", ".ndjson"),
    fill=fill,
    recognises=recognises,
    reads={
        "title": "`headline`, or `name`",
        "subtitle": "`alternativeHeadline`",
        "byline": "`author`, or its `name`",
        "byline.url": "`author.url`",
        "date": "`datePublished`",
        "updated": "`dateModified`",
        "url": "`url`, or `mainEntityOfPage`",
        "intro": "`abstract`",
        "body": "`articleBody`, a paragraph for each line; with its markup if it is HTML",
    },
    leaves={
        "`image`, `thumbnailUrl`": "do not say where in the article they are",
        "`description`": "the description of the page, which need not be in the article",
        "`publisher`, `keywords`, `articleSection` and the like": "are about the page",
    },
)
