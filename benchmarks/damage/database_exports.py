"""A press database writes fields around the text."""

from __future__ import annotations

from random import Random

from benchmarks.damage.article import Article, Damaged
from benchmarks.damage.pages import framed

RULES = ("not-an-article",)
FRAMES = (
    "3 of 250 DOCUMENTS\n\nThe Kelsby Record\n\nMay 5, 2019 Sunday\n\nSECTION: NEWS; Pg. 4\n\n"
    "LENGTH: 612 words\n\nBYLINE: Mira Holm\n\nBODY:\n\n{body}\n\nLOAD-DATE: May 6, 2019\n\n"
    "LANGUAGE: ENGLISH\n\nPUBLICATION-TYPE: Newspaper\n\nCopyright 2019 Kelsby Media",
    "HD {title}\n\nBY Mira Holm\n\nWC 612 words\n\nPD 5 May 2019\n\nSN Kelsby Record\n\n"
    "SC KELREC\n\nLA English\n\nTD\n\n{body}\n\nAN Document KELREC0020190505",
    "Length: 612 words\n\nByline: Mira Holm\n\nBody\n\n{body}\n\nLoad-Date: May 6, 2019\n\n"
    "End of Document",
    "Title: {title}\n\nPublication title: Kelsby Record\n\nPages: A4\n\nProQuest document ID: "
    "2219087\n\nFull text: {body}\n\nCopyright: Kelsby Media 2019\n\nLast updated: 2019-05-06",
)  # fmt: skip


def damage(article: Article, random: Random) -> Damaged | None:
    """Put the fields of a database around the paragraphs."""
    return framed(article, random.choice(FRAMES))
