"""A file is written on Windows, or on an old Macintosh, or parts of it are."""

from __future__ import annotations

from random import Random

from benchmarks.damage.article import Article, Damaged

RULES = ("carriage-return",)


def damage(article: Article, random: Random) -> Damaged | None:
    """End all lines, or those of one paragraph, with a carriage return."""
    if random.random() < 0.5:
        return article.whole(article.text.replace("\n", "\r\n").encode())
    return article.with_line(article.pick(random), lambda line: line + "\r")
