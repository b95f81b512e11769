"""Labels and notices of a page that are known by the kinds of words that they combine.

They are looked for in the last blocks of an article, and in files that have hardly any text.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache

from corpusfmt.lint import Context
from corpusfmt.rules._shared.page_terms import reports
from corpusfmt.rules._shared.page_texts import MISSING, RESULTS, WALL, is_speech, kind_of
from corpusfmt.rules._shared.word_lists import read_list
from corpusfmt.text.named_tuples import NamedTuple
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
_UNSPACED = regex(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]"
)
_HEAD = 3
"""How many characters a word is looked up by."""

_KNOWN, _KNOWN_OF_STEPS = 0.5, 0.7
"""The share of the words of a label that are of one of the kinds."""

_ARTICLES = ("ال", "ה", "ב", "ל", "ו")
"""What Arabic and Hebrew write together with the word that follows."""

_JOINED = frozenset(article[0] for article in _ARTICLES)


class _Words(NamedTuple):
    """The kinds of words that a text has, and which share of its words are of any kind."""

    kinds: frozenset[str]
    share: float
    is_unspaced: bool


class _Tables(NamedTuple):
    """The kinds of words that are looked up whole, and the words that others begin with."""

    whole: Mapping[str, str]
    starts: Mapping[str, Sequence[tuple[str, str]]]


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
    words = _words_of(text)
    if len(words.kinds) < 2:  # as in most texts
        return False
    is_found = _is_short(text, words) and _combines_as_label(words)
    return (is_found or _is_notice(text, words)) and not reports(text)


def _combines_as_label(words: _Words) -> bool:
    if words.share >= _KNOWN_OF_STEPS and _has_one(_STEPS, words.kinds):
        return True
    return words.share >= _KNOWN and _has_one(_LABELS, words.kinds)


def page_notice(text: str) -> str:
    """Return the kind of page that a text of a file without an article shows, or an empty string.

    It is “error-page”, “sign-in-wall” or “index-page”.
    """
    if not 0 < len(text) <= _LONGEST_NOTICE or is_speech(text) or reports(text):
        return ""
    kinds = _words_of(text).kinds
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


def _is_short(text: str, words: _Words) -> bool:
    """Return whether a text is as short as a label, and no sentence."""
    if text[-1] in _STOPS and not text.endswith(("...", "…")):
        return False
    if words.is_unspaced:
        return len(text) <= _LONGEST_UNSPACED
    return len(text) <= _LONGEST_LABEL and len(text.split()) <= _MOST_WORDS


def _is_notice(text: str, words: _Words) -> bool:
    """Return whether a text combines the words of a notice, and is as short as such ones."""
    if len(text) > (_LONGEST_UNSPACED_NOTICE if words.is_unspaced else _LONGEST_NOTICE):
        return False
    if _has_one(_LONG_NOTICES, words.kinds):
        return True
    count = len(text.split())
    if count <= _MOST_WORDS_OF_NOTICE and _has_one(_NOTICES, words.kinds):
        return True
    return count <= _MOST_WORDS and _has_one(_SHORT_NOTICES, words.kinds)


def _words_of(text: str) -> _Words:
    folded = text.lower().replace("\u0307", "")
    if not folded.isascii() and _UNSPACED.search(folded) is not None:
        return _unspaced_words(folded)
    words = _WORD.findall(folded)
    kinds = list(map(_kinds_of, words))
    share = (len(words) - kinds.count("")) / max(1, len(words))
    return _Words(frozenset("".join(kinds)), share, False)


def _unspaced_words(folded: str) -> _Words:
    found = _unspaced_pattern().findall(folded)
    table = _tables().whole
    kinds = "".join([table[word] for word in found])
    letters = sum(map(str.isalnum, folded))
    return _Words(frozenset(kinds), sum(map(len, found)) / max(1, letters), True)


def _kinds_of(word: str) -> str:
    """Return the kinds of a word: those of the words that it begins with, or is."""
    kinds = _kinds_of_start(word)
    if not kinds and word[0] in _JOINED:
        for article in _ARTICLES:
            if not kinds and word.startswith(article):
                kinds = _kinds_of_start(word.removeprefix(article))
    return kinds


def _kinds_of_start(word: str) -> str:
    tables = _tables()
    kinds = tables.whole.get(word, "")
    for start, kind in tables.starts.get(word[:_HEAD], ()):
        if word.startswith(start):
            kinds += kind
    return kinds


@cache
def _tables() -> _Tables:
    """Return the kinds of each entry: of those that are a word, and by the start of the others."""
    whole: dict[str, str] = {}
    starts: dict[str, list[tuple[str, str]]] = {}
    for entry in read_list("page_labels"):
        kind, word = entry[0], entry[2:]
        if word[-1] == "$" or _UNSPACED.match(word):
            word = word.removesuffix("$")
            whole[word] = whole.get(word, "") + kind
        else:
            starts.setdefault(word[:_HEAD], []).append((word, kind))
    return _Tables(whole, starts)


@cache
def _unspaced_pattern() -> re.Pattern[str]:
    words = [word for word in _tables().whole if _UNSPACED.match(word)]
    return regex("|".join(map(re.escape, sorted(words, key=len, reverse=True))))
