"""Text is escaped for Markdown twice, or for a string."""

from __future__ import annotations

from random import Random

from benchmarks.damage.article import Article, Damaged, substitute

RULES = ("stray-backslash", "escape-sequence")


def damage(article: Article, random: Random) -> Damaged | None:
    """Put two backslashes before quotes or brackets, or one at the end of a line or word."""
    if random.random() < 0.3:
        index = article.pick(random, r"\w ")
        left = random.choice(("\\ ", " \\ "))
        return article.with_line(
            index, lambda line: substitute(random, r"(?<=\w) ", line, lambda found: left, 2)
        )
    pattern = "[\"'’“”()_.]"
    index = article.pick(random, pattern)
    return article.with_line(
        index, lambda line: substitute(random, pattern, line, lambda found: "\\\\" + found)
    )
