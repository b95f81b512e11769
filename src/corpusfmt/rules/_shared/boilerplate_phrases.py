"""The phrases of boilerplate, looked up by their first characters: few are needed at all."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from functools import cache

from corpusfmt.rules._shared.blocks import HEAD
from corpusfmt.rules._shared.word_lists import read_frames, read_heads_of_frames, read_list

_PICTURES = "📲📱👉📩📧📨🔔🔴📰💬👇📢📣🎧🎥\ufe0f"
"""Small pictures that calls on the reader begin with, and what selects their form."""

MARKS = " \t\n\xa0[](){}<>«»‹›←→➤►▶▼↓↑|:.…!。*•–—-\"“”„'" + _PICTURES
"""What may be around a phrase."""

DOTTED = "i\u0307"
"""What the capital I of Turkish, with its dot, is in lower case."""

OPENING = ("[", "(", "» ", "← ", *(f"{picture} " for picture in _PICTURES))
"""The marks that a phrase may have before it, but for quotation marks: those start a quotation."""

LONGEST_WHOLE = 110
"""A longer block is not a phrase as a whole, with the marks around it."""

_SHARED, _LONGEST_SHARED = "boilerplate_shared", 60
_FRAMES = ("boilerplate_continued", _SHARED)
"""The lists whose entries are a whole block, written with choices."""

_BEGINNINGS = ("beginnings", "openers")
"""The lists of phrases that other words follow."""

_START = 9
"""How many characters of a phrase that is a whole block are looked up before all of it."""

_MARKED = frozenset(mark[0] for mark in OPENING)


def heads_of_phrases(heads: Collection[str]) -> frozenset[str]:
    """Return the first characters in lower case that blocks have and phrases, too."""
    found = _heads().intersection(heads)
    if _MARKED.isdisjoint([head[:1] for head in heads]):  # as in most articles
        return found
    return found | _marked_heads().intersection(heads)


def bare_words(text: str) -> str:
    """Return the text of a block, in lower case and without the marks around it."""
    return text.lower().replace("\xa0", " ").replace(DOTTED, "i").strip(MARKS)


def is_whole_block(words: str) -> bool:
    """Return whether a text in lower case is a phrase that is boilerplate as a whole block."""
    if words in phrases("whole"):
        return True
    for name in _FRAMES:
        if words[:HEAD] in _heads_of_frames(name) and words in _framed(name):
            return True
    return False


def may_have_phrase(text: str, *, is_long: bool) -> bool:
    """Return whether a text may be a phrase, or begin with one that others follow if ``is_long``.

    By its first characters: a fast test. A short text that may begin with one may also be one.
    """
    return _may_start(text, is_long=is_long) and has_plain_case(text[:HEAD])


def _may_start(text: str, *, is_long: bool) -> bool:
    start = text[: _START + 1].lower()[:_START]  # the last letter may depend on the next in Greek
    if start[0] in MARKS or DOTTED in start or "\xa0" in start:
        return True
    if not is_long:
        return start.strip(MARKS) in _starts_of_whole_blocks()
    starts, short = _starts_of_beginnings()
    return len(text) <= LONGEST_WHOLE or start in starts or start.startswith(short)


def may_share_page(heads: Collection[str]) -> bool:
    """Return whether one of these first characters is of a button that shares a page."""
    return not _heads_of_frames(_SHARED).isdisjoint(heads)


def shares_page(text: str, head: str) -> bool:
    """Return whether a text is what a button that shares a page says.

    ``head`` is its first characters in lower case.
    """
    if head not in _heads_of_frames(_SHARED) or len(text) > _LONGEST_SHARED:
        return False  # as most
    return text.lower() in _framed(_SHARED)


def begins(name: str, words: str) -> bool:
    """Return whether a text in lower case begins with a phrase of a list."""
    return words.startswith(tuple(_by_head(name).get(words[:HEAD], ())))


@cache
def phrases(name: str) -> frozenset[str]:
    """Return the phrases of a list."""
    return frozenset(read_list(f"boilerplate_{name}"))


@cache
def _by_head(name: str) -> Mapping[str, list[str]]:
    table: dict[str, list[str]] = {}
    for phrase in read_list(f"boilerplate_{name}"):
        table.setdefault(phrase[:HEAD], []).append(phrase)
    return table


@cache
def _framed(name: str) -> frozenset[str]:
    return frozenset(read_frames(name))


@cache
def _heads_of_frames(name: str) -> set[str]:
    return read_heads_of_frames(name, HEAD)


@cache
def _heads() -> frozenset[str]:
    found = set(_heads_of_frames("boilerplate_continued"))
    for name in ("whole", "labels", *_BEGINNINGS):
        found.update([phrase[:HEAD] for phrase in read_list(f"boilerplate_{name}")])
    return frozenset(found)


@cache
def _starts_of_whole_blocks() -> frozenset[str]:
    found = {start.strip(MARKS) for name in _FRAMES for start in read_heads_of_frames(name, _START)}
    for name in ("whole", "labels"):
        found.update([phrase[:_START].strip(MARKS) for phrase in phrases(name)])
    return frozenset(found)


@cache
def _starts_of_beginnings() -> tuple[frozenset[str], tuple[str, ...]]:
    """Return the first characters of the phrases that others follow, and those that are shorter."""
    beginnings = [phrase for name in _BEGINNINGS for phrase in phrases(name)]
    short = [phrase for phrase in beginnings if len(phrase) < _START]
    return frozenset(phrase[:_START] for phrase in beginnings), tuple(short)


@cache
def heads_of_beginnings() -> frozenset[str]:
    """Return the first characters that longer blocks may have, with the marks before them."""
    heads = {phrase[:HEAD] for name in _BEGINNINGS for phrase in phrases(name)}
    return frozenset(heads.union([(mark + head)[:HEAD] for mark in OPENING for head in heads]))


@cache
def _marked_heads() -> frozenset[str]:
    return frozenset((mark + head)[:HEAD] for mark in OPENING for head in _heads())


def has_plain_case(head: str) -> bool:
    """Return whether a head is in lower or upper case, or each word or the first has a capital."""
    first = head.lstrip("".join(OPENING)).replace("İ", "I")
    lower = first.lower()
    return first in (lower, lower.upper(), lower.capitalize(), lower.title())


def in_all_cases(keys: Iterable[str]) -> frozenset[str]:
    """Return the first characters of phrases in lower case as they may be written."""
    cases: set[str] = set()
    for key in keys:
        cases.update((key, key.upper(), key.capitalize(), key.title()))
    return frozenset(cases)
