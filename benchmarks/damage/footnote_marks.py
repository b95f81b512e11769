"""Footnote marks are left when the text of a book, a wiki or a paper is extracted."""

from __future__ import annotations

from random import Random

from benchmarks.damage.article import Article, Damaged, substitute

RULES = ("footnote-mark",)
FORMS = ("[{}]", "[^{}]", "^{}", "^[{}]", "[note {}]", "[a]")
MOST = 3


def damage(article: Article, random: Random) -> Damaged | None:
    """Put marks behind one to three words or sentences of a paragraph."""
    form = random.choice(FORMS)
    first = random.choice((1, 1, 1, 4))
    numbers = iter(range(first + MOST - 1, 0, -1))  # the last match is changed first
    pattern = r"(?<=[^\W\d_]{3})[.,](?= )"
    index = article.pick(random, pattern)
    return article.with_line(
        index,
        lambda line: substitute(
            random, pattern, line, lambda found: found + form.format(next(numbers)), MOST
        ),
    )
