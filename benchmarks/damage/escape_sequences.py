"""A string of JSON, JavaScript or Python is saved as it is in the source."""

from __future__ import annotations

import json
from random import Random

from benchmarks.damage.article import Article, Damaged

RULES = ("escape-sequence",)


def damage(article: Article, random: Random) -> Damaged | None:
    """Escape a paragraph, or join it with the next by escaped line ends."""
    index = article.pick(random)
    if random.random() < 0.4:
        joint = random.choice((r"\n", r"\n\n", r"\r\n", r"\t"))
        return article.with_line(index, lambda line: line.replace(". ", f".{joint}", 2))
    return article.with_line(index, lambda line: json.dumps(line)[1:-1])
