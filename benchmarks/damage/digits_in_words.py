"""A program that reads printed text takes a letter for a digit."""

from __future__ import annotations

import re
from random import Random

from benchmarks.damage.article import Article, Damaged

RULES = ("digit-in-word",)
MISSED = (
    "digits other than `0` and `1`, scripts other than Latin, and articles with one or two such "
    "words"
)
CONFUSED = {
    "latin": ("o0", "o0", "l1", "i1", "o0 l1", "o0 l1 i1", "l1 i1", "s5", "g9", "o0 s5 l1"),
    "cyrillic": ("о0", "з3", "о0 з3", "б6"),
    "greek": ("ο0",),
}


def damage(article: Article, random: Random) -> Damaged | None:
    """Write digits for some letters inside words, in one to three of a hundred words or more."""
    pairs = CONFUSED.get(article.script)
    if pairs is None or not article.paragraphs:
        return None
    changes = {pair[0]: pair[1] for pair in random.choice(pairs).split()}
    share = random.choice((0.02, 0.05, 0.1, 0.2))
    pattern = re.compile(rf"(?<=[^\W\d_])[{''.join(changes)}](?=[^\W\d_])")

    def misread(match: re.Match[str]) -> str:
        return changes[match[0]] if random.random() < share else match[0]

    return article.with_lines(
        {index: pattern.sub(misread, article.lines[index]) for index in article.paragraphs}
    )
