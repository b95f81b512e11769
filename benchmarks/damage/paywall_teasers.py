"""A page shows the first lines, and then asks the reader to pay."""

from __future__ import annotations

from random import Random

from benchmarks.damage.article import Article, Damaged
from benchmarks.damage.pages import PAYWALLS, saved_instead

RULES = ("not-an-article", "truncated-article")


def damage(article: Article, random: Random) -> Damaged | None:
    """Keep the first paragraph, and put the appeal below it."""
    if not article.paragraphs or article.language not in PAYWALLS:
        return None
    first = article.lines[article.paragraphs[0]]
    wall = random.choice(PAYWALLS[article.language])
    return saved_instead(article, article.title, f"{first}\n\n{wall}")
