"""The first letter of the article is a picture, and is lost."""

from __future__ import annotations

import re
from random import Random

from benchmarks.damage.article import Article, Damaged

RULES = ("parted-drop-cap",)
MISSED = (
    "a first paragraph that follows a long one, or several short ones, and begins with what "
    "is a word as well; other lower case at the start is reported as uncertain"
)


def damage(article: Article, random: Random) -> Damaged | None:
    """Drop the first letter of the body."""
    if article.script not in {"latin", "cyrillic", "greek"} or not article.paragraphs:
        return None
    first = article.paragraphs[0]
    if not re.match(r"[^\W\d_][^\W\d_A-Z]{2,}", article.lines[first]):
        return None
    return article.with_line(first, lambda line: line[1:])
