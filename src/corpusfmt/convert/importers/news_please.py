"""``--from news-please``: the JSON files of news-please."""

from __future__ import annotations

from corpusfmt.convert.foreign_article import ForeignArticle
from corpusfmt.convert.importer import ImportOptions, Record, RecordImporter


def fill(record: Record, article: ForeignArticle, options: ImportOptions) -> None:
    """Move the values of a record into an article."""
    article.set_line("title", record.get("title"), "/title")
    article.add_authors(record.get("authors"), "/authors")
    article.set_date("date", record.get("date_publish"), "/date_publish")
    article.set_date("updated", record.get("date_modify"), "/date_modify")
    article.set_url(record.get("url"), "/url")
    article.add_lines(record.get("maintext", record.get("text")), "/maintext")


def recognises(record: Record) -> bool:
    """Return whether a record has keys that only news-please writes; some may be removed."""
    return "maintext" in record or ("date_publish" in record and "source_domain" in record)


IMPORTER = RecordImporter(
    name="news-please",
    title="JSON of news-please",
    summary="articles that news-please extracted, as its JSON",
    definition="[news-please](https://github.com/fhamborg/news-please)",
    checked_by="news-please",
    suffixes=(".json", ".jsonl", ".ndjson"),
    fill=fill,
    recognises=recognises,
    midnight_is_day=True,
    reads={
        "title": "`title`",
        "byline": "`authors`",
        "date": "`date_publish`; 00:00:00 is no time, since news-please writes a day like that",
        "updated": "`date_modify`, likewise",
        "url": "`url`",
        "body": "`maintext`, a paragraph for each line",
    },
    leaves={
        "`description`": "the description of the page, which need not be in the article",
        "`title_page`, `title_rss`": "other titles of the page",
        "`date_download`, `filename`, `localpath`, `source_domain`, `language`, `image_url`": (
            "are about the page"
        ),
    },
)
