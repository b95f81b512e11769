"""A mail or terminal program breaks lines at a fixed width."""

from __future__ import annotations

import textwrap
from random import Random

from benchmarks.damage.article import Article, Damaged

RULES = ("hard-wrapped-paragraph",)


def damage(article: Article, random: Random) -> Damaged | None:
    """Wrap all paragraphs."""
    width = random.choice((60, 65, 72, 76, 80))
    if article.script in {"han", "kana", "thai", "hangul"}:
        width //= 2

    def wrapped(line: str) -> str:
        return "\n".join(textwrap.wrap(line, width, break_on_hyphens=False))

    changes = {index: wrapped(article.lines[index]) for index in article.paragraphs}
    if sum("\n" in new for new in changes.values()) < 3:
        return None
    return article.with_lines(changes)
