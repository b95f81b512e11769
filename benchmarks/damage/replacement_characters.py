"""A decoder writes U+FFFD for each byte that it cannot read."""

from __future__ import annotations

from random import Random

from benchmarks.damage.article import Article, Damaged, substitute

RULES = ("replacement-character",)


def damage(article: Article, random: Random) -> Damaged | None:
    """Replace letters or quotes beyond ASCII of a paragraph."""
    pattern = r"[^\x00-\x7f]"
    index = article.pick(random, pattern)
    return article.with_line(
        index, lambda line: substitute(random, pattern, line, lambda found: "\ufffd", 4)
    )
