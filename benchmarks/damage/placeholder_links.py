"""The target of a link is set by a script, or was never set."""

from __future__ import annotations

from random import Random

from benchmarks.damage.article import Article, Damaged, substitute

RULES = ("placeholder-link",)
TARGETS = ("#", "javascript:void(0)", "javascript:;", "about:blank", "#top", "javascript:void(0);")


def damage(article: Article, random: Random) -> Damaged | None:
    """Make a link of two words in a paragraph."""
    pattern = r"(?<= )[^\W\d_]+ [^\W\d_]+(?= )"
    target = random.choice(TARGETS)
    return article.with_line(
        article.pick(random, pattern),
        lambda line: substitute(random, pattern, line, lambda found: f"[{found}]({target})", 1),
    )
