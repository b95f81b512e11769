"""Two articles are saved in one file."""

from __future__ import annotations

from random import Random

from benchmarks.damage.article import Article, Damaged

RULES = ("several-articles", "extra-title")
MISSED = (
    "an article without a mark of its title, a byline, a date and a URL: it looks like a heading "
    "and more paragraphs"
)


def damage(article: Article, random: Random) -> Damaged | None:
    """Put another article after the end, with or without the mark of its title."""
    if not article.other:
        return None
    second = article.other if random.random() < 0.7 else article.other.removeprefix("# ")
    between = random.choice(("\n", "\n\n\n", "\n---\n\n"))
    first = article.text.rstrip("\n") + "\n"
    start = first.count("\n") + 1
    end = start + between.count("\n") + second.count("\n")
    return Damaged(first + between + second, frozenset(range(start, end + 1)))
