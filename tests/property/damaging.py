"""Damage to whole articles, by a number: the same number is the same text in each run."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from random import Random

from benchmarks.damage import Kind, kinds
from benchmarks.damage.article import Article
from tests.property.scraped import FRAGMENTS

SAMPLES = Path(__file__).parents[2] / "corpus"

MARKS = (
    "# ",
    "### **",
    "> ",
    "- ",
    "1. ",
    "— ",
    "By ",
    "By *",
    "**",
    "*",
    "_",
    "__",
    "<u>",
    "</u>",
    "<b>",
    "[",
    "](#)",
    "\\",
    "&#65;",
    "Updated: ",
    "March 14, 2023 ",
    "2 hours ago ",
    "Related: [A](#) ",
    "Photo: ",
)
"""What damage puts into a line."""


def disorder(text: str, random: Random) -> str:
    """Return the text with one to four of its lines removed, doubled, swapped, joined or marked."""
    lines = text.split("\n")
    for _ in range(random.randint(1, 4)):
        # Most of what can be sealed is in the first lines.
        place = random.randrange(min(len(lines), random.choice((12, len(lines)))))
        line = lines[place]
        change = random.randrange(7)
        if change == 0:
            lines[place : place + 1] = []
        elif change == 1:
            lines[place : place + 1] = [line, "", line]
        elif change == 2:
            lines[place : place + 2] = lines[place : place + 2][::-1]
        elif change == 3:
            lines[place : place + 2] = [" ".join(lines[place : place + 2])]
        elif change == 4:
            lines[place] = random.choice(MARKS) + line
        else:
            start = random.randint(0, len(line))
            put = random.choice(MARKS if change == 5 else FRAGMENTS)
            lines[place] = line[:start] + put.rstrip(" ") + line[start:]
        lines = lines or [""]
    return "\n".join(lines)


def damaged_sample(number: int) -> str:
    """Return a sample article with one or two kinds of damage, and in half of them disorder."""
    random = Random(number)
    texts = _samples()
    text = random.choice(texts)
    for _ in range(random.randint(1, 2)):
        kind = random.choice(_kinds())
        damaged = kind.damage(Article.of(text, random.choice(texts)), random)
        if damaged is not None and isinstance(damaged.content, str):
            text = damaged.content
    return disorder(text, random) if random.random() < 0.5 else text


@cache
def _samples() -> tuple[str, ...]:
    return tuple([path.read_bytes().decode() for path in sorted(SAMPLES.glob("*.txt"))])


@cache
def _kinds() -> tuple[Kind, ...]:
    return tuple(kinds())
