"""``--from bbc``: the files of the BBC News corpus: a title, and paragraphs."""

from __future__ import annotations

from collections.abc import Iterator

from corpusfmt.convert.foreign_article import ForeignArticle
from corpusfmt.convert.importer import FoundArticle, ImportOptions, TextImporter


def read(text: str, options: ImportOptions) -> Iterator[FoundArticle]:
    """Yield the one article of a file."""
    article = ForeignArticle()
    start, has_title = 0, False
    for line in text.splitlines(keepends=True):
        span = (start, start + len(line.rstrip()))
        start += len(line)
        if has_title:
            article.add_paragraph(line, span)
        elif line.strip():
            article.set_line("title", line, span)
            has_title = True
    yield FoundArticle(article, (0, len(text)))


def recognises(text: str) -> bool:
    """Return False: any text can be such a file."""
    return False


IMPORTER = TextImporter(
    name="bbc",
    title="BBC",
    summary="the files of the BBC News corpus: a title, and paragraphs",
    definition="[BBC datasets](http://mlg.ucd.ie/datasets/bbc.html)",
    checked_by="files in its form",
    suffixes=(".txt",),
    read=read,
    recognises=recognises,
    reads={"title": "the first line", "body": "the other lines, a paragraph for each"},
)
