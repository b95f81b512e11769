"""A page cuts off its title at a maximum length, in a list or for a search engine."""

from __future__ import annotations

from random import Random

from benchmarks.damage.article import Article, Damaged

RULES = ("cut-title",)
MISSED = (
    "a title that is cut between two words without a mark, if its last word can end a "
    "headline and the URL does not go on"
)


def damage(article: Article, random: Random) -> Damaged | None:
    """Cut the title after half of its words, with a mark or without."""
    words = article.title.split()
    if len(words) < 6:
        return None
    start = " ".join(words[: random.randint(len(words) // 2, len(words) - 2)]).rstrip(",:;-–")
    following = article.title[len(start) :].strip()
    end = random.choice(("...", "…", " [...]", f" {following[:3]}…", "", ""))
    return article.with_line(0, lambda line: f"# {start}{end}")
