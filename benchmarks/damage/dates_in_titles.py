"""The title is taken from a list, with the date of its entry."""

from __future__ import annotations

import re
from datetime import datetime
from random import Random

from benchmarks.damage.article import Article, Damaged

RULES = ("date-in-title",)
FORMS = (" - %B %d, %Y", " (%d.%m.%Y)", " | %d %b %Y", " %Y-%m-%d", " - %d/%m/%Y", " [%Y-%m-%d]")


def damage(article: Article, random: Random) -> Damaged | None:
    """Put the date behind the title, or before it."""
    index = article.header_line(r"[A-Z][a-z]+ \d\d, \d{4}")
    if index is None:
        return None
    match = re.match(r"[A-Z][a-z]+ \d\d, \d{4}", article.lines[index])
    day = datetime.strptime(match[0] if match else "", "%B %d, %Y")
    if random.random() < 0.25:
        return article.with_line(0, lambda line: f"# {day:%d.%m.%Y} - {line[2:]}")
    form = random.choice(FORMS)
    return article.with_line(0, lambda line: line + day.strftime(form))
