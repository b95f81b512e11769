"""Notices that are known by words they combine: for subscribers only, of errors, for consent."""

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
_LONGEST_SENTENCE = 160
"""The most characters of what a page asks of a visitor, or states of itself."""

_QUOTES = frozenset('"“”„«»「」『』')
_UNSPACED = regex("[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_SUBSCRIBERS, _PAPERS = ("s", "r", "a"), ("s", "a")
_ROBOTS, _MISSING = ("h", "v"), ("x", "p")
"""The kinds of words that a notice has one of each of, those that are rarer first."""


def subscriber_notice(texts: Sequence[str]) -> str | None:
    """Return the block at the end that shows the article to subscribers only, or None.

    It names subscribers, the article, and that only they read it, or its rest. The texts are in
    simplified form. None where a paragraph above it is about subscribers.
    """
    for number in range(len(texts) - 1, max(-1, len(texts) - 1 - _LAST), -1):
        text = texts[number]
        if len(text) > _LONGEST_NOTICE or not _QUOTES.isdisjoint(text):
            return None
        if _combines(text, _SUBSCRIBERS):
            above = [other for other in texts[:number] if len(other) > _LONGEST_NOTICE]
            return None if any(_combines(other, _PAPERS) for other in above) else text
    return None


def robot_notice(texts: Sequence[str]) -> str | None:
    """Return the text that asks to prove that the visitor is no robot, or None."""
    for text in texts:
        if len(text) <= _LONGEST_SENTENCE and _combines(text, _ROBOTS):
            return text
    return None


def missing_notices(texts: Sequence[str]) -> list[str]:
    """Return the texts that state of a page that it is missing."""
    return [text for text in texts if len(text) <= _LONGEST_SENTENCE and _combines(text, _MISSING)]


def _combines(text: str, kinds: tuple[str, ...]) -> bool:
    """Return whether a simplified text has a word of each of some kinds."""
    return all(_words("notice_stems", kind).search(text) is not None for kind in kinds)


def consent_button(texts: Sequence[str], types: Sequence[str]) -> tuple[str, int] | None:
    """Return the first button of a request for consent, and how many buttons and texts it has.

    ``texts`` are the title and the blocks, in simplified form. None where there is no button, or
    no other text about cookies.
    """
    buttons = [
        text for text, type_ in zip(texts[1:], types, strict=True) if _is_button(text, type_)
    ]
    if not buttons:  # as in nearly all
        return None
    about = _words("consent_words", "t")
    count = sum(text not in buttons and about.search(text) is not None for text in texts)
    return (buttons[0], count + len(buttons)) if count else None


def _is_button(text: str, type_: str) -> bool:
    if not 0 < len(text) <= _LONGEST_BUTTON or type_ not in ("paragraph", "item"):
        return False
    return not is_whole(text) and _words("consent_words", "b").match(text) is not None


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
