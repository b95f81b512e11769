"""A program that reads printed text confuses letters that look alike."""

from __future__ import annotations

import re
from random import Random

from benchmarks.damage.article import Article, Damaged

RULES = ("misread-word",)
MISSED = (
    "words in languages other than English, German, French and Spanish, and articles in which "
    "none or one of the frequent words is misread"
)
LANGUAGES = {"en", "de", "fr", "es", "it", "pt", "nl", "sv", "da", "no"}
CONFUSED = (
    ("h", "li"), ("h", "b"), ("b", "h"), ("m", "rn"), ("rn", "m"), ("n", "u"), ("u", "n"),
    ("e", "c"), ("c", "e"), ("w", "vv"), ("d", "cl"), ("m", "in"), ("ri", "n"), ("f", "t"),
    ("t", "f"), ("ti", "ü"), ("n", "ii"), ("l", "i"), ("i", "l"), ("y", "v"), ("s", "a"),
)  # fmt: skip


def damage(article: Article, random: Random) -> Damaged | None:
    """Confuse two to four pairs of letters in a tenth to a third of their places."""
    if article.language not in LANGUAGES or not article.paragraphs:
        return None
    changes = dict(random.sample(CONFUSED, random.randint(2, 4)))
    share = random.uniform(0.1, 0.35)
    pattern = re.compile("|".join(sorted(changes, key=len, reverse=True)))

    def misread(match: re.Match[str]) -> str:
        return changes[match[0]] if random.random() < share else match[0]

    return article.with_lines(
        {index: pattern.sub(misread, article.lines[index]) for index in article.paragraphs}
    )
