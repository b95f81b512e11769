"""Datasets for research mask names, words or passages."""

from __future__ import annotations

from random import Random

from benchmarks.damage.article import Article, Damaged, substitute

RULES = ("masked-text",)
WORDS = (
    "[MASK]", "<mask>", "<unk>", "[REDACTED]", "[NAME]", "@-@", "XXXX", "██████", "@entity3",
    "<PERSON>", "[UNK]", "▇▇▇▇",
)  # fmt: skip
STRETCH = "@ @ @ @ @ @ @ @ @ @"


def damage(article: Article, random: Random) -> Damaged | None:
    """Replace one to three words of a paragraph, or put a hole for ten words into it."""
    pattern = r"(?<= )[^\W\d_]{4,}(?= )"
    index = article.pick(random, pattern)
    if random.random() < 0.2:
        return article.with_line(
            index, lambda line: substitute(random, pattern, line, lambda found: STRETCH, 1)
        )
    mask = random.choice(WORDS)
    return article.with_line(
        index, lambda line: substitute(random, pattern, line, lambda found: mask)
    )
