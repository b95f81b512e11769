"""Words with hyphens in a text: what stands before a hyphen, and where else a word stands."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

BLANKS = frozenset(" \n")
_SMALL = frozenset("abcdefghijklmnopqrstuvwxyz")

WINDOW, _MOST = 12_000, 1_000
"""How many characters are searched for another copy of a word, and for how many hyphens: bounds keep it linear."""

_LONGEST = 40
_OPENING = "\"'“„«»‚‘’([*"


class Hyphens(NamedTuple):
    """The hyphens of a text that may tell of a fault; in most texts there is none.

    The odd ones stand behind a letter, and before a blank or a letter that is none of a to z. The repeated ones stand
    before one of a to z and three more characters, which stand behind another hyphen as well.
    """

    odd: list[int]
    repeated: list[int]


def find_hyphens(text: str, end: int) -> Hyphens:
    """The hyphens of a text. To find one character is much faster than to search for a pattern."""
    odd, others, following = list[int](), list[int](), list[str]()
    place = text.find("-", 0, end)
    while place >= 0:
        behind = text[place + 1 : place + 5]
        if behind[:1] in _SMALL:
            others.append(place)
            following.append(behind)
        elif (behind[:1] in BLANKS or behind[:1].isalpha()) and text[place - 1].isalpha():
            odd.append(place)
        place = text.find("-", place + 1, end)
    if len(set(following)) == len(following):
        return Hyphens(odd[:_MOST], [])
    twice = {one for one, next_ in pairwise(sorted(following)) if one == next_}
    return Hyphens(odd[:_MOST], [place for place, behind in zip(others, following, strict=True) if behind in twice])


def word_before(text: str, end: int) -> str:
    """The word that ends before a hyphen; empty where none does."""
    words = text[max(0, end - _LONGEST) : end].rsplit(None, 1)
    return words[-1].lstrip(_OPENING) if words else ""


def copies(text: str, word: str) -> list[tuple[int, int]]:
    """Where a word stands that is no part of another."""
    if word not in text:
        return []
    return [match.span() for match in re.finditer(rf"(?<![\w/.-]){word}(?![\w/-])", text)]
