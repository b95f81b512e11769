"""A converter of PDF files, or a program that reads printed text, cuts words into pieces."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

from benchmarks.damage.article import Article, Damaged

RULES = ("parted-word",)
MISSED = (
    "one to three words that are cut after a capital other than `A` and `I`, and dashes in words "
    "without a space"
)
CASED = {"latin", "cyrillic", "greek", "armenian"}
CAPITAL = r"\b[^\W\d_a-z](?=[^\W\d_A-Z]{2})"
LONG_WORD = r"\b[^\W\d_]{6,}\b"


def spaced_capitals(line: str, random: Random) -> str:
    """Return a line with a space after most capitals at the start of a word."""

    def part(match: re.Match[str]) -> str:
        is_wide = match[0].isupper() and random.random() < 0.85
        return f"{match[0]} " if is_wide else match[0]

    return re.sub(CAPITAL, part, line)


def dashed(line: str, random: Random) -> str:
    """Return a line with a dash in the long word at the end of each printed line."""
    dash = random.choice(("— ", "— ", "– ", "– ", "—"))
    width = random.randint(30, 50)
    last = 0

    def part(match: re.Match[str]) -> str:
        nonlocal last
        if match.end() - last < width:
            return match[0]
        last = match.end()
        middle = random.randint(2, len(match[0]) - 3)
        return f"{match[0][:middle]}{dash}{match[0][middle:]}"

    return re.sub(LONG_WORD, part, line)


def bold_pieces(line: str, random: Random) -> str:
    """Return a line whose first words are bold, with a long one of them in several runs."""
    words = line.split(" ")
    count = random.randint(2, 5)
    pieces: list[str] = []
    for word in words[:count]:
        shown = word.upper()
        size = random.randint(1, 3)
        pieces.extend(shown[start : start + size] for start in range(0, len(shown), size))
    return " ".join([f"**{piece}**" for piece in pieces] + words[count:])


def damage(article: Article, random: Random) -> Damaged | None:
    """Part the words of a paragraph in one of the three ways."""
    if article.script not in CASED:
        return None
    ways: tuple[tuple[Callable[[str, Random], str], str], ...] = (
        (spaced_capitals, rf"(?:{CAPITAL}.*){{5}}"),
        (dashed, rf"(?:{LONG_WORD}.*){{4}}.{{80}}"),
        (bold_pieces, r"^[^\W\d_]+ [^\W\d_]{4}"),
    )
    change, pattern = random.choice(ways)
    return article.with_line(article.pick(random, pattern), lambda line: change(line, random))
