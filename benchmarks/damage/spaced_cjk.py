"""Text taken from a PDF file, or prepared for search, has a space after each character."""

from __future__ import annotations

import re
from random import Random

from benchmarks.damage.article import Article, Damaged

RULES = ("spaced-letters",)
PATTERN = "(?<=[\u3040-\u30ff\u4e00-\u9fff])(?=[\u3040-\u30ff\u4e00-\u9fff])"


def damage(article: Article, random: Random) -> Damaged | None:
    """Put a space between all characters of the text, or of one paragraph."""
    if article.script not in {"han", "kana"}:
        return None
    if random.random() < 0.5:
        return article.with_every_line(lambda line: re.sub(PATTERN, " ", line))
    index = article.pick(random)
    return article.with_line(index, lambda line: re.sub(PATTERN, " ", line))
