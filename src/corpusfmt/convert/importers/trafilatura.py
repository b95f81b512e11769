"""``--from trafilatura``: the JSON of trafilatura, ``extract(…, output_format="json")``."""

from __future__ import annotations

from corpusfmt.convert.foreign_article import ForeignArticle
from corpusfmt.convert.importer import ImportOptions, Record, RecordImporter
from corpusfmt.files.paths import is_url
from corpusfmt.text.patterns import regex

_IMAGE = regex(r"!\[([^\[\]]*)\]\(([^\s()]*)\)")
"""A line for a picture, as trafilatura writes it."""

_AUTHORS = ";"
_KEYS = frozenset(("fingerprint", "hostname", "raw_text", "source-hostname"))


def fill(record: Record, article: ForeignArticle, options: ImportOptions) -> None:
    """Move the values of a record into an article."""
    article.set_line("title", record.get("title"), "/title")
    for name in article.line(record.get("author"), "/author").split(_AUTHORS):
        article.add_author(name, "/author")
    article.set_date("date", record.get("date"), "/date")
    article.set_url(record.get("source") or record.get("url"), "/source")
    _add_text(record.get("text"), article)


def _add_text(value: object, article: ForeignArticle) -> None:
    """Add the lines of a text: pictures where trafilatura was to keep them, paragraphs else."""
    lines = article.split_lines(value, "/text")
    if lines and article.is_title(lines[0]):
        del lines[0]
    if not isinstance(value, str) or "!" not in value:
        article.add_paragraphs(lines)
        return
    for line in lines:
        image = _IMAGE.fullmatch(line) if line.startswith("![") else None
        if image is not None:
            article.add_image(image[2], "/text", alt=image[1])
        else:
            article.add_line(line)


def recognises(record: Record) -> bool:
    """Return whether a record has keys that only trafilatura writes; some may be removed.

    Others have a ``source``, too, but trafilatura has the URL of the page in it.
    """
    if "text" not in record:
        return False
    if not _KEYS.isdisjoint(record):
        return True
    source = record.get("source")
    return isinstance(source, str) and "url" not in record and is_url(source)


IMPORTER = RecordImporter(
    name="trafilatura",
    title="JSON of trafilatura",
    summary="articles that trafilatura extracted, as its JSON",
    definition="[trafilatura, output formats](https://trafilatura.readthedocs.io/en/latest/usage-python.html)",
    checked_by="trafilatura",
    suffixes=(".json", ".jsonl", ".ndjson"),
    fill=fill,
    recognises=recognises,
    reads={
        "title": "`title`",
        "byline": "`author`, names separated by `;`",
        "date": "`date`",
        "url": "`source`",
        "image": "the lines of `text` that are `![…](…)`",
        "body": "`text`, a paragraph for each line; a first line that is the title is removed",
    },
    leaves={
        "`raw_text`, `comments`": "the same text again, and what readers wrote",
        "`excerpt`": "the description of the page, which need not be in the article",
        "`hostname`, `source-hostname`, `image`, `language`, `categories`, `tags`, `pagetype`, "
        "`license`, `id`, `fingerprint`, `filedate`": "are about the page",
    },
)
