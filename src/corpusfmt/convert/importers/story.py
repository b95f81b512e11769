"""``--from story``: the ``.story`` files of the CNN/DailyMail corpus."""

from __future__ import annotations

from collections.abc import Iterator

from corpusfmt.convert.foreign_article import ForeignArticle
from corpusfmt.convert.importer import FoundArticle, ImportOptions, TextImporter
from corpusfmt.text.patterns import regex

_HIGHLIGHT = "@highlight"
_PART = regex(r"(?:[^\n]|\n(?![ \t]*\n))+")


def read(text: str, options: ImportOptions) -> Iterator[FoundArticle]:
    """Yield the one article of a file."""
    article = ForeignArticle()
    article.set_line("title", options.name, (0, 0))
    is_highlight = False
    for part in _PART.finditer(text):
        if part[0].strip() == _HIGHLIGHT:
            is_highlight = True
        elif is_highlight and part[0].strip():
            article.add_intro(part[0], part.span())
            is_highlight = False
        else:
            article.add_paragraph(part[0], part.span())
    yield FoundArticle(article, (0, len(text)))


def recognises(text: str) -> bool:
    """Return whether a text has a highlight."""
    return f"\n{_HIGHLIGHT}\n" in text


IMPORTER = TextImporter(
    name="story",
    title="story",
    summary="the .story files of the CNN/DailyMail corpus",
    definition="[CNN/DailyMail](https://cs.nyu.edu/~kcho/DMQA/)",
    checked_by="files in its form",
    suffixes=(".story",),
    read=read,
    recognises=recognises,
    reads={
        "title": "the name of the file: these files have no title",
        "intro": "the paragraphs after `@highlight`",
        "body": "the other paragraphs",
    },
)
