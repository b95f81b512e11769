"""A sentence is repeated in large type in the middle of the article, or as its teaser."""

from __future__ import annotations

import re
from random import Random

from benchmarks.damage.article import Article, Damaged

RULES = ("repeated-text", "duplicate-paragraph")
SENTENCE = re.compile(r"(?<=[.!?] )[^.!?]{50,}[.!?]")


def damage(article: Article, random: Random) -> Damaged | None:
    """Repeat a long sentence of a paragraph as a paragraph, changed a little or not."""
    index = article.pick(random, SENTENCE.pattern)
    if index is None or len(article.paragraphs) < 3:
        return None
    match = SENTENCE.search(article.lines[index])
    sentence = match[0] if match else ""
    changed = random.choice((sentence, sentence.rstrip("."), f"“{sentence}”", f"*{sentence}*"))
    others = [place for place in article.paragraphs if place != index]
    return article.with_block(random.choice(others), changed)
