"""A long URL is wrapped at a hyphen, and joined without it."""

from __future__ import annotations

from random import Random

from benchmarks.damage.article import Article, Damaged

RULES = ("hyphenless-url",)


def damage(article: Article, random: Random) -> Damaged | None:
    """Drop the last hyphen that fits into a line of print, if the URL is longer than the line."""
    url = article.url
    width = random.randint(65, 95)
    place = url.rfind("-", 0, width)
    if len(url) <= width or place < url.find("/", 8) or place < width - 25:
        return None
    index = article.lines.index(f"<{url}>")
    return article.with_line(index, lambda line: line.replace(url, url[:place] + url[place + 1 :]))
