"""Posts of social networks are saved as plain text, with name and date."""

from __future__ import annotations

from random import Random

from benchmarks.damage.article import Article, Damaged

RULES = ("embedded-post", "boilerplate")
BLOCKS = (
    "What a night in town! #goals pic.twitter.com/Ab3dE5fG7h\n\n"
    "— Mira Holm (@miraholm) May 5, 2019",
    "— City Council (@citycouncil) January 3, 2021",
    "View this post on Instagram",
    "A post shared by Mira Holm (@miraholm) on May 5, 2019 at 3:05pm PDT",
    "View this post on Instagram\n\nA post shared by Mira Holm (@miraholm)",
    "Thanks to all who came https://t.co/x1Y2z3A4b5\n\n— Tom Frey (@tomfrey) June 15, 2020",
    "pic.twitter.com/Zy9xW7vU5t",
    "Posted by Kelsby Fire Brigade on Sunday, June 14, 2020",
    "@miraholm ♬ original sound - Mira Holm",
)


def damage(article: Article, random: Random) -> Damaged | None:
    """Insert a post above a paragraph."""
    return article.with_block(article.pick(random), random.choice(BLOCKS))
