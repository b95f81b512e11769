"""``--from proquest``: text exports of ProQuest, with many articles in a file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpusfmt.convert.exported_text import Part, read_labels, split_at
from corpusfmt.convert.foreign_article import ForeignArticle
from corpusfmt.convert.importer import FoundArticle, ImportOptions, TextImporter
from corpusfmt.text.patterns import regex

_BORDER = regex(
    r"^[ \t]*(?:_{20,}|Do[ck]umento? \d+ (?:of|von|sur|de) \d+)[ \t]*$",
    re.MULTILINE | re.IGNORECASE,
)
_FULL_TEXT = "FULL TEXT"
_BEFORE = frozenset({"AUTHOR", "PUBLICATION INFO", "ABSTRACT", "LINKS", "CREDIT", _FULL_TEXT})
_AFTER = frozenset(
    {
        *[
            "TITLE",
            "COPYRIGHT",
            "DATABASE",
            "SUBJECT",
            "LOCATION",
            "PEOPLE",
            "CLASSIFICATION",
            "EDITION",
            "PAGES",
        ],
        *[
            "PUBLISHER",
            "ISSN",
            "SECTION",
            "VOLUME",
            "ISSUE",
            "YEAR",
            "IDENTIFIER",
            "DOI",
            "ILLUSTRATION",
        ],
        "ALTERNATE TITLE",
        "COMPANY",
        "COUNTRY OF PUBLICATION",
        "DOCUMENT TYPE",
        "DOCUMENT URL",
        "FIRST PAGE",
        "IDENTIFIER / KEYWORD",
        "LANGUAGE OF PUBLICATION",
        "LAST UPDATED",
        "NUMBER OF PAGES",
        "PLACE OF PUBLICATION",
        "PROQUEST DOCUMENT ID",
        "PUBLICATION DATE",
        "PUBLICATION SUBJECT",
        "PUBLICATION TITLE",
        "PUBLICATION YEAR",
        "SOURCE TYPE",
    }
)
_AGAIN = frozenset(("AUTHOR", "ABSTRACT", "LINKS"))
"""The labels above the text that can follow it again, below the title."""

_LABELS = read_labels("proquest", (*_BEFORE, *_AFTER))


_NUMBERS = [label for label, known in _LABELS.items() if known == "PROQUEST DOCUMENT ID"]


def read(text: str, options: ImportOptions) -> Iterator[FoundArticle]:
    """Yield the articles of a file."""
    for parts in split_at(_BORDER, text, _LABELS):
        yield FoundArticle(_article(parts), (parts[0].span[0], parts[-1].span[1]))


def _article(parts: list[Part]) -> ForeignArticle:
    article = ForeignArticle()
    values: dict[str, Part] = {}
    for part in parts:
        if part.label:
            values.setdefault(part.label, part)
    for part in [values["TITLE"]] if "TITLE" in values else _unlabelled(parts)[:1]:
        article.set_line("title", part.line, part.span)
    if "AUTHOR" in values:
        part = values["AUTHOR"]
        for name in part.line.split(";"):
            article.add_author(_turned(name), part.span)
    if "PUBLICATION DATE" in values:
        part = values["PUBLICATION DATE"]
        article.set_date("date", part.line, part.span)
    if "DOCUMENT URL" in values:
        part = values["DOCUMENT URL"]
        article.set_url(part.line, part.span)
    for part in _full_text(parts):
        words = part.line if part.label == _FULL_TEXT else part.whole_line
        article.add_paragraph(words, part.span)
    return article


def _unlabelled(parts: list[Part]) -> list[Part]:
    return [part for part in parts if not part.label]


def _full_text(parts: list[Part]) -> list[Part]:
    """Return the paragraphs from the label of the text to the labels at the end.

    A paragraph of the text can begin like a label: those at the end have no other after them.
    """
    labels = [part.label for part in parts]
    if _FULL_TEXT not in labels:
        return []
    ended = len(parts)
    while labels[ended - 1] in _AFTER or (
        labels[ended - 1] in _AGAIN and labels[ended - 2] in _AFTER
    ):
        ended -= 1
    return parts[labels.index(_FULL_TEXT) : ended]


def _turned(name: str) -> str:
    """Return a name that has the family name first, as ProQuest indexes it, in its usual order."""
    family, comma, given = name.strip().rstrip(".").partition(", ")
    return f"{given} {family}" if comma and "," not in given else name.strip()


def recognises(text: str) -> bool:
    """Return whether a text has the labels of an export."""
    start = text[:100_000].upper()
    return any(f"{label}:" in start or f"{label} :" in start for label in _NUMBERS)


IMPORTER = TextImporter(
    name="proquest",
    title="ProQuest",
    summary="text exports of ProQuest, with many articles in a file",
    definition="no published definition: the layout of the exports",
    checked_by="files in their form",
    suffixes=(".txt",),
    read=read,
    recognises=recognises,
    reads={
        "title": "`Title`, or the first paragraph; labels can also be German, French or Spanish",
        "byline": "`Author`, names separated by `;`; “Brook, Ada” is “Ada Brook”",
        "date": "`Publication date`",
        "url": "`Document URL`",
        "body": "`Full text`; lines of a paragraph are joined",
    },
    leaves={
        "`Abstract`": "is made by ProQuest, or the start of the text again",
        "all other labels": "are about the publication",
    },
)
