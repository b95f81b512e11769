"""A date has a wrong year, and is in the future."""

from __future__ import annotations

import re
from random import Random

from benchmarks.damage.article import Article, Damaged

RULES = ("future-date", "date-url-mismatch")


def damage(article: Article, random: Random) -> Damaged | None:
    """Write a year that is still to come."""
    index = article.header_line(r"[A-Z][a-z]+ \d\d, \d{4}")
    year = str(random.choice((2045, 2099, 2205)))
    return article.with_line(index, lambda line: re.sub(r"\d{4}", year, line, count=1))
