"""A date is written in numbers that can be swapped, and nothing else shows the month."""

from __future__ import annotations

import re
from random import Random

from benchmarks.damage.article import Article, Damaged

RULES = ("ambiguous-date",)


def damage(article: Article, random: Random) -> Damaged | None:
    """Write the date in numbers; only where the URL has none."""
    index = article.header_line(r"[A-Z][a-z]+ \d\d, \d{4}$")
    if index is None or re.search(r"\d{2}", article.url):
        return None
    year = article.lines[index][-4:]
    first, second = random.sample(range(1, 13), 2)
    form = random.choice(("{:02}/{:02}/{}", "{}/{}/{}", "{:02}.{:02}.{}", "{:02}-{:02}-{}"))
    return article.with_line(index, lambda line: form.format(first, second, year))
