"""The line of the authors is saved with the body."""

from __future__ import annotations

import re
from random import Random

from benchmarks.damage.article import Article, Damaged

RULES = ("stranded-byline",)


def damage(article: Article, random: Random) -> Damaged | None:
    """Move the line of the authors to the end, or below the first paragraphs."""
    index = article.header_line("By ")
    if index is None or len(article.paragraphs) < 3:
        return None
    line = re.sub(r"\[([^\]]+)\]\([^)]*\)", r"\1", article.lines[index])
    lines = (*article.lines[:index], *article.lines[index + 2 :])
    rest = Article.of("\n".join(lines))
    if random.random() < 0.5:
        return rest.with_last_block(line)
    return rest.with_block(random.choice(rest.paragraphs[:3]), line) if rest.paragraphs else None
