"""A database stores only question marks, since its encoding lacks the script of the text."""

from __future__ import annotations

from random import Random

from benchmarks.damage.article import Article, Damaged

RULES = ("question-mark-in-word", "not-an-article", "masked-text")


def damage(article: Article, random: Random) -> Damaged | None:
    """Replace all characters beyond ASCII by question marks."""
    if article.script == "latin":
        return None
    return article.with_every_line(lambda line: line.encode("ascii", "replace").decode("ascii"))
