"""Text taken from a PDF file has lost the ligatures of its font."""

from __future__ import annotations

import re
from random import Random

from benchmarks.damage.article import Article, Damaged

RULES = ("lost-ligature",)


def damage(article: Article, random: Random) -> Damaged | None:
    """Drop the letters of ligatures throughout, or leave a space for each."""
    left = random.choice(("", " "))
    if len(re.findall("ff[il]?|f[il]", article.text)) < 5:
        return None
    return article.with_every_line(lambda line: re.sub("ff[il]?|f[il]", left, line))
