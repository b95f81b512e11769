"""The target of a link was never set."""

from __future__ import annotations

from random import Random

from benchmarks.damage.article import Article, Damaged

RULES = ("placeholder-link", "invalid-url")
TARGETS = ("#", "#top", "about:blank", "#", "http://", "#0", "https://example.com")


def damage(article: Article, random: Random) -> Damaged | None:
    """Make a link of two words in a paragraph."""
    return article.with_link(random, random.choice(TARGETS))
