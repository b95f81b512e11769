"""The target of a link is a script of the page."""

from __future__ import annotations

from random import Random

from benchmarks.damage.article import Article, Damaged

RULES = ("script-link", "placeholder-link", "invalid-url")
TARGETS = (
    "javascript:void(0)", "javascript:;", "javascript:void(0);", "JavaScript:void(0)",
    "javascript:history.back()", "javascript:openPopup('share')", "vbscript:show",
)  # fmt: skip


def damage(article: Article, random: Random) -> Damaged | None:
    """Make a link of two words in a paragraph."""
    return article.with_link(random, random.choice(TARGETS))
