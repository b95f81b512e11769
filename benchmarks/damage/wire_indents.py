"""Text of a wire service has no blank lines: an indent begins each paragraph."""

from __future__ import annotations

import textwrap
from random import Random

from benchmarks.damage.article import Article, Damaged

RULES = ("indented-paragraph", "hard-wrapped-paragraph")


def damage(article: Article, random: Random) -> Damaged | None:
    """Wrap all paragraphs that follow one another, with an indent and no blank line."""
    indexes = list(article.paragraphs)
    if len(indexes) < 4 or article.script not in {"latin", "cyrillic", "greek"}:
        return None
    indent = " " * random.choice((2, 3, 4))
    text = [
        textwrap.fill(article.lines[index], 68, initial_indent=indent, break_on_hyphens=False)
        for index in indexes
    ]
    removed = dict.fromkeys(indexes[1:])
    return article.with_lines(removed | {indexes[0]: "\n".join(text)})
