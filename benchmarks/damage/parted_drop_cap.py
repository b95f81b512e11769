"""The first letter of the article is printed large, and is separated from its word."""

from __future__ import annotations

import re
from random import Random

from benchmarks.damage.article import Article, Damaged

RULES = ("parted-drop-cap",)


def damage(article: Article, random: Random) -> Damaged | None:
    """Part the first letter of the body by a space or a line end."""
    if article.script not in {"latin", "cyrillic", "greek"} or not article.paragraphs:
        return None
    first = article.paragraphs[0]
    if not re.match(r"[^\W\d_]{2,}", article.lines[first]):
        return None
    gap = random.choice((" ", " ", "\n", "\n\n"))
    return article.with_line(first, lambda line: line[0] + gap + line[1:])
