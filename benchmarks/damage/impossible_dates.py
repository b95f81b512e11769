"""A date is mistyped, or made of swapped numbers."""

from __future__ import annotations

import re
from random import Random

from benchmarks.damage.article import Article, Damaged

RULES = ("impossible-date", "unread-date")
DATES = ("February 30, {}", "June 31, {}", "{}-13-05", "April 31, {}", "{}-02-30", "32/12/{}")


def damage(article: Article, random: Random) -> Damaged | None:
    """Write a date that no calendar has."""
    index = article.header_line(r"[A-Z][a-z]+ \d\d, \d{4}$")
    form = random.choice(DATES)

    def rewritten(line: str) -> str:
        year = re.search(r"\d{4}", line)
        return form.format(year[0] if year else "2020")

    return article.with_line(index, rewritten)
