"""What the expressions of several prefilters are made of: the ends of words, the starts of texts.

Each matches all of what its name says, and more: hyperscan knows no classes of Unicode.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_ALNUM = "A-Za-z0-9À-ÖØ-öø-ˁЀ-ҁḀ-ỿ"
"""Letters and digits of the languages with most texts."""

WORD_START = f"(?:^|[^{_ALNUM}])"
"""The start of a line, or a character that is not a letter or digit."""

WORD_END = f"(?:[^{_ALNUM}]|$)"
"""A character that is not a letter or digit, or the end of a line."""

TEXT_START = (
    "^(?:<u>|[ \t\v\f\x1c-\x1f\x85\xa0\u1680\u2000-\u200f\u2028-\u202f\u205f-\u2064\u3000\ufeff*_"
    "`\\[\\\\])*"
)
"""The start of a line, with the spaces and marks that may precede the text of a paragraph."""

_CASED = 0x3000
"""The end of the letters that are looked at one by one: those after it are mostly without case."""


def any_of(words: Iterable[str]) -> str:
    """Return an expression that matches one of these words."""
    return f"(?:{'|'.join(map(re.escape, words))})"


def lower_letter() -> str:
    """Return an expression that matches any letter in lower case."""
    letters = filter(str.islower, map(chr, range(0x80, _CASED)))
    return f"[a-z{''.join(letters)}\ua640-\uabbf\ufb00-\ufb17\uff41-\uff5a\U00010400-\U0001efff]"


def capital(but: Iterable[str] = ()) -> str:
    """Return an expression that matches any letter in upper case, but for some of them."""
    letters = filter(str.isupper, map(chr, range(_CASED)))
    own = "".join(sorted(set(letters).difference(but)))
    return f"[{own}\ua640-\ua7ff\uff21-\uff3a\U00010400-\U0001efff]"
