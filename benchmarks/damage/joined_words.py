"""A converter that does not measure the distances in a PDF file writes a line without spaces."""

from __future__ import annotations

import re
from random import Random

from benchmarks.damage.article import Article, Damaged

RULES = ("joined-words",)
MISSED = (
    "titles, Vietnamese, scripts other than Latin, words below the length, and words that do not "
    "contain three different articles or prepositions"
)
UNSPACED = {"han", "kana", "thai"}


def joined(line: str, random: Random) -> str:
    """Return a line whose words are joined: all of a sentence, or eight to twenty in a row."""
    if random.random() < 0.5:
        end = re.search(r"[.!?।۔] ", line)
        first = line[: end.start() + 1] if end else line
        return first.replace(" ", "") + line[len(first) :]
    words = line.split(" ")
    count = random.randint(8, 20)
    start = random.randrange(max(1, len(words) - count))
    middle = "".join(words[start : start + count])
    return " ".join([*words[:start], middle, *words[start + count :]])


def damage(article: Article, random: Random) -> Damaged | None:
    """Join the words of the title, of a heading or of a part of a paragraph."""
    if article.script in UNSPACED:
        return None
    if random.random() < 0.25:
        return article.with_line(0, lambda line: f"# {article.title.replace(' ', '')}")
    index = article.pick(random, "(?: [^ ]+){8}")
    return article.with_line(index, lambda line: joined(line, random))
