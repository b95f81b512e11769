"""Words with hyphens in a text: what stands before a hyphen, and where else a word stands."""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

BLANKS = frozenset(" \n")
_SMALL = frozenset("abcdefghijklmnopqrstuvwxyz")
_PLAIN = _SMALL | frozenset("0123456789")
_LETTERS = 4

WINDOW, _MOST = 20_000, 1_000
"""How many characters are searched for another copy of a word, and for how many hyphens: bounds keep it linear."""

_LONGEST = 40
_OPENING = "\"'“„«»‚‘’([*"


class Hyphens(NamedTuple):
    """The hyphens of a text that may tell of a fault; in most texts there is none.

    The odd ones stand behind a letter, and before a blank or a letter that is none of a to z. Where there are such, the
    repeated ones stand before one of a to z and three more letters, which stand behind another hyphen as well.
    """

    odd: list[int]
    repeated: list[int]


def find_hyphens(text: str, end: int) -> Hyphens:
    """The hyphens of a text. One character is found many times faster than a pattern."""
    places, odd = list[int](), list[int]()
    last = min(end, len(text) - 1)  # one behind which nothing stands tells of nothing
    place = text.find("-", 0, last)
    while place >= 0:
        places.append(place)
        after = text[place + 1]
        if after not in _PLAIN and (after in BLANKS or after.isalpha()) and text[place - 1].isalpha():
            odd.append(place)
        place = text.find("-", place + 1, last)
    return Hyphens(odd[:_MOST], _repeated(text, places) if odd else [])


def _repeated(text: str, places: list[int]) -> list[int]:
    behind = [text[place + 1 : place + 1 + _LETTERS] for place in places]
    if len(set(behind)) == len(behind):
        return []
    count = Counter(each for each in behind if each[0] in _SMALL and len(each) == _LETTERS and each.isalpha())
    return [place for place, each in zip(places, behind, strict=True) if count[each] > 1]


def window(text: str, end: int) -> str:
    """The part of a text, up to an end, that is searched: whole words."""
    if end <= WINDOW:
        return text[:end]
    blank = max(text.rfind(" ", 0, WINDOW), text.rfind("\n", 0, WINDOW))
    return text[: blank if blank > 0 else WINDOW]


def word_before(text: str, end: int) -> str:
    """The word that ends before a hyphen; empty where none does."""
    words = text[max(0, end - _LONGEST) : end].rsplit(None, 1)
    return words[-1].lstrip(_OPENING) if words else ""


def copies(text: str, word: str) -> list[tuple[int, int]]:
    """Where a word stands that is no part of another."""
    if word not in text:
        return []
    return [match.span() for match in re.finditer(rf"(?<![\w/.-]){word}(?![\w/-])", text)]
