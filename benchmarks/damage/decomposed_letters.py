"""File names of macOS and the text of some PDF files have accents as separate characters."""

from __future__ import annotations

import unicodedata
from random import Random

from benchmarks.damage.article import Article, Damaged

RULES = ("not-nfc",)


def damage(article: Article, random: Random) -> Damaged | None:
    """Decompose the whole text, or one paragraph."""
    if random.random() < 0.5:
        return article.whole(unicodedata.normalize("NFD", article.text))
    index = article.pick(random)
    return article.with_line(index, lambda line: unicodedata.normalize("NFD", line))
