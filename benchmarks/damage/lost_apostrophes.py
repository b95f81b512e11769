"""A converter to ASCII drops the apostrophes, or writes a space for each."""

from __future__ import annotations

import re
from random import Random

from benchmarks.damage.article import Article, Damaged

RULES = ("lost-apostrophe",)
SCRIPTS = {"latin", "cyrillic"}
"""The scripts that have apostrophes: the marks in others are quotation marks before an ending."""
MISSED = (
    "most English possessives without a space, as in `the harbours plan`, which look like plurals, "
    "and a few words in an article that has kept most of its apostrophes"
)


def damage(article: Article, random: Random) -> Damaged | None:
    """Drop all apostrophes inside words."""
    pattern = r"(?<=[^\W\d_])['’](?=[^\W\d_])"
    count = sum(len(re.findall(pattern, article.lines[index])) for index in article.paragraphs)
    if count < 3 or article.script not in SCRIPTS:
        return None
    left = random.choice(("", " "))
    return article.with_every_line(lambda line: re.sub(pattern, left, line))
