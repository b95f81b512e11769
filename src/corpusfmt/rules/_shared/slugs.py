"""Slugs: the words of a title as URLs spell them."""

from __future__ import annotations

from functools import lru_cache
from itertools import filterfalse
from unicodedata import combining, normalize

from corpusfmt.rules._shared.urls import path_of
from corpusfmt.text.patterns import regex

_WORD = regex(r"[a-z0-9]+")
_SHORTEST = 3
"""The letters of the words of a slug."""
_ENDING = regex(r"\.[A-Za-z]{2,5}/?\Z")
_LETTERS = {
    "đ": "d",
    "ð": "d",
    "ł": "l",
    "ø": "o",
    "ı": "i",
    "æ": "ae",
    "œ": "oe",
    "þ": "th",
    "’": "",
    "'": "",
    "ß": "ss",
}
_GERMAN = (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("å", "aa"), ("ø", "oe"))


@lru_cache(maxsize=512)  # several rules fold the title and the URL
def fold(text: str) -> str:
    """Return a text in lower case without accents, as slugs have it."""
    text = text.lower().replace("'", "")
    if text.isascii():
        return text
    for character in set(text):
        if not character.isascii():
            text = text.replace(character, _fold_character(character))
    return text


@lru_cache(maxsize=4096)
def _fold_character(character: str) -> str:
    letters = _LETTERS.get(character, character)
    return "".join(filterfalse(combining, normalize("NFKD", letters)))


def words_of(text: str) -> list[str]:
    """Return the words of a text in Latin script, folded; those of other scripts are skipped."""
    return list(_words_of(text))


@lru_cache(maxsize=512)  # of the title and the URL as well
def _words_of(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(fold(text)))


def spellings(text: str) -> frozenset[str]:
    """Return the words of a text in both spellings of slugs: ``ü`` as ``u``, and as ``ue``."""
    words = frozenset(words_of(text))
    if text.isascii():
        return words
    lower = text.lower()
    for letter, written in _GERMAN:
        lower = lower.replace(letter, written)
    return words.union(words_of(lower))


def slug_of(address: str) -> list[str]:
    """Return the words of the segment of a URL's path that has the most.

    Numbers and words of one or two letters are skipped. Empty where the URL has no path.
    """
    longest: list[str] = []
    for segment in _ENDING.sub("", path_of(address)).split("/"):
        if segment.isascii() and len(segment) < _SHORTEST * (len(longest) + 1):
            continue  # as the parts of a date
        words = [word for word in words_of(segment) if len(word) >= _SHORTEST and word.isalpha()]
        if len(words) > len(longest):
            longest = words
    return longest
