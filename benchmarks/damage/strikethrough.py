"""Struck-out words keep the tildes of Markdown."""

from __future__ import annotations

from random import Random

from benchmarks.damage.article import Article, Damaged, substitute

RULES = ("strikethrough",)


def damage(article: Article, random: Random) -> Damaged | None:
    """Strike out a word or three of a paragraph."""
    index = article.pick(random, r"(?<= )\w+ \w+ \w+(?= )")
    pattern = random.choice((r"(?<= )\w{3,}(?= )", r"(?<= )\w+ \w+ \w+(?= )"))
    return article.with_line(
        index, lambda line: substitute(random, pattern, line, "~~{}~~".format, 1)
    )
