"""The date is of another page, or of the day when the page was saved."""

from __future__ import annotations

import re
from random import Random

from benchmarks.damage.article import Article, Damaged

RULES = ("date-url-mismatch",)
IN_URL = re.compile(r"/((?:19|20)\d\d)[/-](\d\d?)[/-](\d\d?)/")


def damage(article: Article, random: Random) -> Damaged | None:
    """Change the year of a date that the URL has too."""
    index = article.header_line(r"[A-Z][a-z]+ \d\d, \d{4}")
    match = IN_URL.search(article.url)
    if index is None or match is None or article.lines[index].find(match[1]) < 0:
        return None
    year = str(int(match[1]) - random.randint(1, 9))
    return article.with_line(index, lambda line: line.replace(match[1], year))
