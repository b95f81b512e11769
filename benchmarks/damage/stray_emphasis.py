"""Bold or italics are not read as such: one marker is missing, or a space is inside."""

from __future__ import annotations

from random import Random

from benchmarks.damage.article import Article, Damaged, substitute

RULES = ("stray-emphasis",)
FORMS = ("**{}", "{}**", "** {} **", "**{} **", "__{}", "***{}**", "_{}", "*{}", "**{}\n\n**")


def damage(article: Article, random: Random) -> Damaged | None:
    """Mark two words of a paragraph so, or the paragraph."""
    form = random.choice(FORMS)
    pattern = r"(?<= )[^\W\d_]+ [^\W\d_]+(?= )"
    if random.random() < 0.3:
        return article.with_line(article.pick(random), form.format)
    index = article.pick(random, pattern)
    return article.with_line(index, lambda line: substitute(random, pattern, line, form.format, 1))
