"""``--from front-matter``: Markdown with front matter, as trafilatura or Hugo write it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpusfmt.convert.foreign_article import ForeignArticle
from corpusfmt.convert.front_values import Value, find_front, read_front
from corpusfmt.convert.importer import FoundArticle, ImportOptions, TextImporter
from corpusfmt.convert.markdown_body import plain_line, read_markdown, with_marked_headings
from corpusfmt.convert.unheld import describe_unheld, find_unheld
from corpusfmt.text.patterns import regex

_LINES = {
    "title": ("title", "headline"),
    "subtitle": ("subtitle",),
    "caption": ("caption",),
    "credit": ("credit",),
}
_DATES = {
    "date": ("date", "published", "publishdate", "pubdate"),
    "updated": ("lastmod", "updated", "last_modified_at"),
}
_AUTHORS = ("authors", "author", "byline")
_URLS = ("original_url", "source_url", "canonical_url", "url", "link", "source")
_SEPARATOR = ";"
_NOTE_LINK = regex(r"\[\[(?:[^\[\]|]*/)?(?P<note>[^\[\]|/]+)(?:\|(?P<shown>[^\[\]|]+))?\]\]")
_TITLE = regex(r"""(?im)^[ \t]*["']?title["']?[ \t]*[:=]""")
_SCHEME = regex(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)


def read(text: str, options: ImportOptions) -> Iterator[FoundArticle]:
    """Yield the one article of a file."""
    article = ForeignArticle(midnight_is_day=True)
    front = find_front(text)
    if front is None:
        article.refuse((0, 0), "no front matter", "--- on line 1, and after the values")
        yield FoundArticle(article, (0, len(text)))
        return
    _fill_header(article, read_front(front, article))
    markdown = text[front.end :].replace("\r\n", "\n")
    lost = find_unheld(markdown)
    if lost:
        place = min(text.index(one, front.end) for one in lost)
        article.warn((place, place + 1), describe_unheld(lost), None)
    markdown = with_marked_headings(markdown)
    body = read_markdown(_without_title(markdown, article, (front.end, front.end)))
    article.add_blocks(body["body"], (front.end, len(text)))
    yield FoundArticle(article, (0, len(text)))


def _fill_header(article: ForeignArticle, values: dict[str, Value]) -> None:
    for name, keys in _LINES.items():
        for value in _first(values, keys):
            article.set_line(name, " ".join(value.strings), value.span)
    for value in _first(values, _AUTHORS):
        names = value.strings if len(value.strings) > 1 else value.strings[0].split(_SEPARATOR)
        for name in names:
            article.add_author(_name_of(name), value.span)
    for name, keys in _DATES.items():
        for value in _first(values, keys):
            article.set_date(name, value.strings[0], value.span)
    for value in _urls(values)[:1]:
        article.set_url(value.strings[0], value.span)


def _urls(values: dict[str, Value]) -> list[Value]:
    """Return the values that are URLs; that of Hugo can be a path."""
    found = [values[key] for key in _URLS if key in values]
    return [value for value in found if _SCHEME.match(value.strings[0])]


def _without_title(body: str, article: ForeignArticle, place: tuple[int, int]) -> str:
    """Return a body without a first line that is the title as a heading of level 1.

    Without a title in the front matter, such a heading is the title.
    """
    line, _, rest = body.lstrip("\n").partition("\n")
    if not line.startswith("# "):
        return body
    if not article.has("title"):
        article.set_line("title", plain_line(line[2:]), place)
        return rest
    return rest if article.is_title(line[2:]) else body


def _first(values: dict[str, Value], keys: tuple[str, ...]) -> Iterator[Value]:
    """Yield the value of the first of some keys that is there."""
    for key in keys:
        if key in values:
            yield values[key]
            return


def _name_of(author: str) -> str:
    """Return a name without the brackets of a link between notes, as Obsidian writes them."""
    match = _NOTE_LINK.fullmatch(author.strip())
    return author if match is None else match["shown"] or match["note"]


def recognises(text: str) -> bool:
    """Return whether a text begins with front matter that has a title."""
    front = find_front(text)
    if front is None:
        return False
    if front.text.startswith("%") or _TITLE.search(front.text) is not None:
        return True
    return text[front.end :].lstrip("\r\n").startswith("# ")


IMPORTER = TextImporter(
    name="front-matter",
    title="Markdown with front matter",
    summary="Markdown with front matter in YAML, TOML or JSON, as trafilatura, Hugo, Jekyll and "
    "Obsidian have it, or with the title lines of Pandoc",
    definition="[CommonMark 0.31](https://spec.commonmark.org/0.31.2/), "
    "[YAML 1.2](https://yaml.org/spec/1.2.2/), [TOML 1.0](https://toml.io/en/v1.0.0), "
    "[Pandoc](https://pandoc.org/MANUAL.html#metadata-blocks)",
    checked_by="trafilatura",
    suffixes=(".md", ".markdown"),
    read=read,
    recognises=recognises,
    extra="yaml",
    modules=("yaml",),
    reads={
        "title": "`title` or `headline`, or without these a heading of level 1 at the start",
        "subtitle": "`subtitle`",
        "byline": "`authors`, `author` or `byline`: a list, or names separated by `;`",
        "date": "`date`, `published`, `publishDate` or `pubDate`; midnight is a day",
        "updated": "`lastmod`, `updated` or `last_modified_at`",
        "caption": "`caption`, with a credit",
        "credit": "`credit`",
        "url": "`original_url`, `source_url`, `canonical_url`, `url`, `link` or `source`, "
        "if it has a scheme",
        "body": "the Markdown, read as the body of an article; a first heading that is the title "
        "is removed",
    },
    leaves={"other keys": "have no field"},
)
