"""Words of a URL that have lost the hyphen between them, by the words of the article."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import chain, pairwise
from string import ascii_letters, digits
from typing import NamedTuple
from unicodedata import normalize

from corpusfmt.rules._shared.url_words import joined_words, url_words
from corpusfmt.text.patterns import regex

_PART = regex(r"(?<=[/-])[a-z0-9]{4,60}(?=-)|(?<=-)[a-z0-9]{4,60}(?![^\W_])")
_WORD = regex(r"[a-z0-9]+")
_WORD_CHARACTERS = frozenset(ascii_letters + digits)
_URL = regex(r"https?://[^\s<>()\[\]\"“”]+")
_INNER = regex(r"[^\sa-z0-9–—-]+")
"""What a URL may leave out of a word."""

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

_NUMBER = regex(r"[0-9]{5,}")
_IDENTIFIER = regex(r"[a-z]{0,6}[0-9]{5,}|(?=[a-f]*[0-9])[0-9a-f]{24,}")
_LEADING_NUMBER = regex(r"[0-9]{4,}")
_BEFORE_NUMBERS = regex(
    r"(?:ar|art|article|articleshow|artikel|bild|doc|id|idus\w*|item|live|news|node|nota|page"
    r"|photo|post|story|topic|video|[a-z])[0-9]+"
)
"""What an identifier is that is one word: no hyphen has been lost in it."""

_DAY = "(?:0[1-9]|[12][0-9]|3[01])(?![0-9])"
_DATE = regex(
    rf"(?<=[/-])(?:((?:19|20)[0-9]{{2}})(?:0[1-9]|1[0-2])-{_DAY}"
    rf"|((?:19|20)[0-9]{{2}}-(?:0[1-9]|1[0-2])){_DAY})"
)
"""A date with one of its two hyphens; what precedes the other is a group."""


_FEW_COPIES = 50
"""How many copies of a few letters in a text are looked at, to see if one is a word."""

_STEM = 6
"""The letters by which another form of a word is known."""


class LostHyphen(NamedTuple):
    """What a URL has in lower case, and how many characters of it precede the lost hyphen."""

    joined: str
    length: int


def lost_hyphens(url: str, title: str, text: str) -> Iterator[LostHyphen]:
    """Yield the parts of a URL's path that have lost a hyphen, each once.

    ``text`` is that of the article, of which words are made only where nothing else settles it.
    """
    url = url.lower()
    path = url[url.find("/", url.find("://") + 3) :].partition("?")[0].partition("#")[0]
    for date in _DATE.finditer(path):
        yield LostHyphen(date[0], len(date[1] or date[2]))
    title = title.lower()
    parts = list(frozenset(_PART.findall(path)).difference(_WORD.findall(title)))
    if title.isascii():
        parts = _unwritten(parts, text)
    if not parts:  # as in most articles
        return
    words = _Words(title)
    unwritten = [part for part in parts if part not in words.words and not words.knows(part)]
    unwritten = _unwritten(unwritten, text)
    text = text.lower()
    unwritten = [part for part in unwritten if not _has_word(text, part)]
    if unwritten:
        yield from _find_joined(unwritten, words, _Words(text), _parts_of_others(text, url))


def _find_joined(
    parts: list[str], title: _Words, text: _Words, others: frozenset[str]
) -> Iterator[LostHyphen]:
    """Yield those parts of a URL that are two words of an article."""
    unknown = [part for part in parts if _is_unknown(part, title, text, others)]
    if not unknown:
        return
    evidence = _Evidence(title, text, others)
    for part in unknown:
        length = evidence.length(part)
        if length is not None:
            yield LostHyphen(part, length)


def _is_unknown(part: str, title: _Words, text: _Words, others: frozenset[str]) -> bool:
    """Return whether a part is no word of a text, and may be two words of an article."""
    if any(_has_word(spelling, part) for spelling in text.spellings):
        return False
    if not others and not _may_be_of_words(part, title, text):
        return False
    return not text.knows(part)


def _unwritten(parts: Iterable[str], text: str) -> list[str]:
    """Return the parts that may be two words, and are not in a text, capitalized or not."""
    found: list[str] = []
    for part in parts:
        if part.isdigit() or part in url_words() or _has_word(text, part):
            continue
        if part in joined_words() or part.removesuffix("s") in joined_words():
            continue
        if not _has_word(text, part.capitalize()) and _BEFORE_NUMBERS.fullmatch(part) is None:
            found.append(part)
    return found


def _may_be_of_words(part: str, title: _Words, text: _Words) -> bool:
    """Return whether a part of a URL may be two words, or a word and a number.

    To search for some words is many times faster than to make a set of all.
    """
    if {part[0], part[1:]} <= title.words or {part[:-1], part[-1]} <= title.words:
        return True
    spellings = title.spellings + text.spellings
    for at in range(2, len(part) - 1):
        first, second = part[:at], part[at:]
        has_stems = min(at, len(part) - at) >= _STEM
        is_word = _may_be_word(first, spellings, has_stems)
        if not is_word and _LEADING_NUMBER.fullmatch(first) is None:
            continue
        if _may_be_word(second, spellings, has_stems):
            return True
        if is_word and not second.isalpha() and _is_number(second):
            return True
    return False


def _is_number(text: str) -> bool:
    return _NUMBER.fullmatch(text) is not None or _IDENTIFIER.fullmatch(text) is not None


def _may_be_word(word: str, spellings: list[str], is_stem_enough: bool) -> bool:
    """Return whether a word is usual, or it or its stem is in these texts."""
    if word in url_words():
        return True
    if is_stem_enough:
        return any(word[:_STEM] in spelling for spelling in spellings)
    return any(_has_word(spelling, word, _FEW_COPIES) for spelling in spellings)


def _has_word(text: str, word: str, most: int = 0) -> bool:
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
        around = {text[start - 1 : start], text[end : end + 1]}
        if around.isdisjoint(_WORD_CHARACTERS):
            return True
        start = text.find(word, start + 1)
    return False


class _Words:
    """The words of a text in lower case, and the pairs of words that are adjacent in it."""

    def __init__(self, text: str) -> None:
        self.spellings = _spellings(text)

    def knows(self, part: str) -> bool:
        """Return whether a part of a URL is one word of the text.

        A URL may have a word without its final s, or without what is between its letters, as in
        “tphcm” for “TP.HCM”.
        """
        if any(_has_word(spelling, part) for spelling in self.spellings):
            return True
        return any(_has_word(spelling, part) for spelling in self._run_together)

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of all spellings."""
        return frozenset(chain.from_iterable(map(_WORD.findall, self.spellings)))

    @cached_property
    def pairs(self) -> frozenset[tuple[str, str]]:
        """The pairs of words that are adjacent."""
        lists = [_WORD.findall(spelling) for spelling in self.spellings]
        return frozenset(pair for words in lists for pair in pairwise(words))

    @cached_property
    def _run_together(self) -> list[str]:
        """The spellings without what else is between the letters of a word."""
        return [_INNER.sub("", spelling) for spelling in self.spellings]


def _spellings(text: str) -> list[str]:
    """Return a text as URLs spell it: ``ü`` as ``u`` or ``ue``, apostrophes as nothing or space."""
    without = _replace(text, dict.fromkeys(_APOSTROPHES, ""))
    spellings = [_fold(without)]
    if len(without) != len(text):
        spellings.append(_fold(_replace(text, dict.fromkeys(_APOSTROPHES, " "))))
    if not text.isascii():
        german = _replace(without, _GERMAN)
        if german != without:
            spellings.append(_fold(german))
    return spellings


def _fold(text: str) -> str:
    if text.isascii():
        return text
    return normalize("NFKD", _replace(text, _LETTERS)).encode("ascii", "ignore").decode()


def _replace(text: str, letters: Mapping[str, str]) -> str:
    """Return a text with some letters replaced: many times faster than ``str.translate``."""
    for letter, written in letters.items():
        text = text.replace(letter, written)
    return text


def _parts_of_others(text: str, url: str) -> frozenset[str]:
    """Return the words of the URLs in a text that are of the same host, and pairs with a hyphen.

    All is in lower case.
    """
    host = url[: url.find("/", url.find("://") + 3) + 1]
    found: set[str] = set()
    for match in _URL.finditer(text):
        other = match[0]
        if other.startswith(host) and other != url:
            parts = re.split(r"[/?#._]", other)
            for part in parts:
                words = part.split("-")
                found.update(words, map("-".join, pairwise(words)))
    return frozenset(found)


class _Evidence:
    """What says that a part of a URL is two words."""

    def __init__(self, title: _Words, text: _Words, others: frozenset[str]) -> None:
        self._title = title
        self._words = text.words | title.words
        self._others = others

    @cached_property
    def _stems(self) -> frozenset[str]:
        return frozenset(word[:_STEM] for word in self._words if len(word) >= _STEM)

    def length(self, part: str) -> int | None:
        """Return the length of the first word of a part that is two, or None."""
        if part in self._others:
            return None
        weights = [(self._weight(part[:at], part[at:]), at) for at in range(1, len(part))]
        weights.sort(reverse=True)
        (best, length), (second, _) = weights[0], weights[1]
        return length if best > second else None

    def _weight(self, first: str, second: str) -> int:
        """Return how much says that these are two words: 0 if nothing does."""
        if first.isdigit() and second.isdigit():
            return 0
        if f"{first}-{second}" in self._others or (first, second) in self._title.pairs:
            return 9
        shorter = min(len(first), len(second))
        if shorter >= 2 and first in self._title.words and second in self._title.words:
            return 7 + (shorter > 2)
        return self._weight_of_text(first, second, shorter)

    def _weight_of_text(self, first: str, second: str, shorter: int) -> int:
        weight = self._weight_of_words(first, second, shorter)
        if weight:
            return weight
        if self._are_usual(first, second, shorter):
            return 3
        if shorter >= _STEM and {first[:_STEM], second[:_STEM]} <= self._stems:
            return int(first in self._words or second in self._words)
        return self._weight_of_number(first, second)

    def _weight_of_words(self, first: str, second: str, shorter: int) -> int:
        if shorter < 2 or first not in self._words or second not in self._words:
            return 0
        if first in self._title.words or second in self._title.words:
            return 5 + (shorter > 2)
        return 4 * (shorter > 2)

    def _are_usual(self, first: str, second: str, shorter: int) -> bool:
        if not self._is_usual(first) or not self._is_usual(second):
            return False
        longer = max(first, second, key=len)
        return shorter > 2 or (shorter == 2 and len(longer) > 3 and longer in self._words)

    def _is_usual(self, word: str) -> bool:
        return word in self._words or word in url_words()

    def _weight_of_number(self, first: str, second: str) -> int:
        if len(first) > 1 and first in self._words and not first[-1].isdigit():
            if _NUMBER.fullmatch(second):
                return 2
            return int(_is_number(second))
        if len(second) > 2 and second in self._words:
            return 2 * (_LEADING_NUMBER.fullmatch(first) is not None)
        return 0
