"""Letters that are spaced out for emphasis become letters with spaces between them."""

from __future__ import annotations

from random import Random

from benchmarks.damage.article import Article, Damaged, substitute

RULES = ("spaced-letters",)


def damage(article: Article, random: Random) -> Damaged | None:
    """Space out one to three words of a paragraph."""
    pattern = r"(?<= )[^\W\d_]{5,}(?= )"
    index = article.pick(random, pattern) if article.script in {"latin", "cyrillic"} else None
    return article.with_line(index, lambda line: substitute(random, pattern, line, " ".join))
