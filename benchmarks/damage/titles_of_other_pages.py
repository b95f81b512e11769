"""The title is that of the previous page, or of the site."""

from __future__ import annotations

from random import Random

from benchmarks.damage.article import Article, Damaged

RULES = ("title-url-mismatch",)
MISSED = (
    "titles that are not in Latin letters, URLs without words or with fewer than four, and titles "
    "that share a word with the URL by chance, as articles of one website often do"
)


def damage(article: Article, random: Random) -> Damaged | None:
    """Take the title of another article."""
    other = article.other.split("\n", 1)[0]
    damaged = article.with_line(0, lambda line: other) if other else None
    if damaged is None or not article.url:
        return None
    line_of_url = article.lines.index(f"<{article.url}>") + 1
    return Damaged(damaged.content, damaged.lines | {line_of_url})
