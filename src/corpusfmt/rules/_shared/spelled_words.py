"""The words of an article as its URL spells them: without accents, in Latin letters."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache
from itertools import pairwise
from unicodedata import normalize

from corpusfmt.text.characters import DIGITS, LETTERS, LOWER_CASE, rare_characters
from corpusfmt.text.patterns import regex

_WORD = regex(r"[a-z0-9]+")
_WORD_CHARACTERS = frozenset(LETTERS + DIGITS)
_OUTER = frozenset(f"{LOWER_CASE}{DIGITS} \t\n\r\v\f\x1c\x1d\x1e\x1f-".encode())
_APART = bytes(byte if byte in f"{LETTERS}{DIGITS}".encode() else 0x20 for byte in range(0x100))
"""Spaces in place of what is not in a word of a URL."""
_INNER = bytes(byte for byte in range(0x80) if byte not in _OUTER)
"""What a URL may leave out of a word, of the characters that are in a spelling."""

_APOSTROPHES = "'’ʼ‘`"
_LETTERS = {
    "ß": "ss",
    "æ": "ae",
    "œ": "oe",
    "ø": "o",
    "ł": "l",
    "ı": "i",
    "đ": "d",
    "ð": "d",
    "þ": "th",
}
_GERMAN = {"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"}

_FIRST_UNSPELLED, _LAST_UNSPELLED = "\u3400", "\uf900"
"""Between these are ideographs and Hangul, which URLs leave out; texts have many of them."""

_FEW_LETTERS = 12
"""How many letters are replaced one by one faster than all are normalized."""


def has_word(text: str, word: str, most: int = 0) -> bool:
    """Return whether a word, with or without a final s, is in a text.

    Not by a pattern: to compile one takes longer than to search. A word that begins so many others
    is taken for one, if ``most`` is not 0.
    """
    start = text.find(word)
    while start >= 0:
        most -= 1
        if most == 0:
            return True
        end = start + len(word)
        if text[end : end + 1] == "s":
            end += 1
        if _is_apart(text, start, end):
            return True
        start = text.find(word, start + 1)
    return False


def _is_apart(text: str, start: int, end: int) -> bool:
    """Return whether there are no letters and digits of ASCII around a part of a text."""
    around = {text[start - 1 : start], text[end : end + 1]}
    return around.isdisjoint(_WORD_CHARACTERS)


class SpelledWords:
    """The words of a text in lower case.

    ``signs`` are its characters that are not in ASCII, and any others; None if they are not known.
    """

    def __init__(self, text: str, signs: Iterable[str] | None = None) -> None:
        self.text = text
        self.spellings = _spellings(text, signs)

    def knows(self, part: str) -> bool:
        """Return whether a part of a URL is one word of the text.

        A URL may have a word without its final s, or without what is between its letters, as in
        “tphcm” for “TP.HCM”.
        """
        if self.may_have(part):
            return True
        return any(has_word(spelling, part) for spelling in self._run_together)

    def may_have(self, part: str, most: int = 0) -> bool:
        """Return whether a word, with or without a final s, is in a spelling of the text."""
        return any(has_word(spelling, part, most) for spelling in self.spellings)

    def has(self, word: str) -> bool:
        """Return whether this very word is in a spelling of the text."""
        return word.encode() in self._words

    def has_stem(self, stem: str) -> bool:
        """Return whether a word begins with these letters."""
        for spelling in self.spellings:
            start = spelling.find(stem)
            while start >= 0:
                if spelling[start - 1 : start] not in _WORD_CHARACTERS:
                    return True
                start = spelling.find(stem, start + 1)
        return False

    @cached_property
    def pairs(self) -> frozenset[tuple[str, str]]:
        """The pairs of words that are adjacent; to make them takes long for a long text."""
        apart = _fold(_replace(self.text, dict.fromkeys(_APOSTROPHES, " ")))
        together = _replace(self.text, dict.fromkeys(_APOSTROPHES, ""))
        found: set[tuple[str, str]] = set()
        for spelling in (apart, _fold(together), _fold(_replace(together, _GERMAN))):
            found.update(pairwise(_WORD.findall(spelling)))
        return frozenset(found)

    @cached_property
    def _words(self) -> frozenset[bytes]:
        """The words of all spellings: cut from bytes in a third of the time of a pattern."""
        return frozenset(" ".join(self.spellings).encode().translate(_APART).split())

    @cached_property
    def _run_together(self) -> list[str]:
        """The spellings without what else is between the letters of a word."""
        return [spelling.encode().translate(None, _INNER).decode() for spelling in self.spellings]


def _spellings(text: str, signs: Iterable[str] | None) -> list[str]:
    """Return a text as URLs spell it, and the words that they may spell in another way.

    ``ü`` is ``u`` or ``ue``, an apostrophe nothing or a space.
    """
    without = _replace(text, dict.fromkeys(_APOSTROPHES, ""))
    spellings = [_fold(without, signs)]
    if len(without) != len(text):
        apart = dict.fromkeys(_APOSTROPHES, " ")
        spellings.append(_fold(_replace(_words_with(text, _APOSTROPHES), apart)))
    german = "" if text.isascii() else _words_with(without, _GERMAN)
    if german:
        spellings.append(_fold(_replace(german, _GERMAN)))
    return spellings


def _words_with(text: str, characters: Iterable[str]) -> str:
    """Return the words that have one of these characters, and some beside them."""
    words: list[str] = []
    for character in characters:
        end = 0
        place = text.find(character)
        while place >= 0:
            start = text.rfind(" ", end, place) + 1 or end
            end = text.find(" ", place)
            end = len(text) if end < 0 else end
            words.append(text[start:end])
            place = text.find(character, end)
    return " ".join(words)


def _fold(text: str, signs: Iterable[str] | None = None) -> str:
    if text.isascii():
        return text
    signs = set(rare_characters(text)) if signs is None else signs
    spelled = [
        sign for sign in signs if not _FIRST_UNSPELLED <= sign < _LAST_UNSPELLED and _spell(sign)
    ]
    if len(spelled) > _FEW_LETTERS:
        text = normalize("NFKD", _replace(text, _LETTERS))
    else:
        text = _replace(text, {character: _spell(character) for character in spelled})
    return text.encode("ascii", "ignore").decode()


@lru_cache(maxsize=4096)
def _spell(character: str) -> str:
    """Return how URLs spell a character that is not ASCII; empty for one that they leave out."""
    if character.isascii():
        return ""
    written = normalize("NFKD", _LETTERS.get(character, character))
    return written.encode("ascii", "ignore").decode()


def _replace(text: str, letters: Mapping[str, str]) -> str:
    """Return a text with some letters replaced: many times faster than ``str.translate``."""
    for letter, written in letters.items():
        text = text.replace(letter, written)
    return text
