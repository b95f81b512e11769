"""Typesetting marks, or quotes of Windows-1252 read as Latin-1, are left as control characters."""

from __future__ import annotations

from random import Random

from benchmarks.damage.article import Article, Damaged, substitute

RULES = ("control-character", "layout")
MARKS = "\x03\x07\x0b\x0c\x1a\x1f\x7f\x80\x85\x92\x93\x94\x96"


def damage(article: Article, random: Random) -> Damaged | None:
    """Put a control character after one to three words of a paragraph."""
    mark = random.choice(MARKS)
    pattern = r"(?<=\w)[ ,.。，]"
    index = article.pick(random, pattern)
    return article.with_line(
        index, lambda line: substitute(random, pattern, line, lambda found: mark + found)
    )
