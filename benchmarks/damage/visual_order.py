"""A program that stores what is drawn has the letters of a line from right to left reversed."""

from __future__ import annotations

import re
from random import Random

from benchmarks.damage.article import Article, Damaged

RULES = ("visual-order",)


def damage(article: Article, random: Random) -> Damaged | None:
    """Reverse the lines of the body, but for what is written from left to right."""
    if article.script not in {"arabic", "hebrew"} or not article.paragraphs:
        return None
    kept = r"[A-Za-z0-9][A-Za-z0-9.,:/-]*[A-Za-z0-9]|[A-Za-z0-9]"
    return article.with_every_line(
        lambda line: re.sub(kept, lambda match: match[0][::-1], line)[::-1]
    )
