"""A scraper finds only the first words of an article."""

from __future__ import annotations

from random import Random

from benchmarks.damage.article import Article, Damaged
from benchmarks.damage.pages import saved_instead

RULES = ("too-short", "truncated-article", "not-an-article")


def damage(article: Article, random: Random) -> Damaged | None:
    """Keep the first sentence of the article, or a piece of it."""
    if not article.paragraphs:
        return None
    line = article.lines[article.paragraphs[0]]
    size = random.choice((30, 60, 90))
    cut = line[:size].rpartition(" ")[0] or line[: size // 2]
    return saved_instead(
        article, article.title, cut.rstrip(",;") + random.choice((".", ".", "..."))
    )
