"""The line with the URL of the page is not at the end."""

from __future__ import annotations

from random import Random

from benchmarks.damage.article import Article, Damaged

RULES = ("misplaced-url",)


def damage(article: Article, random: Random) -> Damaged | None:
    """Move label and URL above a paragraph, or the last block below them."""
    start = article.text.rfind("\n\nOriginal url:\n\n")
    if start < 0:
        return None
    block = f"Original url:\n\n<{article.url}>"
    if random.random() < 0.5:
        rest, _, last = article.text[:start].rpartition("\n\n")
        number = rest.count("\n") + 3
        content = f"{rest}\n\n{block}\n\n{last}\n"
        return Damaged(content, frozenset(range(number, number + 3)))
    shorter = Article.of(article.text[:start] + "\n")
    return shorter.with_block(shorter.pick(random), block)
