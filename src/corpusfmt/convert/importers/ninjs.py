"""``--from ninjs``: news objects of the IPTC, ninjs 1 to 3."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from corpusfmt.convert.exported_text import add_byline
from corpusfmt.convert.foreign_article import ForeignArticle
from corpusfmt.convert.importer import OBJECT, ImportOptions, Record, RecordImporter

_HTML = ("text/html", "application/xhtml+xml")
_BODIES = ("bodies", "body_xhtml", "body_html", "body_text")
_TITLES = ("main", "headline", "")
"""The roles of the headline that is the title, the first that there is."""


def fill(record: Record, article: ForeignArticle, options: ImportOptions) -> None:
    """Move the values of a news object into an article."""
    _fill_headlines(record, article)
    _fill_byline(record, article)
    created = record.get("firstCreated", record.get("firstcreated"))
    article.set_date("date", created, "/firstCreated")
    updated = record.get("versionCreated", record.get("versioncreated"))
    article.set_date("updated", updated, "/versionCreated")
    for place, value in _texts(record, "descriptions"):
        if value.get("role") == "intro":
            article.add_intro(value.get("value"), place)
    for place, value in _texts(record, "renditions"):
        if value.get("name") == "web":
            article.set_url(value.get("href"), f"{place}/href")
    _fill_picture(record, article)
    _fill_body(record, article)


def _fill_headlines(record: Record, article: ForeignArticle) -> None:
    by_role: dict[str, tuple[str, Mapping[str, object]]] = {}
    for place, headline in _texts(record, "headlines"):
        role = headline.get("role", "")
        if isinstance(role, str):
            by_role[role] = (place, headline)
    for role in _TITLES:
        if role in by_role:
            place, value = by_role[role]
            article.set_line("title", value.get("value"), f"{place}/value")
            break
    else:
        name = "headline" if "headline" in record else "title"
        article.set_line("title", record.get(name), f"/{name}")
    if "subtitle" in by_role:
        place, value = by_role["subtitle"]
        article.set_line("subtitle", value.get("value"), f"{place}/value")


def _fill_byline(record: Record, article: ForeignArticle) -> None:
    """Take the authors among the sources or, without one, the byline as it is printed."""
    has_authors = False
    for place, value in _texts(record, "infoSources"):
        if value.get("role") == "author":
            article.add_author(value.get("name"), f"{place}/name")
            has_authors = True
    if not has_authors:
        name = "by" if "by" in record else "byline"
        add_byline(article, article.line(record.get(name), f"/{name}"), f"/{name}")


def _fill_picture(record: Record, article: ForeignArticle) -> None:
    """Take the credit and the caption of a picture that is named as the lead."""
    for place, value in _texts(record, "associations"):
        if value.get("name") == "lead" and value.get("type") == "picture" and value.get("by"):
            article.set_line("credit", value.get("by"), f"{place}/by")
            for where, description in _texts(value, "descriptions"):
                if description.get("role") == "caption":
                    caption = description.get("value")
                    article.set_line("caption", caption, f"{place}{where}/value")


def _fill_body(record: Record, article: ForeignArticle) -> None:
    """Take the main body or, without one, the first."""
    bodies = list(_texts(record, "bodies"))
    for key in ("body_xhtml", "body_html"):
        if key in record:
            bodies.append((f"/{key}", {"contentType": "text/html", "value": record[key]}))
    if "body_text" in record:
        bodies.append(("/body_text", {"contentType": "text/plain", "value": record["body_text"]}))
    bodies.sort(key=lambda body: body[1].get("role") != "main")
    for place, body in bodies[:1]:
        value = body.get("value")
        if body.get("contentType", body.get("contenttype")) in _HTML and isinstance(value, str):
            article.add_html(value, place)
        else:
            article.add_lines(value, place)


def _texts(record: Record, key: str) -> Sequence[tuple[str, Mapping[str, object]]]:
    """Return the objects of an array, or of an object of objects, each with its place."""
    value = record.get(key)
    if value is None:  # as most are
        return ()
    found: list[tuple[str, Mapping[str, object]]] = []
    if isinstance(value, list):
        for index, member in enumerate(value):
            if isinstance(member, OBJECT):
                found.append((f"/{key}/{index}", member))
    elif isinstance(value, OBJECT):
        for name, member in value.items():
            if isinstance(member, OBJECT):
                found.append((f"/{key}/{name}", {"name": name, **member}))
    return found


def recognises(record: Record) -> bool:
    """Return whether a record is a news object: it has a URI or a headline, and a body."""
    standard = record.get("standard")
    if isinstance(standard, OBJECT) and standard.get("name") == "ninjs":
        return True
    return ("uri" in record or "headline" in record) and not record.keys().isdisjoint(_BODIES)


IMPORTER = RecordImporter(
    name="ninjs",
    title="ninjs",
    summary="news objects of the IPTC, ninjs 1 to 3",
    definition="[ninjs](https://iptc.org/std/ninjs/)",
    checked_by="what `--to ninjs` writes, and the JSON Schema of the IPTC",
    suffixes=(".json", ".jsonl", ".ndjson"),
    fill=fill,
    recognises=recognises,
    reads={
        "title": "the headline with the role `main`, or `headline`, or `title`",
        "subtitle": "the headline with the role `subtitle`",
        "byline": "`name` of `infoSources` with the role `author`, or `by`, read as a byline",
        "date": "`firstCreated`",
        "updated": "`versionCreated`",
        "intro": "the description with the role `intro`",
        "caption": "the description with the role `caption` of the picture named `lead`",
        "credit": "`by` of that picture",
        "url": "the rendition named `web`",
        "body": "the body with the role `main`, or the first; HTML with its markup",
    },
    leaves={
        "`subjects`, `places`, `people`, `organisations`, `events`, `genres`, `products`": (
            "are about the article"
        ),
        "other `renditions` and `associations`": "are files and articles of their own",
        "`uri`, `version`, `pubStatus`, `urgency`, `rightsInfo` and the like": (
            "are about how the article is published"
        ),
    },
)
