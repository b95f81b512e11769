"""A language model that reads a page gets into a loop, or a line is printed again to look bold."""

from __future__ import annotations

import re
from random import Random

from benchmarks.damage.article import Article, Damaged

RULES = ("repeated-words",)
MISSED = "short lines that occur twice, and words that occur two to seven times"
UNSPACED = {"han", "kana", "thai"}
SENTENCE = r"[^.!?。！？।۔]{20,}[.!?。！？।۔]"


def loop(line: str, random: Random) -> str:
    """Return a line that ends in words again and again, cut where the answer was full."""
    if re.search(r"[^\W\d_] [^\W\d_]", line) is None:
        start = random.randrange(len(line) - 12)
        piece = line[start : start + random.randint(3, 12)]
        return line[: start + len(piece)] + piece * random.randint(5, 80)
    words = line.split(" ")
    count = random.choice((1, 1, 2, 3, 4, 6, 8, 12))
    start = random.randrange(max(1, len(words) - count))
    piece = " ".join(words[start : start + count])
    looped = " ".join([piece] * random.randint(5, 80))
    cut = looped[: len(looped) - random.randint(0, len(piece) // 2)].rstrip()
    return " ".join([*words[:start], cut])


def sentence_again(line: str, random: Random) -> str:
    """Return a line with a sentence two to six times."""
    match = random.choice(list(re.finditer(SENTENCE, line)))
    separator = random.choice((" ", "\n"))
    copies = separator.join([match[0].strip()] * random.randint(2, 6))
    return f"{line[: match.start()]} {copies}{line[match.end() :]}".strip()


def printed_again(line: str, random: Random) -> str:
    """Return a line whose printed lines, of 30 to 70 characters, occur two to four times each."""
    width = random.randint(30, 70)
    copies = random.randint(2, 4)
    pieces = re.findall(rf"\S(?:.{{0,{width}}}(?= |$)|.{{{width}}})", line)
    separator = random.choice((" ", "\n"))
    return separator.join(piece for piece in pieces for _ in range(copies))


def damage(article: Article, random: Random) -> Damaged | None:
    """Repeat words, a sentence or the printed lines of a paragraph."""
    change = random.choice((loop, loop, sentence_again, printed_again))
    index = article.pick(random, SENTENCE)
    return article.with_line(index, lambda line: change(line, random))
