"""A filter removes the ampersands of character references, or escapes them a second time."""

from __future__ import annotations

from random import Random

from benchmarks.damage.article import Article, Damaged
from benchmarks.damage.html_entities import named, numbered

RULES = ("broken-entity", "html-entity")


def damage(article: Article, random: Random) -> Damaged | None:
    """Write references without what marks them, in a paragraph."""
    index = article.pick(random)
    change = random.choice((("&", ""), ("&", ""), ("&", "& "), ("&", "amp;"), ("&#", "#")))
    form = random.choice((named, numbered, lambda line: line.replace(" ", "&nbsp;", 2)))

    def broken(line: str) -> str:
        if "&" in line:
            return line
        return form(line).replace(*change)

    return article.with_line(index, broken)
