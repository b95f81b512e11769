"""Converters differ in spaces, blank lines, bullets and underlined headings."""

from __future__ import annotations

from random import Random

from benchmarks.damage.article import Article, Damaged

RULES = ("layout",)


def damage(article: Article, random: Random) -> Damaged | None:
    """Change the layout of a paragraph and of nothing that it says."""
    forms = ("{}  ", "{}\t", " {}", "{}\n", "{}\n\n\n", "\n{}", "{} &#32;", "  {}")
    return article.with_line(article.pick(random), random.choice(forms).format)
