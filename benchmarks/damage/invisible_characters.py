"""Web pages mark where words may break, and editors leave marks that nobody sees."""

from __future__ import annotations

from random import Random

from benchmarks.damage.article import Article, Damaged, substitute

RULES = ("invisible-character",)
MARKS = "\u200b\u00ad\ufeff\u2060\u200e"
SCRIPTS = {"latin", "cyrillic", "greek", "han", "hangul"}


def damage(article: Article, random: Random) -> Damaged | None:
    """Put one invisible character into up to five words of a paragraph."""
    if article.script not in SCRIPTS:
        return None
    mark = random.choice(MARKS)
    index = article.pick(random)
    return article.with_line(
        index,
        lambda line: substitute(random, r"(?<=\w)\w(?=\w)", line, lambda found: found + mark, 5),
    )
