"""``--from fundus``: ``Article.to_json()`` of fundus, and the files that its crawler saves."""

from __future__ import annotations

from collections.abc import Mapping

from corpusfmt.convert.foreign_article import ForeignArticle
from corpusfmt.convert.importer import OBJECT, ImportOptions, Record, RecordImporter


def fill(record: Record, article: ForeignArticle, options: ImportOptions) -> None:
    """Move the values of a record into an article."""
    article.set_line("title", record.get("title"), "/title")
    article.add_authors(record.get("authors"), "/authors")
    article.set_date("date", record.get("publishing_date"), "/publishing_date")
    html = record.get("html")
    if isinstance(html, OBJECT):
        article.set_url(html.get("responded_url"), "/html/responded_url")
    _fill_cover(record, article)
    body = record.get("body")
    if isinstance(body, OBJECT):
        _fill_body(body, article)
    else:
        article.add_lines(record.get("plaintext"), "/plaintext")


def _fill_cover(record: Record, article: ForeignArticle) -> None:
    """Take the caption and the credit of the lead picture, if it has a credit."""
    for index, image in enumerate(article.members(record.get("images"), "/images")):
        if not isinstance(image, OBJECT) or not image.get("is_cover"):
            continue
        place = f"/images/{index}"
        names = article.members(image.get("authors"), f"{place}/authors")
        credit = ", ".join(article.line(name, f"{place}/authors") for name in names)
        if credit:
            article.set_line("credit", credit, f"{place}/authors")
            article.set_line("caption", image.get("caption"), f"{place}/caption")
        return


def _fill_body(body: Mapping[str, object], article: ForeignArticle) -> None:
    summary = article.members(body.get("summary"), "/body/summary")
    for index, paragraph in enumerate(summary):
        article.add_intro(paragraph, f"/body/summary/{index}")
    sections = article.members(body.get("sections"), "/body/sections")
    for index, section in enumerate(sections):
        if not isinstance(section, OBJECT):
            continue
        place = f"/body/sections/{index}"
        for line in article.members(section.get("headline"), f"{place}/headline"):
            article.add_heading(line, f"{place}/headline")
        article.add_each(section.get("paragraphs"), f"{place}/paragraphs")


def recognises(record: Record) -> bool:
    """Return whether a record has a body of fundus, or the text of one."""
    if "plaintext" in record:
        return True
    body = record.get("body")
    has_sections = isinstance(body, OBJECT) and "sections" in body
    return has_sections or ("publishing_date" in record and "body" in record)


IMPORTER = RecordImporter(
    name="fundus",
    title="JSON of fundus",
    summary="articles that fundus crawled, as its JSON",
    definition="[fundus](https://github.com/flairNLP/fundus)",
    checked_by="fundus",
    suffixes=(".json", ".jsonl", ".ndjson"),
    fill=fill,
    recognises=recognises,
    reads={
        "title": "`title`",
        "byline": "`authors`",
        "date": "`publishing_date`",
        "url": "`html.responded_url`, if the records have `html`",
        "intro": "`body.summary`",
        "caption": "`caption` of the picture with `is_cover`, if it has a credit",
        "credit": "`authors` of that picture",
        "heading": "`headline` of the sections of `body`",
        "body": "`paragraphs` of the sections, or the lines of `plaintext` without a `body`",
    },
    leaves={
        "other `images`": "do not say between which paragraphs they are",
        "`topics`, `free_access`, `meta`, `ld`": "are about the page",
    },
)
