"""How running text ends and begins, in any script."""

from __future__ import annotations

import re
import unicodedata

from corpusfmt.rules._shared.word_lists import read_list

STOPS = frozenset(".!?…:。！？：।॥؟۔։።｡")
"""What ends a paragraph that is whole; a colon ends one that leads to a list or a quotation."""

CLOSING = "\"'”’»›“‘«‹)]】」』）〉》*_\u200e\u200f "
"""Characters that may follow a full stop: quotation marks, brackets, marks of emphasis."""

_DENSE = "[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff]"
_UNSPACED = "[\u0e00-\u0eff\u1780-\u17ff\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uff65]"
"""Large character classes, which take milliseconds to compile: compiled when first needed."""

HANGING = frozenset(read_list("hanging_words"))
"""Words that follow a suspended hyphen: two- and three-year."""


_FREQUENT, _SPREAD = 4, 1500
"""How often a frequent word occurs in an article: at least, and once per so many characters."""

_PUNCTUATION = r"[\"”’»)]{0,3}[.,!?:;…،؛؟।]"


def is_dense(text: str) -> bool:
    """Return whether a text has Chinese, Japanese or Korean characters."""
    return not text.isascii() and re.search(_DENSE, text) is not None


def is_unspaced(text: str) -> bool:
    """Return whether a text has a character of a script without spaces between words."""
    return not text.isascii() and re.search(_UNSPACED, text) is not None


def is_whole(text: str) -> bool:
    """Return whether a text ends with a full stop, and perhaps a quotation mark or bracket."""
    end = text[-1:]
    return end in STOPS or (not end.isalnum() and text.rstrip(CLOSING)[-1:] in STOPS)


def is_caseless(character: str) -> bool:
    """Return whether a character is a letter of a script without upper and lower case."""
    is_same = character.lower() == character.upper()
    return is_same and unicodedata.category(character)[0] in "LM"


def always_joins(text: str, last: str) -> bool:
    """Return whether a word in lower case is frequent, and never occurs before punctuation."""
    if (
        not last.isalpha()
        or last[0].isupper()
        or text.count(f" {last} ") < max(_FREQUENT, len(text) // _SPREAD)
    ):
        return False
    return re.search(rf"(?<!\w){re.escape(last)}{_PUNCTUATION}", text) is None


def is_hyphenated(text: str) -> bool:
    """Return whether a text ends with a hyphen after a letter."""
    return text[-1:] == "-" and text[-2:-1].isalpha()


def _is_beside_number(digit: str, other: str) -> bool:
    """Return whether a digit is beside Chinese or Japanese; Thai has spaces around numbers."""
    return digit.isdigit() and other >= "\u3000" and is_unspaced(other)


def between(first: str, second: str) -> str:
    """Return what joins two halves of a text: a space, or nothing."""
    last, following = first[-1:], second[:1]
    if is_unspaced(last) and is_unspaced(following):
        return ""
    if _is_beside_number(last, following) or _is_beside_number(following, last):
        return ""
    return "" if is_hyphenated(first) and second.partition(" ")[0] not in HANGING else " "
