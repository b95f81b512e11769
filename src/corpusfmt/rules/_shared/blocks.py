"""What several rules need of the blocks of a body: made once for a text, by ``context.memo``."""

from __future__ import annotations

from functools import cache
from operator import itemgetter

from corpusfmt.lint import Context
from corpusfmt.rules._shared.prose import STOPS

SHORT = 100
"""The most characters of a short text."""

HEAD = 4
"""How many characters the head of a text has."""

_AT_THE_START, _AT_THE_END = 2, 4
"""How many blocks are edges of an article."""

_HEAD, _END = itemgetter(slice(HEAD)), itemgetter(slice(-1, None))


def sizes(context: Context) -> list[int]:
    """Return how many characters the text of each block has."""
    return list(map(len, context.texts))


def heads(context: Context) -> list[str]:
    """Return the first characters of the text of each block."""
    return list(map(_HEAD, context.texts))


def lower_heads(context: Context) -> list[str]:
    """Return the first characters of the text of each block, in lower case."""
    return list(map(str.lower, context.memo(heads)))


def ends(context: Context) -> list[str]:
    """Return the last character of the text of each block, or an empty string."""
    return list(map(_END, context.texts))


def unstopped(context: Context) -> list[int]:
    """Return the numbers of the blocks that do not end with a full stop, or have no text."""
    return [number for number, end in enumerate(context.memo(ends)) if end not in STOPS]


def short_texts(context: Context) -> list[tuple[int, str]]:
    """Return the short texts that are not empty, with the numbers of their blocks."""
    texts, lengths = context.texts, context.memo(sizes)
    return [(number, texts[number]) for number, size in enumerate(lengths) if 0 < size <= SHORT]


@cache
def edges(count: int) -> tuple[int, ...]:
    """Return the numbers of the blocks at the start and the end of an article of so many."""
    numbers = range(count)
    return tuple(sorted({*numbers[:_AT_THE_START], *numbers[-_AT_THE_END:]}))


def broken_texts(context: Context) -> list[str]:
    """Return the texts of several lines."""
    return [text for text in context.texts if "\n" in text]


def whole_text(context: Context) -> str:
    """Return the texts of all blocks, with an empty line between two."""
    return "\n\n".join(context.texts)


def headings(context: Context) -> list[int]:
    """Return the numbers of the headings."""
    types = context.types
    if "heading" not in types:
        return []
    return [number for number, type_ in enumerate(types) if type_ == "heading"]
