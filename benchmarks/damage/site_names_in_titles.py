"""The title is taken from the title of the browser window, with the name of the site."""

from __future__ import annotations

from random import Random

from benchmarks.damage.article import Article, Damaged

RULES = ("site-name-in-title",)


def damage(article: Article, random: Random) -> Damaged | None:
    """Put the name of the site, as its host has it, behind the title."""
    host = article.url.removeprefix("https://").removeprefix("http://").partition("/")[0]
    name = host.removeprefix("www.").partition(".")[0]
    if len(name) < 4:
        return None
    name = random.choice((name.capitalize(), name.upper(), host.removeprefix("www.")))
    joint = random.choice((" | ", " - ", " – ", " :: ", " » ", " — "))
    return article.with_line(0, lambda line: f"{line}{joint}{name}")
