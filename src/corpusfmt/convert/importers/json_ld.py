"""``--from json-ld``: articles of schema.org as JSON-LD."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from corpusfmt.convert.foreign_article import ForeignArticle
from corpusfmt.convert.foreign_values import is_html
from corpusfmt.convert.importer import OBJECT, ImportOptions, Placed, Record, RecordImporter
from corpusfmt.text.display import quoted

_ARTICLE = "Article"
_OTHER_TYPES = ("BlogPosting", "LiveBlogPosting", "Report", "SocialMediaPosting")
_GRAPH = "@graph"
_PAGE_ENTITY = "mainEntity"
_REPRESENTATIVE = "representativeOfPage"
_PREFIXES = ("schema:", "https://schema.org/", "http://schema.org/")
"""What the names of properties begin with where the context does not say it."""


def fill(record: Record, article: ForeignArticle, options: ImportOptions) -> None:
    """Move the properties of an article, or of the first one of a graph, into an article."""
    found = _find_articles(record)
    if len(found) > 1:
        message = f"{len(found) - 1} more of the graph not read"
        article.warn(found[1][0], message, "one article in a graph")
    if not found and isinstance(_value_of(record, "@type")[0], str):
        article.refuse("/@type", f"the type is {quoted(str(record['@type']))}", "an Article")
        return
    place, node = found[0] if found else ("", record)
    title, name = _value_of(node, "headline")
    if not title:
        title, name = _value_of(node, "name")
    article.set_line("title", title, place + name)
    _set(article.set_line, "subtitle", node, "alternativeHeadline", place)
    _fill_authors(node, article, place, _nodes_by_id(record))
    _set(article.set_date, "date", node, "datePublished", place)
    _set(article.set_date, "updated", node, "dateModified", place)
    _fill_url(node, article, place)
    _fill_lead(node, article, place)
    abstract, name = _value_of(node, "abstract")
    for line in article.split_lines(abstract, place + name):
        article.add_intro(line, place + name)
    body, name = _value_of(node, "articleBody")
    _fill_body(body, article, place + name)


def _set(
    setter: Callable[[str, object, str], None], field: str, node: Record, name: str, place: str
) -> None:
    value, where = _value_of(node, name)
    setter(field, value, place + where)


def _value_of(node: Record, name: str) -> tuple[object, str]:
    """Return the value of a property, and where it is in the node; None where there is none."""
    value = node.get(name)
    if isinstance(value, str):  # as nearly all are
        return value, f"/{name}"
    written = name if name in node else _find_prefixed(node, name)
    if written is None:
        return None, f"/{name}"
    value = node[written]
    place = f"/{written.replace('~', '~0').replace('/', '~1')}"
    if isinstance(value, list) and len(value) == 1:
        value, place = value[0], f"{place}/0"
    if isinstance(value, OBJECT) and "@value" in value:
        return value["@value"], f"{place}/@value"
    return value, place


def _find_prefixed(node: Record, name: str) -> str | None:
    """Return the name of a property with what the context does not say, or None without it."""
    for prefix in _PREFIXES:
        if prefix + name in node:
            return prefix + name
    return None


def _fill_url(node: Record, article: ForeignArticle, place: str) -> None:
    url, name = _value_of(node, "url")
    if not url:
        url, name = _value_of(node, "mainEntityOfPage")
    if isinstance(url, OBJECT):
        url, name = url.get("@id") or url.get("url"), f"{name}/@id"
    article.set_url(url, place + name)


def _fill_lead(node: Record, article: ForeignArticle, place: str) -> None:
    """Take the caption and the credit of the picture that represents the page.

    Other pictures can be anywhere in the text, or be the logo of the website.
    """
    images, name = _value_of(node, "image")
    is_many = isinstance(images, list)
    for index, image in enumerate(article.members(images, place + name)):
        if not isinstance(image, OBJECT) or not _is_true(image.get(_REPRESENTATIVE)):
            continue
        where = f"{place}{name}/{index}" if is_many else place + name
        _set(article.set_line, "credit", image, "creditText", where)
        _set(article.set_line, "caption", image, "caption", where)
        return


def _is_true(value: object) -> bool:
    return value is True or str(value).rpartition("/")[2].lower() == "true"


def _fill_authors(
    node: Record, article: ForeignArticle, place: str, nodes: Mapping[str, Record]
) -> None:
    """Add the authors: names, nodes with a name, or the identifiers of such nodes."""
    authors, name = _value_of(node, "author")
    is_many = isinstance(authors, list)
    for index, author in enumerate(article.members(authors, place + name)):
        where = f"{place}{name}/{index}" if is_many else place + name
        if not isinstance(author, OBJECT):
            article.add_author(author, where)
            continue
        known = nodes.get(str(author.get("@id")), author)
        _fill_author(author if _value_of(author, "name")[0] else known, article, where)


def _fill_author(author: Record, article: ForeignArticle, place: str) -> None:
    url = _value_of(author, "url")[0]
    line = article.line(url, f"{place}/url") if isinstance(url, str) else ""
    names, where = _value_of(author, "name")
    for name in article.members(names, place + where):
        article.add_author(name, place + where, url=line)


def _fill_body(body: object, article: ForeignArticle, place: str) -> None:
    """Take the text; some sites write HTML there, which has paragraphs."""
    if isinstance(body, str) and is_html(body):
        article.add_html(body, place)
        return
    for part in article.members(body, place):
        article.add_lines(part, place)


def _find_articles(record: Record) -> list[tuple[str, Record]]:
    """Return a record that is an article, or those of its graph or page, and where each is."""
    if _is_article(record):
        return [("", record)]
    entity, place = _value_of(record, _PAGE_ENTITY)
    if isinstance(entity, OBJECT) and _is_article(entity):
        return [(place, entity)]
    graph = record.get(_GRAPH)
    found: list[tuple[str, Record]] = []
    for index, member in enumerate(graph if isinstance(graph, list) else ()):
        if isinstance(member, OBJECT):
            found += [(f"/{_GRAPH}/{index}{where}", one) for where, one in _find_articles(member)]
    return found


def _nodes_by_id(record: Record) -> dict[str, Record]:
    """Return the nodes of a graph by their identifiers."""
    graph = record.get(_GRAPH)
    members = graph if isinstance(graph, list) else ()
    return {str(one.get("@id")): one for one in members if isinstance(one, OBJECT) and "@id" in one}


def _is_article(record: Mapping[str, object]) -> bool:
    kinds = record.get("@type")
    for kind in kinds if isinstance(kinds, list) else [kinds]:
        if isinstance(kind, str) and kind.rpartition("/")[2].rpartition(":")[2] in _OTHER_TYPES:
            return True
        if isinstance(kind, str) and kind.endswith(_ARTICLE):
            return True
    return False


def select(records: list[Placed]) -> list[Placed]:
    """Return the records with an article, or all if none has; each has one article of a graph."""
    found: list[Placed] = []
    for place, record in records:
        if isinstance(record, OBJECT):
            found += [(place, one) for one in articles_of(record)]
    return found or records


def articles_of(record: Record) -> list[Record]:
    """Return a record for each of its articles; there can be none."""
    found = _find_articles(record)
    if not found:
        return [record] if _is_bare(record) else []
    return _apart(record, [place for place, _ in found])


def _apart(record: Record, places: list[str]) -> list[Record]:
    """Return a graph for each of its articles at these places, without the other ones."""
    graph = record.get(_GRAPH)
    if len(places) < 2 or not isinstance(graph, list):
        return [record]
    numbers = [int(place.split("/")[2]) for place in places]
    apart: list[Record] = []
    for kept in numbers:
        nodes = [{} if at in numbers and at != kept else node for at, node in enumerate(graph)]
        apart.append({**record, _GRAPH: nodes})
    return apart


def recognises(record: Record) -> bool:
    """Return whether a record is an article of schema.org, or a page or graph that has one.

    ``articleBody`` is a property of articles only, also where the type was removed.
    """
    return bool(_find_articles(record)) or _is_bare(record)


def _is_bare(record: Record) -> bool:
    return "articleBody" in record and "@type" not in record


IMPORTER = RecordImporter(
    name="json-ld",
    title="JSON-LD",
    summary="articles of schema.org, as JSON-LD",
    definition="[schema.org, Article](https://schema.org/Article)",
    checked_by="what `--to json-ld` writes",
    suffixes=(".jsonld", ".json", ".jsonl", ".ndjson"),
    fill=fill,
    recognises=recognises,
    select=select,
    reads={
        "title": "`headline`, or `name`",
        "subtitle": "`alternativeHeadline`",
        "byline": "`author`, or its `name`, also where that is in another node of the graph",
        "byline.url": "`author.url`",
        "date": "`datePublished`",
        "updated": "`dateModified`",
        "url": "`url`, or `mainEntityOfPage`",
        "intro": "`abstract`",
        "caption": "`caption` of the `image` that is `representativeOfPage`, if it has a credit",
        "credit": "`creditText` of that `image`",
        "body": "`articleBody`, a paragraph for each line; with its markup if it is HTML",
    },
    leaves={
        "other `image`, `thumbnailUrl`": "do not say where in the article they are",
        "`description`": "the description of the page, which need not be in the article",
        "`publisher`, `keywords`, `articleSection` and the like": "are about the page",
        "other nodes of an array or a graph": "are not articles",
    },
)
