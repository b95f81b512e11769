"""A paragraph is saved twice, where a page shows it in two places."""

from __future__ import annotations

from random import Random

from benchmarks.damage.article import Article, Damaged

RULES = ("duplicate-paragraph",)


def damage(article: Article, random: Random) -> Damaged | None:
    """Repeat a paragraph further down, or right below itself."""
    if len(article.paragraphs) < 3:
        return None
    first, second = sorted(random.sample(article.paragraphs, 2))
    return article.with_block(second, article.lines[first])
