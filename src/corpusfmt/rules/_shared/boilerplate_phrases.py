"""The phrases of boilerplate, looked up by their first characters: few are needed at all."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cache

from corpusfmt.rules._shared.blocks import HEAD
from corpusfmt.rules._shared.word_lists import read_frames, read_heads_of_frames, read_list

OPENING = ("[", "(", "» ", "← ")
"""The marks that a phrase may have before it, but for quotation marks: those start a quotation."""

_FRAMES = ("boilerplate_continued", "boilerplate_shared")
"""The lists whose entries are a whole block, written with choices."""

_MARKED = frozenset(mark[0] for mark in OPENING)


def heads_of_phrases(heads: Collection[str]) -> frozenset[str]:
    """Return the first characters in lower case that blocks have and phrases, too."""
    found = _heads().intersection(heads)
    if _MARKED.isdisjoint([head[:1] for head in heads]):  # as in most articles
        return found
    return found | _marked_heads().intersection(heads)


def is_whole_block(words: str) -> bool:
    """Return whether a text in lower case is a phrase that is boilerplate as a whole block."""
    if words in phrases("whole"):
        return True
    for name in _FRAMES:
        if words[:HEAD] in _heads_of_frames(name) and words in _framed(name):
            return True
    return False


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
    found: set[str] = set()
    for name in _FRAMES:
        found |= _heads_of_frames(name)
    for name in ("whole", "labels", "beginnings", "openers"):
        found.update([phrase[:HEAD] for phrase in read_list(f"boilerplate_{name}")])
    return frozenset(found)


@cache
def _marked_heads() -> frozenset[str]:
    return frozenset((mark + head)[:HEAD] for mark in OPENING for head in _heads())
