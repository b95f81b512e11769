"""A converter joins divided words, and removes hyphens that belong to a word."""

from __future__ import annotations

import re
from random import Random

from benchmarks.damage.article import Article, Damaged

RULES = ("lost-hyphen",)
MISSED = (
    "a word in lower case that the article has once with its hyphen and once without, and of "
    "which it does not have the second half: many words are written either way (`start-up` and "
    "`startup`)"
)


def damage(article: Article, random: Random) -> Damaged | None:
    """Drop the hyphen of a word that the article has elsewhere with it."""
    prose = " ".join(article.lines[index] for index in article.paragraphs)
    words = re.findall(r"(?<![\w-])[^\W\d_]{3,}-[^\W\d_]{3,}(?![\w-])", prose)
    known = sorted({word for word in words if words.count(word) > 1})
    if not known:
        return None
    word = random.choice(known)
    index = article.pick(random, rf"(?<![\w-]){word}(?![\w-])")
    return article.with_line(index, lambda line: line.replace(word, word.replace("-", ""), 1))
