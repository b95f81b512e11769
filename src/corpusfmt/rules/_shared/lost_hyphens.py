"""Words of a URL that have lost the hyphen between them, by the words of the article."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from corpusfmt.rules._shared.spelled_words import SpelledWords, has_word
from corpusfmt.rules._shared.url_words import joined_words, url_words
from corpusfmt.text.characters import lower_by_signs
from corpusfmt.text.named_tuples import NamedTuple
from corpusfmt.text.patterns import regex

_LONGEST = 60
_PART = regex(
    rf"[/-](?:([a-z0-9]{{4,{_LONGEST}}})(?=-)|(?<=-)([a-z0-9]{{4,{_LONGEST}}})(?![^\W_]))"
)
"""A part of a path before or after a hyphen, which is a group."""

_WORD = regex(r"[a-z0-9]+")
_URL = regex(r"https?://[^\s<>()\[\]\"“”]+")
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

_MAY_BE_DATE = regex(r"[12][09][0-9]{2}-?[01][0-9]")
"""A part of any such date that is found in a fraction of the time."""

_INFLECTIONS = frozenset(("as", "en", "er", "es", "os"))
"""What a word of an article can end in, in the plural or another form, that is a word as well."""

_LABEL = regex(r"(?<=[/.])[a-z]{3,30}(?=\.)")
"""A part of a host; there are several if the URL is that of an archive."""

_FEW_COPIES = 50
"""How many copies of a few letters in a text are looked at, to see if one is a word."""

_STEM = 6
"""The letters by which another form of a word is known."""


class LostHyphen(NamedTuple):
    """What a URL has in lower case, and how many characters of it precede the lost hyphen."""

    joined: str
    length: int


def lost_hyphens(
    url: str, title: str, text: str, signs: Iterable[str] | None = None, first: int = 0
) -> Iterator[LostHyphen]:
    """Yield the parts of a URL's path that have lost a hyphen, each once.

    ``text`` is that of the article, of which words are made only where nothing else settles it.
    ``signs`` are its characters that are not in ASCII, and any others, if known. ``first`` is the
    offset in the URL that the place of the hyphen is not before.
    """
    url, title = url.lower(), title.lower()
    path_start = url.find("/", url.find("://") + 3)
    path = url[path_start:].partition("?")[0].partition("#")[0]
    if _MAY_BE_DATE.search(path) is not None:
        for date in _DATE.finditer(path):
            yield LostHyphen(date[0], len(date[1] or date[2]))
    parts = _parts_after(path, first - path_start)
    if not parts:
        return
    parts = list(frozenset(parts).difference(_WORD.findall(title)))
    if title.isascii():
        parts = _unwritten(parts, text)
    if parts:
        brands = tuple(_LABEL.findall(url))
        parts = [part for part in parts if not part.startswith(brands)]
    if parts:  # as in few articles
        yield from _find_unknown(parts, url, title, text, signs)


def _parts_after(path: str, first: int) -> list[str]:
    """Return the parts of a path that end after an offset, with letters or digits only."""
    near = max(0, first - _LONGEST - 1)  # no part that begins before ends after first
    return [part[1] or part[2] for part in _PART.finditer(path, near) if part.end() > first]


def _find_unknown(
    parts: list[str], url: str, title: str, text: str, signs: Iterable[str] | None
) -> Iterator[LostHyphen]:
    """Yield those parts of a URL that are two words, and that the article does not have as one."""
    words = SpelledWords(title)
    unknown = [part for part in parts if not words.knows(part)]
    if not title.isascii():  # then the title knows most parts, which the text has with accents
        unknown = _unwritten(unknown, text)
    if not unknown:
        return
    text = text.lower() if signs is None else lower_by_signs(text, signs)
    unknown = [part for part in unknown if not _is_in(text, part)]
    if unknown:
        lower = None if signs is None else set(map(str.lower, signs))
        spelled = SpelledWords(text, lower)
        yield from _find_joined(unknown, words, spelled, _parts_of_others(text, url))


def _is_in(text: str, part: str) -> bool:
    """Return whether a text has a part of a URL as a word, or as initial and name: S. Korea."""
    return has_word(text, part) or f"{part[0]}. {part[1:]}" in text


def _find_joined(
    parts: list[str], title: SpelledWords, text: SpelledWords, others: frozenset[str]
) -> Iterator[LostHyphen]:
    """Yield those parts of a URL that are two words of an article."""
    evidence = _Evidence(title, text, others)
    for part in parts:
        if text.may_have(part):
            continue
        lengths = list(range(1, len(part)) if others else _likely_lengths(part, title, text))
        if lengths and not text.knows(part):
            length = evidence.length(part, lengths)
            if length is not None:
                yield LostHyphen(part, length)


def _unwritten(parts: Iterable[str], text: str) -> list[str]:
    """Return the parts that may be two words, and are not in a text, capitalized or not."""
    found: list[str] = []
    for part in parts:
        if part.isdigit() or part in url_words() or has_word(text, part):
            continue
        if part in joined_words() or part.removesuffix("s") in joined_words():
            continue
        if not has_word(text, part.capitalize()) and _BEFORE_NUMBERS.fullmatch(part) is None:
            found.append(part)
    return found


def _likely_lengths(part: str, title: SpelledWords, text: SpelledWords) -> Iterator[int]:
    """Yield where a part of a URL may be cut into two words, or a word and a number."""
    for at in (1, len(part) - 1):
        if title.has(part[:at]) and title.has(part[at:]):
            yield at
    texts = [*title.spellings, *text.spellings]
    for at in range(2, len(part) - 1):
        first, second = part[:at], part[at:]
        has_stems = min(at, len(part) - at) >= _STEM
        # The longer one first: fewer are words, and to search for it takes less time.
        longer, shorter = (second, first) if 2 * at < len(part) else (first, second)
        if _may_be_word(longer, texts, has_stems):
            if _may_be_word(shorter, texts, has_stems):
                yield at
                continue
        elif part.isalpha():
            continue
        if _is_number_beside_word(first, second, texts, has_stems):
            yield at


def _is_number_beside_word(
    first: str, second: str, texts: Sequence[str], is_stem_enough: bool
) -> bool:
    """Return whether a number precedes or follows what may be a word."""
    if _LEADING_NUMBER.fullmatch(first) and _may_be_word(second, texts, is_stem_enough):
        return True
    if second.isalpha() or not _is_number(second):
        return False
    return _may_be_word(first, texts, is_stem_enough)


def _is_number(text: str) -> bool:
    return _NUMBER.fullmatch(text) is not None or _IDENTIFIER.fullmatch(text) is not None


def _may_be_word(word: str, texts: Sequence[str], is_stem_enough: bool) -> bool:
    """Return whether a word is usual, or it or its stem is in these texts, as URLs spell them."""
    if word in url_words():
        return True
    letters = word[:_STEM] if is_stem_enough else word
    for text in texts:
        if letters in text and (is_stem_enough or has_word(text, word, _FEW_COPIES)):
            return True
    return False


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

    def __init__(self, title: SpelledWords, text: SpelledWords, others: frozenset[str]) -> None:
        self._title = title
        self._text = text
        self._others = others

    def length(self, part: str, lengths: Iterable[int]) -> int | None:
        """Return the length of the first word of a part that is two, or None."""
        if part in self._others:
            return None
        weights = [(self._weight(part[:at], part[at:]), at) for at in lengths]
        (best, length), (second, _), *_ = [*sorted(weights, reverse=True), (0, 0)]
        return length if best > second else None

    def _weight(self, first: str, second: str) -> int:
        """Return how much says that these are two words: 0 if nothing does."""
        if first.isdigit() and second.isdigit():
            return 0
        if f"{first}-{second}" in self._others or (first, second) in self._title.pairs:
            return 9
        shorter = min(len(first), len(second))
        if shorter >= 2 and self._title.has(first) and self._title.has(second):
            return 7 + (shorter > 2)
        return self._weight_of_text(first, second, shorter)

    def _weight_of_text(self, first: str, second: str, shorter: int) -> int:
        weight = self._weight_of_words(first, second, shorter)
        if weight:
            return weight
        if self._are_usual(first, second, shorter):
            return 3
        if shorter >= _STEM and self._has_stem(first) and self._has_stem(second):
            return int(self._has(first) or self._has(second))
        return self._weight_of_number(first, second)

    def _weight_of_words(self, first: str, second: str, shorter: int) -> int:
        if second in _INFLECTIONS:
            return 0
        if shorter < 2 or not self._has(first) or not self._has(second):
            return 0
        if self._title.has(first) or self._title.has(second):
            return 5 + (shorter > 2)
        return 4 * (shorter > 2)

    def _are_usual(self, first: str, second: str, shorter: int) -> bool:
        if second in _INFLECTIONS or not self._is_usual(first) or not self._is_usual(second):
            return False
        longer = max(first, second, key=len)
        return shorter > 2 or (shorter == 2 and len(longer) > 3 and self._has(longer))

    def _is_usual(self, word: str) -> bool:
        return word in url_words() or self._has(word)

    def _weight_of_number(self, first: str, second: str) -> int:
        if len(first) > 1 and self._has(first) and not first[-1].isdigit():
            if _NUMBER.fullmatch(second):
                return 2
            return int(_is_number(second))
        if len(second) > 2 and self._has(second):
            return 2 * (_LEADING_NUMBER.fullmatch(first) is not None)
        return 0

    def _has(self, word: str) -> bool:
        return self._title.has(word) or self._text.has(word)

    def _has_stem(self, word: str) -> bool:
        return self._title.has_stem(word[:_STEM]) or self._text.has_stem(word[:_STEM])
