"""A page asks for consent or for a password before it shows the article."""

from __future__ import annotations

from random import Random

from benchmarks.damage.article import Article, Damaged
from benchmarks.damage.pages import WALLS, saved_instead

RULES = ("not-an-article",)


def damage(article: Article, random: Random) -> Damaged | None:
    """Save the wall for the article."""
    title, body = random.choice(WALLS.get(article.language, WALLS["en"]))
    if random.random() < 0.3:
        title = article.title
    return saved_instead(article, title, body)
