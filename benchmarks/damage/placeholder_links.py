"""The target of a link was never set."""

from __future__ import annotations

from random import Random

from benchmarks.damage.article import Article, Damaged, substitute

RULES = ("placeholder-link", "invalid-url")
TARGETS = ("#", "#top", "about:blank", "#", "http://", "#0", "https://example.com")


def damage(article: Article, random: Random) -> Damaged | None:
    """Make a link of two words in a paragraph."""
    pattern = r"(?<= )[^\W\d_]+ [^\W\d_]+(?= )"
    target = random.choice(TARGETS)
    return article.with_line(
        article.pick(random, pattern),
        lambda line: substitute(random, pattern, line, lambda found: f"[{found}]({target})", 1),
    )
