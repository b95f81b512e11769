"""Labels and notices of a page that are known by the kinds of words that they combine.

They are looked for in the last blocks of an article, and in files that have hardly any text.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache, lru_cache

from corpusfmt.lint import Context
from corpusfmt.rules._shared.page_terms import reports
from corpusfmt.rules._shared.page_texts import MISSING, RESULTS, WALL, is_speech, kind_of
from corpusfmt.rules._shared.word_lists import read_bytes
from corpusfmt.text.patterns import regex


def _sets(combinations: str) -> tuple[frozenset[str], ...]:
    return tuple(map(frozenset, combinations.split()))


_LABELS = _sets("co cN cn cp cz cm cv cX cR cl cf c0 cS Rx Rm Rl tz tv Pv Pf")
"""The kinds that a label combines, which has few words, half of which are known."""

_STEPS = _sets("Pn Pp Po PN Pz gn gp")
"""The kinds of labels that lead to another page, all words of which are known."""

_SHORT_NOTICES = _sets("cX")
_NOTICES = _sets("ed0 edq qF cfP cem cz0")
_LONG_NOTICES = _sets("cM clm cl0 cw Pw")
"""The kinds that a sentence of a page combines, by the most words that it has."""

_MISSING = _sets("g0 P0 r0 gE EY T0 TY E0")
_WALLS = _sets("Pw wB lK lw lg lY")
_RESULTS = _sets("Sr")

_LONGEST_LABEL, _MOST_WORDS, _MOST_WORDS_OF_NOTICE, _LONGEST_NOTICE = 60, 7, 8, 160
_LONGEST_UNSPACED, _LONGEST_UNSPACED_NOTICE = 16, 60
_KINDS_OF_TEXTS = {MISSING: "error-page", RESULTS: "index-page", WALL: "sign-in-wall"}
_AT_THE_END, _LONGEST_AT_THE_END = 4, 110
_STOPS = frozenset(".。।!?！？…")
_WORD = regex(r"[^\s\u200c\x00-&(-`{-\xbf’‘“”„،؟。–—…×÷•←-⇿■-➿]+(?<!')")
_LETTER = "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]"
_UNSPACED, _UNSPACED_ENTRY = regex(_LETTER), regex(rf"(\S) ({_LETTER}[^\n$]*)")
_HEAD = 3
"""How many characters a word is looked up by."""

_MOST_HEADS = 4096
"""How many of them are remembered with the entries that begin so."""

_KNOWN, _KNOWN_OF_STEPS = 0.5, 0.7
"""The share of the words of a label that are of one of the kinds."""

_ARTICLES = ("ال", "ה", "ב", "ל", "ו")
"""What Arabic and Hebrew write together with the word that follows."""

_JOINED = frozenset(article[0] for article in _ARTICLES)


_Words = tuple[frozenset[str], float, bool]
"""The kinds of the words of a text, the share that has one, and whether it is without spaces."""


def page_labels(context: Context, known: Collection[int]) -> Iterator[int]:
    """Yield the numbers of the last blocks that are labels or notices of a page.

    Those below them are such blocks as well, or ``known`` to be of the page.
    """
    texts, types = context.texts, context.types
    for number in range(len(texts) - 1, max(-1, len(texts) - 1 - _AT_THE_END), -1):
        if len(texts[number]) > _LONGEST_AT_THE_END:
            return
        if types[number] in ("paragraph", "heading", "item") and is_label(texts[number]):
            yield number
        elif number not in known:
            return


def is_label(text: str) -> bool:
    """Return whether a text is a label or a notice of a page, by its words."""
    if not text or is_speech(text):
        return False
    kinds, share, is_unspaced = _words_of(text)
    if len(kinds) < 2:  # as in most texts
        return False
    is_found = _is_short(text, is_unspaced) and _combine_as_label(kinds, share)
    return (is_found or _is_notice(text, kinds, is_unspaced)) and not reports(text)


def _combine_as_label(kinds: frozenset[str], share: float) -> bool:
    if share >= _KNOWN_OF_STEPS and _has_one(_STEPS, kinds):
        return True
    return share >= _KNOWN and _has_one(_LABELS, kinds)


def page_notice(text: str) -> str:
    """Return the kind of page that a text of a file without an article shows, or an empty string.

    It is “error-page”, “sign-in-wall” or “index-page”.
    """
    if not 0 < len(text) <= _LONGEST_NOTICE or is_speech(text) or reports(text):
        return ""
    kinds, _, _ = _words_of(text)
    if _has_one(_WALLS, kinds):
        return "sign-in-wall"
    if _has_one(_MISSING, kinds):
        return "error-page"
    return "index-page" if _has_one(_RESULTS, kinds) else ""


def notices_of_websites(texts: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield the kind of page that each text shows, where there is no running text at all."""
    if max(map(len, texts)) > _LONGEST_NOTICE:
        return
    for text in texts:
        kind = _KINDS_OF_TEXTS.get(kind_of(text)) or page_notice(text)
        if kind:
            yield kind, text


def _has_one(combinations: tuple[frozenset[str], ...], kinds: frozenset[str]) -> bool:
    return any(map(kinds.issuperset, combinations))


def _is_short(text: str, is_unspaced: bool) -> bool:
    """Return whether a text is as short as a label, and no sentence."""
    if text[-1] in _STOPS and not text.endswith(("...", "…")):
        return False
    if is_unspaced:
        return len(text) <= _LONGEST_UNSPACED
    return len(text) <= _LONGEST_LABEL and len(text.split()) <= _MOST_WORDS


def _is_notice(text: str, kinds: frozenset[str], is_unspaced: bool) -> bool:
    """Return whether a text combines the words of a notice, and is as short as such ones."""
    if len(text) > (_LONGEST_UNSPACED_NOTICE if is_unspaced else _LONGEST_NOTICE):
        return False
    if _has_one(_LONG_NOTICES, kinds):
        return True
    count = len(text.split())
    if count <= _MOST_WORDS_OF_NOTICE and _has_one(_NOTICES, kinds):
        return True
    return count <= _MOST_WORDS and _has_one(_SHORT_NOTICES, kinds)


def _words_of(text: str) -> _Words:
    folded = text.lower().replace("\u0307", "")
    if not folded.isascii() and _UNSPACED.search(folded) is not None:
        return _unspaced_words(folded)
    words = _WORD.findall(folded)
    kinds = list(map(_kinds_of, words))
    share = (len(words) - kinds.count("")) / max(1, len(words))
    return frozenset("".join(kinds)), share, False


def _unspaced_words(folded: str) -> _Words:
    found = _unspaced_pattern().findall(folded)
    table = _unspaced_entries()
    kinds = "".join([table[word] for word in found])
    letters = sum(map(str.isalnum, folded))
    return frozenset(kinds), sum(map(len, found)) / max(1, letters), True


def _kinds_of(word: str) -> str:
    """Return the kinds of a word: those of the words that it begins with, or is."""
    kinds = _kinds_of_start(word)
    if not kinds and word[0] in _JOINED:
        for article in _ARTICLES:
            if not kinds and word.startswith(article):
                kinds = _kinds_of_start(word.removeprefix(article))
    return kinds


def _kinds_of_start(word: str) -> str:
    kinds = ""
    for entry, kind in _entries_with(word[:_HEAD]):
        if f"{word}$".startswith(entry):
            kinds += kind
    return kinds


@lru_cache(_MOST_HEADS)
def _entries_with(head: str) -> Sequence[tuple[str, str]]:
    """Return the entries that begin so, each with its kind; "$" is at the end of some."""
    if not head:
        return ()
    data, key = _list(), f" {head}".encode()
    found: list[tuple[str, str]] = []
    start = data.find(key)
    while start > 0:
        end = data.index(b"\n", start)
        found.append((data[start + 1 : end].decode(), chr(data[start - 1])))
        start = data.find(key, end)
    return found


@cache
def _list() -> bytes:
    """Return the bytes of the entries: to divide them takes longer than to look up some words."""
    return read_bytes("page_labels").partition(b"\n\n")[2]


@cache
def _unspaced_entries() -> Mapping[str, str]:
    """Return the kinds of the entries in scripts without spaces."""
    kinds: dict[str, str] = {}
    for kind, word in _UNSPACED_ENTRY.findall(_list().decode()):
        kinds[word] = kinds.get(word, "") + kind
    return kinds


@cache
def _unspaced_pattern() -> re.Pattern[str]:
    words = sorted(_unspaced_entries(), key=len, reverse=True)
    return regex("|".join(map(re.escape, words)))
