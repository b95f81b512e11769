"""A writer who changes a sentence, or a page that is joined from two, leaves a short word twice."""

from __future__ import annotations

import re
from random import Random

from benchmarks.damage.article import Article, Damaged
from benchmarks.damage.languages import FUNCTION_WORDS

RULES = ("duplicate-word",)


def damage(article: Article, random: Random) -> Damaged | None:
    """Double one of the words of the language that have a function only."""
    entries = FUNCTION_WORDS.get(article.language, "").split()
    if not entries:
        return None
    pattern = rf"(?<= )(?:{'|'.join(entries[:4])})(?= )"
    index = article.pick(random, pattern)
    if index is None:
        return None
    line = article.lines[index]
    match = random.choice(list(re.finditer(pattern, line)))
    between = random.choice((" ", " ", "\n"))
    doubled = f"{match[0]}{between}{match[0]}"
    return article.with_lines({index: line[: match.start()] + doubled + line[match.end() :]})
