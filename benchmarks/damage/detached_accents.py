"""Text taken from a PDF file has its accents as separate characters next to their letters."""

from __future__ import annotations

import unicodedata
from random import Random

from benchmarks.damage.article import Article, Damaged

RULES = ("detached-accent",)
ACCENTS = {
    "\u0301": "\u00b4",
    "\u0308": "\u00a8",
    "\u0302": "\u02c6",
    "\u0303": "\u02dc",
    "\u0327": "\u00b8",
    "\u030c": "\u02c7",
    "\u030a": "\u02da",
    "\u0328": "\u02db",
}
FORMS = ("{accent}{letter}", "{letter}{accent}", "{letter} {accent}", " {accent}{letter}")
FEWEST = 3


def damage(article: Article, random: Random) -> Damaged | None:
    """Take the accents of one paragraph, or of all, off their letters."""
    if article.script != "latin":
        return None
    form = random.choice(FORMS)

    def parted(line: str) -> str:
        return "".join([_parted(character, form) for character in line])

    count = sum(len(parted(article.lines[index])) for index in article.paragraphs)
    if count < sum(len(article.lines[index]) for index in article.paragraphs) + FEWEST:
        return None
    if random.random() < 0.5:
        return article.with_every_line(parted)
    lines = [index for index in article.paragraphs if parted(article.lines[index]).count(" ")]
    return article.with_line(
        max(lines, key=lambda index: len(parted(article.lines[index]))), parted
    )


def _parted(character: str, form: str) -> str:
    letters = unicodedata.normalize("NFD", character)
    if len(letters) != 2 or letters[1] not in ACCENTS:
        return character
    return form.format(letter=letters[0], accent=ACCENTS[letters[1]])
