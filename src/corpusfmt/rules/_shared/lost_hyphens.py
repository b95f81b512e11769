"""Words of a URL that have lost the hyphen between them, by the words of the article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple
from unicodedata import normalize

from corpusfmt.rules._shared.word_lists import read_list

_PART = re.compile(r"(?<=[/-])[a-z0-9]{4,60}(?=-)|(?<=-)[a-z0-9]{4,60}(?![^\W_])")
_WORD = re.compile(r"[a-z0-9]+")
_URL = re.compile(r"https?://[^\s<>()\[\]\"“”]+", re.IGNORECASE)
_BETWEEN = re.compile(r"[\s–—-]+")
_APOSTROPHES = dict.fromkeys(map(ord, "'’ʼ‘`"))
_SPACES = dict.fromkeys(map(ord, "'’ʼ‘`"), " ")
_LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "ı": "i", "đ": "d", "ð": "d", "þ": "th"}
)
_GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})

_NUMBER = re.compile(r"[0-9]{5,}")
_IDENTIFIER = re.compile(r"[a-z]{0,6}[0-9]{5,}|(?=[a-f]*[0-9])[0-9a-f]{24,}")
_LEADING_NUMBER = re.compile(r"[0-9]{4,}")
_BEFORE_NUMBERS = re.compile(
    r"(?:ar|art|article|articleshow|artikel|bild|doc|id|idus\w*|item|live|news|node|nota|page"
    r"|photo|post|story|topic|video|[a-z])[0-9]+"
)
"""What an identifier is that is one word: no hyphen has been lost in it."""

_DAY = "(?:0[1-9]|[12][0-9]|3[01])(?![0-9])"
_DATE = re.compile(
    rf"(?<=[/-])(?:((?:19|20)[0-9]{{2}})(?:0[1-9]|1[0-2])-{_DAY}"
    rf"|((?:19|20)[0-9]{{2}}-(?:0[1-9]|1[0-2])){_DAY})"
)
"""A date with one of its two hyphens; what precedes the other is a group."""


_STEM = 6
"""The letters by which another form of a word is known."""


class LostHyphen(NamedTuple):
    """What a URL has in lower case, and how many characters of it precede the lost hyphen."""

    joined: str
    length: int


def lost_hyphens(url: str, title: str, text: str) -> Iterator[LostHyphen]:
    """Yield the parts of a URL's path that have lost a hyphen, each once.

    ``text`` is that of the article, which is read only where the title does not settle it.
    """
    url = url.lower()
    path = url[url.find("/", url.find("://") + 3) :].partition("?")[0].partition("#")[0]
    for date in _DATE.finditer(path):
        yield LostHyphen(date[0], len(date[1] or date[2]))
    parts = dict.fromkeys(_PART.findall(path))
    words = _Words(title)
    unsettled: list[str] = []
    for part in parts:
        if part.isdigit() or part in words.known or _BEFORE_NUMBERS.fullmatch(part):
            continue
        unsettled.append(part)
    if unsettled:
        evidence = _Evidence(words, _Words(text), _parts_of_others(text, url))
        for part in unsettled:
            length = evidence.length(part)
            if length is not None:
                yield LostHyphen(part, length)


class _Words:
    """The words of a text, and the pairs of words that are adjacent in it.

    ``known`` are those that a URL may have as one: also with what is between their letters removed,
    as in “tphcm” for “TP.HCM”.
    """

    def __init__(self, text: str) -> None:
        spellings = _spellings(text)
        lists = [_WORD.findall(spelling) for spelling in spellings]
        self.words = frozenset(word for words in lists for word in words)
        self.pairs = frozenset(pair for words in lists for pair in pairwise(words))
        self.known = self.words | _run_together(spellings)


def _run_together(spellings: list[str]) -> frozenset[str]:
    """Return the words of a text without what separates their letters, and without a final s."""
    found: set[str] = set()
    for spelling in spellings:
        for word in _BETWEEN.split(spelling):
            if not word.isalnum():
                letters = "".join(_WORD.findall(word))
                found.update((letters, letters.removesuffix("s")))
            elif word.endswith("s"):
                found.add(word.removesuffix("s"))
    return frozenset(found)


def _spellings(text: str) -> list[str]:
    """Return a text as URLs spell it: ``ü`` as ``u`` or ``ue``, apostrophes as nothing or space."""
    text = text.lower()
    without = text.translate(_APOSTROPHES)
    spellings = [_fold(without)]
    if len(without) != len(text):
        spellings.append(_fold(text.translate(_SPACES)))
    if not text.isascii():
        spellings.append(_fold(without.translate(_GERMAN)))
    return spellings


def _fold(text: str) -> str:
    if text.isascii():
        return text
    return normalize("NFKD", text.translate(_LETTERS)).encode("ascii", "ignore").decode()


def _parts_of_others(text: str, url: str) -> frozenset[str]:
    """Return the words of the URLs in a text that are of the same host, and pairs with a hyphen."""
    host = url[: url.find("/", url.find("://") + 3) + 1]
    found: set[str] = set()
    for match in _URL.finditer(text):
        other = match[0].lower()
        if other.startswith(host) and other != url:
            parts = re.split(r"[/?#._]", other)
            for part in parts:
                words = part.split("-")
                found.update(words, map("-".join, pairwise(words)))
    return frozenset(found)


@cache
def _url_words() -> frozenset[str]:
    return frozenset(read_list("url_words"))


class _Evidence:
    """What says that a part of a URL is two words."""

    def __init__(self, title: _Words, text: _Words, others: frozenset[str]) -> None:
        self._title = title
        self._known = text.known
        self._words = text.words | title.words
        self._usual = self._words | _url_words()
        self._others = others
        self._stems = frozenset(word[:_STEM] for word in self._words if len(word) >= _STEM)

    def length(self, part: str) -> int | None:
        """Return the length of the first word of a part that is two, or None."""
        if part in self._known or part in self._others:
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
        title, words = self._title.words, self._words
        if first in words and second in words and shorter >= 2:
            if first in title or second in title:
                return 5 + (shorter > 2)
            if shorter > 2:
                return 4
        if first in self._usual and second in self._usual:
            longer = max(first, second, key=len)
            if shorter > 2 or (shorter == 2 and len(longer) > 3 and longer in words):
                return 3
        if shorter >= _STEM and {first[:_STEM], second[:_STEM]} <= self._stems:
            return int(first in words or second in words)
        return self._weight_of_number(first, second)

    def _weight_of_number(self, first: str, second: str) -> int:
        if len(first) > 1 and first in self._words and not first[-1].isdigit():
            if _NUMBER.fullmatch(second):
                return 2
            return int(_IDENTIFIER.fullmatch(second) is not None)
        if len(second) > 2 and second in self._words:
            return 2 * (_LEADING_NUMBER.fullmatch(first) is not None)
        return 0
