"""Editors and scrapers that drop a tag leave a space before a comma or full stop."""

from __future__ import annotations

from random import Random

from benchmarks.damage.article import Article, Damaged, substitute

RULES = ("space-before-punctuation", "tokenized-text")


def damage(article: Article, random: Random) -> Damaged | None:
    """Put a space before one or two commas or full stops of a paragraph."""
    pattern = r"(?<=[^\W\d_])[,.](?= )"
    index = article.pick(random, pattern)
    most = random.randint(1, 2)
    return article.with_line(
        index, lambda line: substitute(random, pattern, line, lambda found: " " + found, most)
    )
