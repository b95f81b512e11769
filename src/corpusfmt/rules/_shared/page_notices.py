"""Notices that are known by words they combine: for subscribers only, and consent to cookies."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from corpusfmt.rules._shared.prose import is_whole
from corpusfmt.rules._shared.word_lists import read_list
from corpusfmt.text.patterns import regex

_LAST = 3
"""How many blocks at the end of a text may be a notice for subscribers."""

_LONGEST_NOTICE, _LONGEST_BUTTON = 110, 45
_QUOTES = frozenset('"“”„«»「」『』')
_UNSPACED = regex("[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")


def subscriber_notice(texts: Sequence[str]) -> str | None:
    """Return the block at the end that shows the article to subscribers only, or None.

    It names subscribers, the article, and that only they read it, or its rest: in simplified form.
    """
    for text in reversed(texts[-_LAST:]):
        if len(text) > _LONGEST_NOTICE or not _QUOTES.isdisjoint(text):
            break
        if is_subscriber_notice(text):
            return text
    return None


def is_subscriber_notice(text: str) -> bool:
    """Return whether a simplified text has a word of each of the three kinds."""
    if _words("wall_stems", "s").search(text) is None:
        return False
    if _words("wall_stems", "r").search(text) is None:
        return False
    return _words("wall_stems", "a").search(text) is not None


def consent_button(texts: Sequence[str], types: Sequence[str]) -> tuple[str, int] | None:
    """Return the button of a request for consent, and how many other texts are about cookies.

    ``texts`` are the title and the blocks, in simplified form. None where there is no button, or
    no such text.
    """
    for number, text in enumerate(texts[1:]):
        if 0 < len(text) <= _LONGEST_BUTTON and types[number] in ("paragraph", "item"):
            if is_whole(text) or _words("consent_words", "b").match(text) is None:
                continue
            about = _words("consent_words", "t")
            others = [*texts[: number + 1], *texts[number + 2 :]]
            count = sum(about.search(other) is not None for other in others)
            if count:
                return text, count
    return None


@cache
def _words(name: str, kind: str) -> re.Pattern[str]:
    """Return a pattern of the words of a kind, which begin so in scripts with spaces."""
    spaced: list[str] = []
    unspaced: list[str] = []
    for entry in read_list(name):
        if entry.startswith(f"{kind} "):
            word = entry[len(kind) + 1 :]
            chosen = unspaced if _UNSPACED.match(word) else spaced
            chosen.append(re.escape(word))
    return regex(rf"(?<![^\W_])(?:{'|'.join(spaced)})|{'|'.join(unspaced) or '(?!)'}")
