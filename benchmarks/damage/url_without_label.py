"""The URL of the page is at the end without its label."""

from __future__ import annotations

from random import Random

from benchmarks.damage.article import Article, Damaged

RULES = ("unlabelled-url", "source-line")
LABELS = ("", "", "Link: ", "URL: ", "Source: ")


def damage(article: Article, random: Random) -> Damaged | None:
    """Drop the label, or write another."""
    start = article.text.rfind("\n\nOriginal url:\n\n")
    if start < 0:
        return None
    url = random.choice((article.url, f"<{article.url}>"))
    number = article.text[:start].count("\n") + 3
    content = f"{article.text[:start]}\n\n{random.choice(LABELS)}{url}\n"
    return Damaged(content, frozenset({number}))
