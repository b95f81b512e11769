"""``--from reuters``: the SGML files of the Reuters-21578 corpus."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from corpusfmt.convert.foreign_article import ForeignArticle
from corpusfmt.convert.importer import FoundArticle, ImportOptions, TextImporter
from corpusfmt.text.patterns import regex

_ARTICLE = regex(r"<REUTERS\b[^>]*>.*?</REUTERS>", re.DOTALL)
_TEXT = regex(r"<TEXT\b[^>]*>(.*?)</TEXT>", re.DOTALL)
_ELEMENT = regex(r"<(TITLE|AUTHOR|DATELINE|BODY)>.*?</\1>", re.DOTALL)
_TAGS = ("DATE", "TITLE", "AUTHOR", "DATELINE", "BODY")
_DATE = regex(r"\s*([0-9]{1,2})-([A-Z]{3})-([0-9]{4}) ([0-9:]{8})(\.[0-9]{1,9})?")
_MONTHS = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"]
_NEW_PARAGRAPH = regex(r"\n(?=[ \t]+\S)|\n[ \t]*\n")
_END = regex(r"(?i)\s*\breuter\s*(?:&#3;)?\s*$")
_CONTROL = regex("&#[0-9]{1,2};")


def read(text: str, options: ImportOptions) -> Iterator[FoundArticle]:
    """Yield the articles of a file."""
    end = 0
    for match in _ARTICLE.finditer(text):
        article = ForeignArticle()
        offset = match.start()
        parts = {tag: _part(match[0], tag, offset) for tag in _TAGS}
        for tag, field in (("TITLE", "title"),):
            article.set_line(field, unescape(_CONTROL.sub("", parts[tag][0])), parts[tag][1])
        _fill_date(article, *parts["DATE"])
        author, span = parts["AUTHOR"]
        name = unescape(_CONTROL.sub("", author)).strip().rstrip(",")
        article.add_author(name.removeprefix("By ").removeprefix("by "), span)
        body = parts["BODY"] if parts["BODY"][0] else _rest_of_text(match[0], offset)
        _fill_body(article, parts["DATELINE"][0], *body)
        yield FoundArticle(article, match.span())
        end = match.end()
    start = text.find("<REUTERS", end)
    if start >= 0:
        article = ForeignArticle()
        article.refuse((start, start + len("<REUTERS")), "the article has no end", "</REUTERS>")
        yield FoundArticle(article, (start, len(text)))


def _rest_of_text(article: str, offset: int) -> tuple[str, tuple[int, int]]:
    """Return the text of an article without `BODY`: what `TEXT` has beside other elements."""
    match = _TEXT.search(article)
    if match is None:
        return "", (offset, offset)
    text = _CONTROL.sub("", _ELEMENT.sub("", match[1])).strip().lstrip("*")
    return text, (offset + match.start(1), offset + match.end(1))


def _part(article: str, tag: str, offset: int) -> tuple[str, tuple[int, int]]:
    """Return the content of an element, and its span in the file; "" if it is not there."""
    start = article.find(f"<{tag}>")
    end = article.find(f"</{tag}>", start)
    if start < 0 or end < 0:
        return "", (offset, offset)
    start += len(tag) + 2
    return article[start:end], (offset + start, offset + end)


def _fill_date(article: ForeignArticle, written: str, span: tuple[int, int]) -> None:
    match = _DATE.match(written)
    if match is None or match[2] not in _MONTHS:
        article.set_date("date", written, span)
        return
    month = _MONTHS.index(match[2]) + 1
    day = f"{match[3]}-{month:02}-{int(match[1]):02}"
    article.set_date("date", f"{day}T{match[4]}{match[5] or ''}", span)


def _fill_body(article: ForeignArticle, dateline: str, body: str, span: tuple[int, int]) -> None:
    """Add the paragraphs, each of which begins with spaces; the first one after the dateline."""
    body = _CONTROL.sub("", _END.sub("", body))
    if dateline.strip():
        body = f"{dateline.strip()} {body.lstrip()}"
    for part in _NEW_PARAGRAPH.split(unescape(body)):
        article.add_paragraph(" ".join(part.split()), span)


def recognises(text: str) -> bool:
    """Return whether a text begins like a file of the corpus."""
    return text.startswith("<!DOCTYPE lewis") or text.lstrip().startswith("<REUTERS ")


IMPORTER = TextImporter(
    name="reuters",
    title="Reuters-21578",
    summary="the SGML files of the Reuters-21578 corpus",
    definition="[Reuters-21578](https://kdd.ics.uci.edu/databases/reuters21578/README.txt)",
    checked_by="files in its form",
    suffixes=(".sgm",),
    read=read,
    recognises=recognises,
    reads={
        "title": "`TITLE`",
        "byline": "`AUTHOR`, without `By` and the comma",
        "date": "`DATE`, which has no offset",
        "body": "`DATELINE` and `BODY`, or the rest of `TEXT`; a paragraph for each line that "
        "begins with spaces",
    },
    leaves={
        "`REUTER` and the control character at the end": "mark the end of an article",
        "`TOPICS`, `PLACES`, `PEOPLE`, `ORGS`, `EXCHANGES`, `COMPANIES`": "are about the article",
        "the attributes of `REUTERS`": "are about the corpus",
    },
)
