"""Sentences and labels of a page that are known by the kinds of words that they combine."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache

from corpusfmt.lint import Context
from corpusfmt.rules._shared.blocks import edges, sizes
from corpusfmt.rules._shared.boilerplate_phrases import phrases
from corpusfmt.rules._shared.page_notices import has_quotes, simplify
from corpusfmt.rules._shared.word_lists import read_list
from corpusfmt.text.annotations import TYPE_CHECKING
from corpusfmt.text.characters import words_of_lines
from corpusfmt.text.named_tuples import NamedTuple
from corpusfmt.text.parsed import PARSED
from corpusfmt.text.patterns import regex

if TYPE_CHECKING:
    from corpusfmt.rules._shared.page_combinations import Combination

_LONGEST = 200
"""The most characters of a text that combines words."""

_LONGEST_INSIDE = 100
_TAIL = 10
"""How many blocks at the end may be lines of the page, if all of them are short."""

_ANCHORS = frozenset("BdcebjipzqVZECWIU" + "KTMFHAXRDtof")
"""The kinds of which each combination has one: a text without their words has none."""

_FREQUENT = frozenset(read_list("frequent_words_of_pages"))
"""Words that are too frequent in articles to tell that a text may be one of a page."""

_CHANNELS, _FOLLOWED, _SAID = "K", "f", "!"
_OF_REPORTS = "!?"
"""The kinds of words of what someone says, and of whom it is according to."""

_DASHES = frozenset("–—")
"""What speech begins with."""

_WORD = regex(r"[^\W_]+")
_DIGIT = regex("[0-9]")
_NUMBER = regex(r"[0-9][0-9 ()./-]{6,}[0-9]")
_UNSPACED = regex("[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_HEAD = 5
"""How many letters a word is looked up by; entries of fewer are whole words."""


class _Tables(NamedTuple):
    """The words of a page, for each way to look them up, with the kinds that they are of."""

    anchors: frozenset[bytes]
    stems: Mapping[str, list[tuple[str, str]]]
    whole: Mapping[str, str]
    phrases: Mapping[str, list[tuple[str, str]]]
    unspaced: Mapping[str, str]


def anchors() -> frozenset[bytes]:
    """Return words, in lower case and UTF-8, of which each text that combines words has one.

    Those in scripts without spaces may have none of them.
    """
    return _tables().anchors


def combined(context: Context, found: Collection[bytes]) -> Iterator[int]:
    """Yield the numbers of the blocks that combine the words of a page.

    ``found`` are the anchors of the text; those in scripts without spaces are looked for here.
    """
    lengths = context.memo(sizes)
    signs = list(map(bytes.decode, found))
    at_edges = {*edges(len(lengths)), *_tail(lengths)}
    for number, text in enumerate(context.texts):
        is_at_edge = number in at_edges
        if not 0 < lengths[number] <= (_LONGEST if is_at_edge else _LONGEST_INSIDE):
            continue
        if _has_anchor(text, signs) and combines(text, is_at_edge=is_at_edge):
            yield number


def _has_anchor(text: str, signs: Sequence[str]) -> bool:
    """Return whether a text may combine words of a page: a fast test."""
    if text.isascii():
        return any(map(text.lower().__contains__, signs))
    words = text.lower()
    if any(map(words.__contains__, signs)):
        return True
    return _UNSPACED.search(words) is not None and _unspaced_anchors().search(words) is not None


def _tail(lengths: Sequence[int]) -> Iterator[int]:
    """Yield the numbers of the blocks at the end that have only short ones below them."""
    for number in range(len(lengths) - 1, max(-1, len(lengths) - 1 - _TAIL), -1):
        if lengths[number] > _LONGEST:
            return
        yield number


def combines(text: str, *, is_at_edge: bool) -> bool:
    """Return whether a text combines the words of a page, and quotes and reports nothing."""
    if has_quotes(text) or text[:1] in _DASHES:
        return False
    kinds = kinds_in(text)
    if kinds.isdisjoint(_ANCHORS) or not kinds.isdisjoint(_OF_REPORTS):
        return False
    from corpusfmt.rules._shared.page_combinations import COMBINATIONS  # few texts need them

    for combination in COMBINATIONS:
        if kinds >= combination.kinds and _may_be(text, combination, is_at_edge):
            return True
    return False


def reports(text: str) -> bool:
    """Return whether a text has a word for what someone says, as only an article does."""
    words = simplify(text)
    return _SAID in _kinds_of_words(words, _speech()) or _has_unspaced_speech(words)


def _has_unspaced_speech(words: str) -> bool:
    """Return whether a simplified text has such a word in a script without spaces."""
    if words.isascii() or _UNSPACED.search(words) is None:
        return False
    if not any(map(words.__contains__, _speech().unspaced)):
        return False  # as most
    unspaced = _tables().unspaced
    return any(_SAID in unspaced[found] for found in _unspaced_pattern().findall(words))


def _may_be(text: str, combination: Combination, is_at_edge: bool) -> bool:
    """Return whether the length, the end and the place of a text are those of a combination."""
    if len(text) > combination.longest or not (is_at_edge or combination.anywhere):
        return False
    return not (combination.is_label and text[-1] in ".。।")


def kinds_in(text: str) -> set[str]:
    """Return the kinds of words that a text has."""
    words = simplify(text)
    tables = _tables()
    kinds = _kinds_of_words(words, tables)
    if not words.isascii() and _UNSPACED.search(words):
        for found in _unspaced_pattern().findall(words):
            kinds.update(tables.unspaced[found])
    kinds.update(_signs_in(words))
    if _FOLLOWED in kinds and any(map(words.__contains__, phrases("channels"))):
        kinds.add(_CHANNELS)
    return kinds


def _kinds_of_words(words: str, tables: _Tables) -> set[str]:
    """Return the kinds of the words of a simplified text, but for unspaced scripts."""
    found = set(_WORD.findall(words))
    kinds = set("".join([tables.whole[word] for word in tables.whole.keys() & found]))
    for word in found:
        if word[:_HEAD] in tables.stems:
            kinds.update(
                [kind for stem, kind in tables.stems[word[:_HEAD]] if word.startswith(stem)]
            )
    for word in tables.phrases.keys() & found:
        kinds.update([kind for phrase, kind in tables.phrases[word] if phrase in words])
    return kinds


def _signs_in(words: str) -> Iterator[str]:
    """Yield the kinds of what is no word: digits, numbers and addresses, question marks."""
    if _DIGIT.search(words) or (not words.isascii() and any(map(str.isdigit, words))):
        yield "0"
    if "@" in words or _NUMBER.search(words) is not None:
        yield "#"
    if any(map(words.__contains__, "?？؟;՞")):
        yield "Q"


@cache
def _tables() -> _Tables:
    """Return the tables of the list, which are kept from one run to the next."""
    return _kept(_list())


@cache
def _speech() -> _Tables:
    """Return the tables of the words for what someone says."""
    return _kept([line for line in _list() if line[0] == _SAID])


@cache
def _list() -> tuple[str, ...]:
    return read_list("page_terms")


def _kept(lines: Sequence[str]) -> _Tables:
    anchors, stems, whole, several, unspaced = PARSED.of(tables_of, "\n".join(lines))
    return _Tables(frozenset(anchors), stems, whole, several, unspaced)


@cache
def _unspaced_pattern() -> re.Pattern[str]:
    words = sorted(_tables().unspaced, key=len, reverse=True)
    return regex("|".join(map(re.escape, words)))


@cache
def firsts_of_unspaced() -> frozenset[str]:
    """Return the first characters of the anchors in scripts without spaces."""
    return frozenset([word[0] for word in _unspaced_words()])


@cache
def _unspaced_anchors() -> re.Pattern[str]:
    return regex("|".join(map(re.escape, _unspaced_words())))


@cache
def _unspaced_words() -> list[str]:
    """Return the anchors in scripts without spaces."""
    unspaced = _tables().unspaced
    return [word for word in unspaced if not _ANCHORS.isdisjoint(unspaced[word])]


_Kept = tuple[
    list[bytes],
    dict[str, list[tuple[str, str]]],
    dict[str, str],
    dict[str, list[tuple[str, str]]],
    dict[str, str],
]


def _rare(words: Sequence[bytes]) -> list[bytes]:
    """Return the words that are not frequent in articles."""
    return [word for word in words if word.decode() not in _FREQUENT]


def tables_of(text: str) -> _Kept:
    """Return what `_Tables` has, of the entries in the lines of a text."""
    entries = [(line[0], line[2:]) for line in text.split("\n")]
    words = words_of_lines("\n".join([entry for _, entry in entries]))
    anchors: set[bytes] = set()
    stems: dict[str, list[tuple[str, str]]] = {}
    whole: dict[str, str] = {}
    several: dict[str, list[tuple[str, str]]] = {}
    unspaced: dict[str, str] = {}
    for (kind, entry), parts in zip(entries, words, strict=True):
        if _UNSPACED.search(entry):
            unspaced[entry] = unspaced.get(entry, "") + kind
            continue
        if kind in _ANCHORS:
            anchors.update(sorted(_rare(parts), key=len)[-1:])
        first = _WORD.findall(entry)[0]
        if entry == first and len(entry) >= _HEAD:
            stems.setdefault(entry[:_HEAD], []).append((entry, kind))
        elif entry.removesuffix("$") == first:
            whole[first] = whole.get(first, "") + kind
        else:
            several.setdefault(first, []).append((entry.removesuffix("$"), kind))
    return sorted(anchors), stems, whole, several, unspaced
