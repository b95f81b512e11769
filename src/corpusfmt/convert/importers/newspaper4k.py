"""``--from newspaper4k``: ``Article.to_json()`` of newspaper4k."""

from __future__ import annotations

from corpusfmt.convert.foreign_article import ForeignArticle
from corpusfmt.convert.importer import ImportOptions, Record, RecordImporter

_KEYS = frozenset(
    (
        *("canonical_link", "meta_data", "meta_description", "meta_favicon", "meta_img"),
        *("meta_keywords", "meta_lang", "publish_date", "top_image", "top_img"),
    )
)


def fill(record: Record, article: ForeignArticle, options: ImportOptions) -> None:
    """Move the values of a record into an article."""
    article.set_line("title", record.get("title"), "/title")
    article.add_authors(record.get("authors"), "/authors")
    article.set_date("date", record.get("publish_date"), "/publish_date")
    name = "canonical_link" if record.get("canonical_link") else "url"
    article.set_url(record.get(name), f"/{name}")
    article.add_lines(record.get("text"), "/text")


def recognises(record: Record) -> bool:
    """Return whether a record has keys that only newspaper4k and newspaper3k write."""
    return "text" in record and not _KEYS.isdisjoint(record)


IMPORTER = RecordImporter(
    name="newspaper4k",
    title="JSON of newspaper4k",
    summary="articles that newspaper4k extracted, as its JSON",
    definition="[newspaper4k](https://newspaper4k.readthedocs.io/)",
    checked_by="newspaper4k",
    suffixes=(".json", ".jsonl", ".ndjson"),
    fill=fill,
    recognises=recognises,
    midnight_is_day=True,
    reads={
        "title": "`title`",
        "byline": "`authors`",
        "date": "`publish_date`; 00:00:00 is no time, since newspaper4k writes a day like that",
        "url": "`canonical_link`, or `url` without one",
        "body": "`text`, a paragraph for each line",
    },
    leaves={
        "`summary`, `keywords`, `keyword_scores`": "are made by newspaper4k",
        "`meta_description`": "the description of the page, which need not be in the article",
        "`images`, `top_image`, `meta_img`, `movies`": "are of the page, not all of the article",
        "`tags`, `meta_keywords`, `meta_lang`, `meta_site_name`, `meta_favicon`, `language`, "
        "`read_more_link`": "are about the page",
    },
)
