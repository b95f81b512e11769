"""The marks of an article that is cut off, such as "Read more" at its end."""

from __future__ import annotations

import re
from functools import cache

from corpusfmt.lint import Block, Context
from corpusfmt.rules._shared.page_kinds import WALLS, page_signs
from corpusfmt.rules._shared.page_notices import simplify
from corpusfmt.rules._shared.word_lists import list_pattern, read_list
from corpusfmt.text.named_tuples import NamedTuple
from corpusfmt.text.patterns import regex

TYPES = ("paragraph", "quote", "item")
TAIL = 60
"""How many characters at the end of a block are looked at."""

_LAST = 3
"""How many blocks at the end may hold the mark: a source or a credit may follow it."""
_COUNT = regex(r"\[\+?\s?\d[\d,.]{0,9} (?:more )?(?:chars?|characters|words)\]$")
_PHRASES = "read_more_phrases"
_HEAD = regex(r"\w{1,2}")
_CLOSERS = ("]", ")", "）")
_BRACKETS = regex(r"[\[(](?:…|\.\.\.)[\])]$")


class CutMark(NamedTuple):
    """The number of a block with a mark at its end, and the mark."""

    number: int
    mark: str


def cut_mark(context: Context) -> CutMark | None:
    """Return the first mark in the last blocks of an article, or None."""
    last = context.texts[-_LAST:]
    if not any(map(_may_be_marked, last)):  # as in most
        return None
    first = len(context.texts) - len(last)
    for number, text in enumerate(last, first):
        mark = _mark(text.rstrip()) if context.types[number] in TYPES else ""
        if mark:
            return CutMark(number, mark)
    return None


def _may_be_marked(text: str) -> bool:
    """Return whether a text starts or ends as all marks of a cut do: faster than the mark."""
    tail = text[-TAIL:]
    if len(tail) < TAIL:
        head = _HEAD.search(tail)
        if head is not None and head[0].lower() in _heads():
            return True
    return tail[-1:] in _CLOSERS or "…" in tail or "..." in tail


def _mark(text: str) -> str:
    """Return the mark of a cut at the end of a block; empty where there is none."""
    tail = text[-TAIL:]
    if tail[-1:] in _CLOSERS:
        match = _COUNT.search(tail) or _BRACKETS.search(tail) or _more_follows().search(tail)
        return match[0] if match else ""
    if len(text) < TAIL and _more_block().fullmatch(text):
        return text
    if "…" not in tail and "..." not in tail:
        return ""
    behind = _more_behind().search(tail)
    return behind[1] if behind else ""


@cache
def _heads() -> frozenset[str]:
    """Return what a text that invites to read more starts with."""
    return frozenset(_HEAD.findall(phrase)[0] for phrase in read_list(_PHRASES))


@cache
def _more_follows() -> re.Pattern[str]:
    return regex(rf"(?i:[\[(（]\s?{list_pattern('more_follows')}\s?(?:…|\.\.\.)?[\])）])$")


@cache
def _more_block() -> re.Pattern[str]:
    return regex(rf"\W*(?i:{list_pattern(_PHRASES)})[^\w:：]*")


@cache
def _more_behind() -> re.Pattern[str]:
    return regex(rf"(?:…|\.\.\.)[\])]?\s*\W?((?i:{list_pattern(_PHRASES)})[^\w:：]*)$")


def shows_a_cut(context: Context, block: Block) -> bool:
    """Return whether a block is what shows that the article is cut off: a mark of it, or a wall."""
    cut = context.memo(cut_mark)
    if cut is not None and cut.number == block.number:
        return True
    signs = context.memo(page_signs)
    return signs is not None and signs.kind in WALLS and signs.text in simplify(block.text)
