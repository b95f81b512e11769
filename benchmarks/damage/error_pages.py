"""The server answers that the page does not exist."""

from __future__ import annotations

from random import Random

from benchmarks.damage.article import Article, Damaged
from benchmarks.damage.pages import ERRORS, saved_instead

RULES = ("not-an-article",)


def damage(article: Article, random: Random) -> Damaged | None:
    """Save an error page for the article; often in English, whatever the article is in."""
    language = article.language if random.random() < 0.7 else "en"
    return saved_instead(article, *random.choice(ERRORS.get(language, ERRORS["en"])))
