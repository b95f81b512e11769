"""A text that was misread is saved, and misread again."""

from __future__ import annotations

from random import Random

from benchmarks.damage.article import Article, Damaged
from benchmarks.damage.wrong_encoding import misread

RULES = ("mojibake",)


def damage(article: Article, random: Random) -> Damaged | None:
    """Misread a paragraph twice."""
    encoding = random.choice(("cp1252", "latin-1"))
    index = article.pick(random, r"[^\x00-\x7f]")
    return article.with_line(index, lambda line: misread(misread(line, encoding), encoding))
