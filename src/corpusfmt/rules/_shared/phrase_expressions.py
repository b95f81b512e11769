r"""Expressions for prefilters: phrases at the start of a line, at its end, or anywhere.

They have the syntax of ``lint.prefilter``. Letters match in upper and lower case.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from corpusfmt.text.patterns import regex

START = "^[^A-Za-z\n]*"
"""The start of a line and what may precede the first word: marks, quotation marks, numbers.

It is cheap: after the first letter, the rest of a line is skipped.
"""

END = "[^A-Za-z0-9\n]*(?:$|\\])"
"""The end of a line, or of the text of a link."""

BLANK = "[ \t\r\n>\u0080-\U0010ffff]"
"""A space, a character of the start of a quoted line, or one that is not ASCII."""

_SPACE = "[ \u00a0]"
_LONGEST = 5_000
"""The most bytes of an expression; hyperscan refuses much longer ones."""

_I = regex("[iı]\u0307?")
_TURKISH = frozenset("ğışİ\u0307")
_ANY_I = "(?:[iıİ]\u0307?)"
"""Python matches ``I`` with ``ı``, and ``İ`` with ``i``; hyperscan does not."""

_GEORGIAN = regex("[ა-ჺჽ-ჿ]")
"""Letters whose capitals are younger than the Unicode of hyperscan."""


def starts_with(phrases: Iterable[str], then: str = "") -> tuple[str, ...]:
    """Return expressions for lines that start with a phrase; ``then`` is what follows it."""
    return tuple(f"(?i){START}(?:{part}){then}" for part in _alternations(phrases))


def has_any_of(phrases: Iterable[str], then: str = "") -> tuple[str, ...]:
    """Return expressions for texts with a phrase, one for each: hyperscan is faster with these."""
    return tuple(f"(?i){written(phrase)}{then}" for phrase in sorted(set(phrases)))


def written(phrase: str) -> str:
    """Return the expression of a phrase, in which spaces and apostrophes may be others."""
    expression = re.escape(phrase).replace("\\ ", _SPACE).replace("'", "['’‘ʼ`]")
    expression = _GEORGIAN.sub(_in_both_cases, expression)
    if _TURKISH.isdisjoint(phrase):
        return expression
    return _I.sub(_ANY_I, expression)


def _in_both_cases(letter: re.Match[str]) -> str:
    return f"[{letter[0]}{letter[0].upper()}]"


def _alternations(phrases: Iterable[str]) -> Iterator[str]:
    """Yield all phrases, in a few expressions."""
    part: list[str] = []
    size = 0
    for expression in sorted(set(map(written, phrases))):
        length = len(expression.encode())
        if size + length > _LONGEST:
            yield "|".join(part)
            part, size = [], 0
        part.append(expression)
        size += length
    if part:
        yield "|".join(part)
