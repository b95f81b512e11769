"""A page break cuts a paragraph in two."""

from __future__ import annotations

import textwrap
from random import Random

from benchmarks.damage.article import Article, Damaged

RULES = ("split-paragraph",)
WIDE = {"han", "kana", "hangul", "thai"}


def damage(article: Article, random: Random) -> Damaged | None:
    """Cut a paragraph of several printed lines between two lines, also after a sentence."""
    width = random.randint(65, 95)
    if article.script in WIDE:
        width //= 2
    breaks = {
        index: lines
        for index in article.paragraphs
        if len(lines := textwrap.wrap(article.lines[index], width, break_on_hyphens=False)) > 1
    }
    if not breaks:
        return None
    index = random.choice(sorted(breaks))
    lines = breaks[index]
    cut = random.randint(1, len(lines) - 1)
    joint = " " if " " in lines[0] else ""
    halves = f"{joint.join(lines[:cut])}\n\n{joint.join(lines[cut:])}"
    return article.with_line(index, lambda _: halves)
