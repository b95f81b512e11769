"""The words of dates: a text in words, numbers and signs, and what a word can mean."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, cached_property, lru_cache

from corpusfmt.syntax.resources import grammar_table
from corpusfmt.text.patterns import regex

# Controls of direction and zero-width characters, which pages put between the parts of a date, and
# characters that stand for others. A zero-width non-joiner is in Persian names of weekdays.
_INVISIBLE = {*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2066, 0x206A)}
_REPLACED = str.maketrans(
    {
        **dict.fromkeys(map(chr, (0x61C, 0xAD, 0xFEFF, *_INVISIBLE))),
        **dict.fromkeys("’‘ʼ´`", "'"),
        **dict.fromkeys("，、،၊", ","),
        **dict.fromkeys("•·・‧¦┃｜", "|"),
        **dict.fromkeys("（【〔「", "("),
        **dict.fromkeys("）】〕」", ")"),
        "−": "-",
        "‐": "-",
        "‑": "-",
        "：": ":",
        "։": ":",
        "—": "–",
    }
)
_FREQUENT = (("’", "'"), ("—", "–"))
# Accents of the Latin, Greek and Cyrillic script, vowel signs and hamza of the Arabic one. What is
# typed often lacks them.
_ACCENTS = regex("[\u0300-\u036f\u064b-\u065f\u0670]+")
_LETTERS = (("ı", "i"), ("ي", "ی"), ("ى", "ی"), ("ك", "ک"))
_NOT_SIMPLE = regex(f"[{re.escape(''.join(map(chr, _REPLACED)))}]")
_VALUES = {numeral: value for value, numeral in enumerate("〇一二三四五六七八九")} | {
    "零": 0,
    "○": 0,
}
_CHINESE_DAY = regex(
    r"(?P<year>[〇一二三四五六七八九零○]{4})年(?P<month>[一二三四五六七八九十]{1,2})月"
    r"(?P<day>[一二三四五六七八九十]{1,3})日"
)
_ATOM = regex(r"\d+|[^\W\d_][^\s\d!-&(-/:-@[-`{-~–|]*|[^\s\w]|_")
_FIRST_WORD = regex(r"[A-Za-z]+(?= )")
# From Thai on, words are not parted by spaces.
_FIRST_UNSPACED = "\u0e00"


def simplify(text: str) -> str:
    """Return a text in compatibility form, without invisible characters and with ASCII signs."""
    if text.isascii():
        return text
    for sign, written in _FREQUENT:  # most texts have none of the others
        text = text.replace(sign, written)
    if _NOT_SIMPLE.search(text) is None and unicodedata.is_normalized("NFKC", text):
        return text
    return unicodedata.normalize("NFKC", text.translate(_REPLACED)).translate(_REPLACED)


def with_digits(text: str) -> str:
    """Return a text with digits in place of the Chinese numerals of a day, as in 二月五日."""
    if text.isascii() or "年" not in text:
        return text
    return _CHINESE_DAY.sub(_digits_of_day, text)


def _digits_of_day(match: re.Match[str]) -> str:
    year = "".join([str(_VALUES[numeral]) for numeral in match["year"]])
    month, day = _number(match["month"]), _number(match["day"])
    return match[0] if month is None or day is None else f"{year}年{month}月{day}日"


def _number(numerals: str) -> int | None:
    """Return the number of Chinese numerals from one to ninety-nine, or None."""
    tens, ten, ones = numerals.partition("十")
    if len(tens) > 1 or len(ones) > 1 or "十" in ones:
        return None
    if not ten:
        return _VALUES[tens]
    count = _VALUES[tens] if tens else 1
    return 10 * count + (_VALUES[ones] if ones else 0)


@lru_cache(maxsize=256)  # the tests of a line fold its words several times
def fold(word: str) -> str:
    """Return a word without case and accents, as the table has it; an accent alone remains.

    ``str.translate`` takes 700 instructions for each character that it leaves.
    """
    if word.isascii():
        return word.lower()
    bare = _ACCENTS.sub("", unicodedata.normalize("NFKD", word.casefold()))
    folded = unicodedata.normalize("NFKC", bare)
    for letter, written in _LETTERS:
        folded = folded.replace(letter, written)
    return folded or word


def split_atoms(text: str) -> list[str]:
    """Return the words, numbers and signs of a simplified text.

    A combining mark at the start of a word, as left by a bad conversion, is an atom of its own.
    """
    return _ATOM.findall(text)


@lru_cache(maxsize=16)  # the tests of a line ask for its words several times
def _folded_atoms(text: str) -> frozenset[str]:
    return frozenset(map(fold, split_atoms(text)))


def phrase_key(phrase: str) -> str:
    """Return the key of a word or phrase in the table; full stops after its words are dropped."""
    return " ".join(atom for atom in map(fold, split_atoms(simplify(phrase))) if atom != ".")


def has_other_words(text: str, *vocabularies: Vocabulary) -> bool:
    """Return whether a simplified text has a word that is in none of these vocabularies.

    Most lines begin with another word, so this is faster than to split them into tokens.
    """
    for match in _ATOM.finditer(text):
        if match[0][0].isalpha():
            word = fold(match[0])
            if not any(vocabulary.has(word) for vocabulary in vocabularies):
                return True
    return False


def begins_with_other_word(text: str, *vocabularies: Vocabulary) -> bool:
    """Return whether a text begins with a word that `has_other_words` finds: a fast test.

    Only a word of ASCII letters and the space after it are looked at, which need not be simplified.
    """
    first = _FIRST_WORD.match(text)
    if first is None:
        return False
    word = first[0].lower()
    return not any(word in vocabulary.atoms for vocabulary in vocabularies)


def _main_atom(phrase: str) -> str:
    """Return the atom of a phrase that the fewest lines have: its longest word."""
    return max(phrase.split(), key=lambda atom: (atom[0].isalpha(), len(atom)))


class Vocabulary:
    """What words and phrases can mean in a line.

    Words are folded; the atoms of a phrase are parted by a space. A reading is a class of one
    letter and, for some, a value: ``M02`` a month, ``z-05:00`` a zone.
    """

    def __init__(self, table: str) -> None:
        self._lines = [line.partition("\t") for line in table.splitlines()]
        self._known_atoms: dict[str, frozenset[str]] = {}
        self._known_firsts: dict[str, frozenset[str]] = {}
        self.atoms: set[str] = set()
        """The atoms of all words and phrases: all that most lines are compared with."""
        for _, _, keys in self._lines:
            self.atoms.update(keys.split())

    @cached_property
    def words(self) -> dict[str, tuple[str, ...]]:
        """The readings of each word and phrase."""
        words: dict[str, tuple[str, ...]] = {}
        for readings, _, keys in self._lines:
            words.update(dict.fromkeys(keys.split("\t"), tuple(readings.split())))
        return words

    @cached_property
    def longest(self) -> dict[str, int]:
        """The largest number of atoms of a phrase, for each first atom of one."""
        longest: dict[str, int] = {}
        for phrase in self._phrases():
            first = phrase.partition(" ")[0]
            longest[first] = max(longest.get(first, 0), phrase.count(" ") + 1)
        return longest

    def _phrases(self) -> Iterator[str]:
        for _, _, keys in self._lines:
            phrases = keys.split("\t")
            if " " in phrases[0]:  # then all are phrases
                yield from phrases

    @cached_property
    def longest_unspaced(self) -> int:
        """The most characters of a word of a script without spaces."""
        unspaced = [word for word in self.words if word[0] >= _FIRST_UNSPACED]
        return max(map(len, unspaced), default=0)

    def may_read(self, text: str, classes: str) -> bool:
        """Return whether a simplified text may have a word of one of these classes: a fast test.

        A word of a script without spaces may be divided into several: it may have one of these if
        it has the first character of one.
        """
        atoms = _folded_atoms(text)
        known = self._atoms_of(classes)
        if not atoms.isdisjoint(known):
            return True
        unspaced = [atom for atom in atoms if atom >= _FIRST_UNSPACED]
        return bool(unspaced) and not self._first_characters(classes).isdisjoint("".join(unspaced))

    def _atoms_of(self, classes: str) -> frozenset[str]:
        """Return the main atom of each word and phrase with a reading of one of these classes."""
        known = self._known_atoms.get(classes)
        if known is None:
            found: set[str] = set()
            for readings, _, keys in self._lines:
                if any(reading[0] in classes for reading in readings.split()):
                    found.update(map(_main_atom, keys.split("\t")))
            known = self._known_atoms[classes] = frozenset(found)
        return known

    def _first_characters(self, classes: str) -> frozenset[str]:
        """Return the first characters of `_atoms_of`."""
        firsts = self._known_firsts.get(classes)
        if firsts is None:
            firsts = frozenset(atom[0] for atom in self._atoms_of(classes))
            self._known_firsts[classes] = firsts
        return firsts

    def has(self, word: str) -> bool:
        """Return whether a folded word is an atom, or made of words without spaces between them."""
        if word in self.atoms:
            return True
        return word >= _FIRST_UNSPACED and len(self.split_unspaced(word)) > 1

    def split_unspaced(self, word: str) -> list[str]:
        """Return the known words that a folded word of a script without spaces is made of.

        The word itself where it is not made of known ones.
        """
        if not word or word[0] < _FIRST_UNSPACED or word in self.words:
            return [word]
        parts: list[str] = []
        start = 0
        while start < len(word):
            ends = range(min(len(word), start + self.longest_unspaced), start, -1)
            end = next((end for end in ends if word[start:end] in self.words), None)
            if end is None:
                return [word]
            parts.append(word[start:end])
            start = end
        return parts


@cache
def date_vocabulary() -> Vocabulary:
    """Return the words of dates that are read."""
    return Vocabulary(grammar_table("dates.table"))


@cache
def relative_vocabulary() -> Vocabulary:
    """Return the words of dates that are not read: relative ones, and those of other calendars."""
    return Vocabulary(grammar_table("dates_unread.table"))
