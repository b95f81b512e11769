"""A program that draws bold letters twice leaves each of them twice in the text of the page."""

from __future__ import annotations

import re
from random import Random

from benchmarks.damage.article import Article, Damaged

RULES = ("doubled-letters",)


def damage(article: Article, random: Random) -> Damaged | None:
    """Double the letters of the title, or of the first or of some words of a paragraph."""
    if article.script not in {"latin", "cyrillic", "greek"}:
        return None
    if random.random() < 0.3:
        return article.with_lines({0: f"# {_doubled(article.title)}"})
    index = article.pick(random, r"(?:[^\W\d_]+ ){5}")
    if index is None:
        return None
    words = article.lines[index].split(" ")
    count = random.randint(2, 4)
    start = random.choice((0, random.randrange(max(1, len(words) - count))))
    words[start : start + count] = [_doubled(word) for word in words[start : start + count]]
    return article.with_lines({index: " ".join(words)})


def _doubled(text: str) -> str:
    return re.sub(r"([^\W_])", r"\1\1", text)
