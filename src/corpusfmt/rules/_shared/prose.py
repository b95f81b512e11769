"""How running text ends and begins, in any script."""

from __future__ import annotations

import re

from corpusfmt.rules._shared.word_lists import read_list

STOPS = frozenset(".!?…:。！？：।॥؟۔։።｡")
"""What ends a paragraph that is whole; a colon ends one that leads to a list or a quotation."""

CLOSING = "\"'”’»›“‘«‹)]】」』）〉》*_\u200e\u200f "
"""What may stand behind a stop: quotation marks, brackets, marks of emphasis."""

_DENSE = "[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff]"
_UNSPACED = "[\u0e00-\u0eff\u1780-\u17ff\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uff65]"
"""Classes of many characters, which take milliseconds to compile: that is done when the first text asks for it."""

JOINING = frozenset(read_list("joining_words"))
"""Words that end no sentence and no heading: articles, prepositions, conjunctions, verbs of speech before a name."""

HANGING = frozenset(read_list("hanging_words"))
"""Words that follow a suspended hyphen: two- and three-year."""


_FREQUENT, _SPREAD = 4, 1500
"""How often the article must have a word, at least and in how many characters once, for it to be a frequent one."""

_PUNCTUATION = r"[\"”’»)]{0,3}[.,!?:;…،؛؟।]"


def is_dense(text: str) -> bool:
    """Whether a text has a character of a script that writes a word with one or two: Chinese, Japanese, Korean."""
    return not text.isascii() and re.search(_DENSE, text) is not None


def is_unspaced(text: str) -> bool:
    """Whether a text has a character of a script that puts no blank between words."""
    return not text.isascii() and re.search(_UNSPACED, text) is not None


def is_whole(text: str) -> bool:
    """Whether a text ends with a stop, or with what closes a quotation or a bracket behind one."""
    end = text[-1:]
    return end in STOPS or (not end.isalnum() and text.rstrip(CLOSING)[-1:] in STOPS)


def always_joins(text: str, last: str) -> bool:
    """Whether a word that does not begin in upper case is frequent, and never stands before punctuation."""
    if not last.isalpha() or last[0].isupper() or text.count(f" {last} ") < max(_FREQUENT, len(text) // _SPREAD):
        return False
    return re.search(rf"(?<!\w){re.escape(last)}{_PUNCTUATION}", text) is None


def is_hyphenated(text: str) -> bool:
    """Whether a text ends with a hyphen behind a letter."""
    return text[-1:] == "-" and text[-2:-1].isalpha()


def between(first: str, second: str) -> str:
    """What stands between two halves of a text once they are one: a blank, or nothing."""
    if is_unspaced(first[-1:]) and is_unspaced(second[:1]):
        return ""
    return "" if is_hyphenated(first) and second.partition(" ")[0] not in HANGING else " "
