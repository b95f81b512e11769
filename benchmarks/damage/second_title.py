"""The title of the next page, or of a box, is a title as well."""

from __future__ import annotations

from random import Random

from benchmarks.damage.article import Article, Damaged

RULES = ("extra-title",)


def damage(article: Article, random: Random) -> Damaged | None:
    """Insert a title above a paragraph."""
    words = article.lines[article.paragraphs[-1]].split() if article.paragraphs else []
    return article.with_block(article.pick(random), "# " + " ".join(words[:6]).rstrip(".,:;"))
