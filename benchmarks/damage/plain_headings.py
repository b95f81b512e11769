"""A scraper takes the headings inside an article as paragraphs."""

from __future__ import annotations

import re
from random import Random

from benchmarks.damage.article import Article, Damaged

RULES = ("plain-heading",)
MISSED = (
    "headings in articles that keep others, and lines of one word, with a colon, a comma or "
    "a number at the end, or beside a picture: captions, labels and links look the same"
)


def damage(article: Article, random: Random) -> Damaged | None:
    """Take the marks from all headings that have text above and below."""
    places = [
        index
        for index in range(len(article.header), len(article.lines) - 2)
        if re.match("#{2,6} ", article.lines[index]) and index + 2 in article.paragraphs
    ]
    return article.with_lines(
        {index: article.lines[index].lstrip("# ").strip("*") for index in places}
    )
