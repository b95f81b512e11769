"""A converter of PDF files finds no space between two words in a line that is set tightly."""

from __future__ import annotations

import re
from random import Random

from benchmarks.damage.article import Article, Damaged
from benchmarks.damage.languages import FUNCTION_WORDS

RULES = ("glued-word",)


def damage(article: Article, random: Random) -> Damaged | None:
    """Drop a third of the spaces between short words of the language in two paragraphs."""
    words = FUNCTION_WORDS.get(article.language, "").split()
    pattern = rf"(?<= )({'|'.join(words)}) (?=(?:{'|'.join(words)}) )"
    indexes = [index for index in article.paragraphs if re.search(pattern, article.lines[index])]
    if not words or not indexes:
        return None
    changed: dict[int, str] = {}
    for index in indexes[:3]:
        changed[index] = re.sub(pattern, r"\1", article.lines[index])
    return article.with_lines(changed)
