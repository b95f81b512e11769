"""A style sheet or a printed page sets the title in capitals."""

from __future__ import annotations

from random import Random

from benchmarks.damage.article import Article, Damaged

RULES = ("title-in-capitals",)


def damage(article: Article, random: Random) -> Damaged | None:
    """Write the title in capitals."""
    return article.with_line(0, str.upper)
