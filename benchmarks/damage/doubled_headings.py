"""A heading is taken twice: as such, and as the first line of its section."""

from __future__ import annotations

from random import Random

from benchmarks.damage.article import Article, Damaged

RULES = ("duplicate-heading",)


def damage(article: Article, random: Random) -> Damaged | None:
    """Repeat the title as a heading, or a new heading at once."""
    index = article.pick(random)
    if index is None:
        return None
    words = " ".join(article.lines[article.paragraphs[-1]].split()[:5]).rstrip(".,;:")
    if random.random() < 0.4:
        return article.with_block(article.paragraphs[0], f"## {article.title}")
    second = random.choice((f"### {words}", words, f"**{words}**"))
    return article.with_block(index, f"### {words}\n\n{second}")
