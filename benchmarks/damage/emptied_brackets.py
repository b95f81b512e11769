"""A scraper removes a link, a number or a word in another script, and leaves its brackets."""

from __future__ import annotations

import re
from random import Random

from benchmarks.damage.article import Article, Damaged, substitute

RULES = ("empty-brackets",)
FORMS = ("()", "( )", "[]", "( , )", "(;)", "(Tel.: )", "(see )", "(Photo: )", "(, 1950)", "(/)")
WIDE_FORMS = ("（）", "（、）", "【】", "()")


def damage(article: Article, random: Random) -> Damaged | None:
    """Remove what a paragraph has in brackets, or put emptied brackets behind some words."""
    index = article.pick(random, r"\([^()\[\]]{2,60}\)")
    if index is not None:
        return article.with_line(index, lambda line: re.sub(r"\([^()\[\]]{2,60}\)", "()", line))
    if article.script in {"han", "kana"}:
        form = random.choice(WIDE_FORMS)
        index = article.pick(random, r"[^\W\d_]{2}")
        return article.with_line(
            index, lambda line: substitute(random, r"[^\W\d_]{2}", line, lambda it: it + form, 2)
        )
    pattern = r"[^\W\d_]{4,}(?= )"
    index = article.pick(random, pattern)
    form = random.choice(FORMS)
    return article.with_line(
        index, lambda line: substitute(random, pattern, line, lambda it: f"{it} {form}")
    )
