"""The author field contains something other than an author."""

from __future__ import annotations

from random import Random

from benchmarks.damage.article import Article, Damaged

RULES = ("implausible-author", "unread-byline")
LINES = (
    "By Please Enter Your Name Here", "By admin", "By Your Name", "By Follow us on Twitter",
    "By Share", "By 5 min read", "By undefined", "By Author", "By Login", "By Unknown Author",
    "By https://news.example/authors/17", "By mholm@news.example", "By {{ author }}", "By N/A",
    "By null", "By By", "By Subscribe", "By Advertisement", "By 2019",
)  # fmt: skip


def damage(article: Article, random: Random) -> Damaged | None:
    """Replace the line of the authors."""
    return article.with_line(article.header_line("By "), lambda line: random.choice(LINES))
