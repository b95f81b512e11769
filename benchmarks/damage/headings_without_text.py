"""A box is dropped by a converter, and its heading stays."""

from __future__ import annotations

from random import Random

from benchmarks.damage.article import Article, Damaged

RULES = ("empty-heading",)


def damage(article: Article, random: Random) -> Damaged | None:
    """Put a heading at the end."""
    words = article.title.split()[:4]
    return article.with_end("### " + " ".join(reversed(words)))
