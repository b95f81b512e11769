"""A scraper joins lines or elements without a space between them."""

from __future__ import annotations

from random import Random

from benchmarks.damage.article import Article, Damaged, substitute

RULES = ("glued-sentence",)


def damage(article: Article, random: Random) -> Damaged | None:
    """Drop the space after one or two sentences of a paragraph, or join two paragraphs."""
    if article.script not in {"latin", "cyrillic", "greek"}:
        return None
    pattern = r"(?<=[^\W\d_]{3}[.!?]) (?=[^\W\d_a-z]\w)"
    index = article.pick(random, pattern)
    if index is not None and random.random() < 0.7:
        most = random.randint(1, 2)
        return article.with_line(
            index, lambda line: substitute(random, pattern, line, lambda found: "", most)
        )
    pairs = [
        index
        for index in article.paragraphs
        if index + 2 in article.paragraphs and article.lines[index + 2][0].isalpha()
    ]
    if not pairs:
        return None
    first = random.choice(pairs)
    joined = article.lines[first] + article.lines[first + 2]
    return article.with_lines({first: joined, first + 2: None})
