"""A converter to ASCII drops all letters that have accents."""

from __future__ import annotations

import re
from random import Random

from benchmarks.damage.article import Article, Damaged

RULES = ("lost-letter",)
LANGUAGES = frozenset(("de", "fr", "es", "pt", "sv", "pl", "hu"))


def damage(article: Article, random: Random) -> Damaged | None:
    """Drop all letters that are not in ASCII."""
    if article.language not in LANGUAGES:
        return None
    count = sum(len(re.findall("[à-ž]", article.lines[index])) for index in article.paragraphs)
    if count < 10:
        return None
    return article.with_every_line(lambda line: line.encode("ascii", "ignore").decode())
