"""A browser prints the date, the title, the URL and the page number on each page."""

from __future__ import annotations

from random import Random

from benchmarks.damage.article import Article, Damaged

RULES = ("running-head",)
MOMENTS = ("3/14/23, 9:02 AM", "14/03/2023, 09:02", "14.03.23, 09:02", "2023/3/14 9:02")
SITE = "Kelsby Post"


def damage(article: Article, random: Random) -> Damaged | None:
    """Put the upper and the lower edge of a page between two paragraphs, or one of them."""
    if len(article.paragraphs) < 3:
        return None
    page, last = random.randint(1, 3), random.randint(3, 9)
    url = article.url or "https://kelsby.example/news/1"
    moment = random.choice(MOMENTS)
    head, foot = random.choice(
        (
            (f"{moment} {article.title} - {SITE}", f"{url} {page}/{last}"),
            (f"{article.title} | {SITE} {url}", f"{page} of {last} {moment}"),
            (f"{article.title} {url}", f"{moment} Page {page} of {last}"),
        )
    )
    block = random.choice((head, foot, f"{foot}\n\n{head}"))
    return article.with_block(random.choice(article.paragraphs[1:]), block)
