"""A program that has no date writes the first one of its calendar."""

from __future__ import annotations

from random import Random

from benchmarks.damage.article import Article, Damaged

RULES = ("placeholder-date", "date-url-mismatch", "impossible-date", "unread-date")
DATES = (
    "January 01, 1970", "1970-01-01", "January 01, 0001", "0001-01-01T00:00:00", "0000-00-00",
    "January 01, 1900", "December 31, 1969", "November 30, -0001", "1970-01-01T00:00:00Z",
    "01/01/1970", "Invalid Date", "January 01, 1970 - 00:00",
)  # fmt: skip


def damage(article: Article, random: Random) -> Damaged | None:
    """Write such a date."""
    index = article.header_line(r"[A-Z][a-z]+ \d\d, \d{4}")
    return article.with_line(index, lambda line: random.choice(DATES))
