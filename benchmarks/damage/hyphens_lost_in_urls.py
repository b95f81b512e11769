"""A URL is wrapped at a hyphen, and joined without it."""

from __future__ import annotations

import re
from random import Random

from benchmarks.damage.article import Article, Damaged, substitute

RULES = ("hyphenless-url",)


def damage(article: Article, random: Random) -> Damaged | None:
    """Drop one hyphen of the slug in the URL of the page."""
    slug = article.url.rstrip("/").rpartition("/")[2]
    if len(re.findall("[a-z]-(?=[a-z])", slug)) < 3:
        return None
    new = substitute(random, "(?<=[a-z])-(?=[a-z])", slug, lambda found: "", 1)
    index = article.lines.index(f"<{article.url}>")
    return article.with_line(index, lambda line: line.replace(slug, new))
