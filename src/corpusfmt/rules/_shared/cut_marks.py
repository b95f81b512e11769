"""The marks of an article that is cut off, such as "Read more" at its end."""

from __future__ import annotations

import re
from typing import NamedTuple

from corpusfmt.lint import Context
from corpusfmt.rules._shared.word_lists import list_pattern, read_list

TYPES = ("paragraph", "quote", "item")
TAIL = 60
"""How many characters at the end of a block are looked at."""

_LAST = 3
"""How many blocks at the end may hold the mark: a source or a credit may follow it."""
_COUNT = re.compile(r"\[\+?\s?\d[\d,.]{0,9} (?:more )?(?:chars?|characters|words)\]$")
_MORE = list_pattern("read_more_phrases")
_HEAD = re.compile(r"\w{1,2}")
_HEADS = frozenset(_HEAD.findall(phrase)[0] for phrase in read_list("read_more_phrases"))
"""What such a text starts with."""

_MORE_BLOCK = rf"\W*(?i:{_MORE})[^\w:：]*"
_MORE_BEHIND = rf"(?:…|\.\.\.)[\])]?\s*\W?((?i:{_MORE})[^\w:：]*)$"
_BRACKETS = re.compile(r"[\[(](?:…|\.\.\.)[\])]$")


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
        if head is not None and head[0].lower() in _HEADS:
            return True
    return tail[-1:] == "]" or "…" in tail or "..." in tail


def _mark(text: str) -> str:
    """Return the mark of a cut at the end of a block; empty where there is none."""
    tail = text[-TAIL:]
    if tail[-1:] == "]":
        match = _COUNT.search(tail) or _BRACKETS.search(tail)
        return match[0] if match else ""
    if len(text) < TAIL and re.fullmatch(_MORE_BLOCK, text):
        return text
    if "…" not in tail and "..." not in tail:
        return ""
    behind = re.search(_MORE_BEHIND, tail)
    return behind[1] if behind else ""
