"""A server checks whether the visitor is a person."""

from __future__ import annotations

from random import Random

from benchmarks.damage.article import Article, Damaged
from benchmarks.damage.pages import ROBOTS, saved_instead

RULES = ("not-an-article",)


def damage(article: Article, random: Random) -> Damaged | None:
    """Save the question for the article."""
    return saved_instead(article, *random.choice(ROBOTS.get(article.language, ROBOTS["en"])))
