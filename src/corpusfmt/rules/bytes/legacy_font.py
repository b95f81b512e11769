"""Text in the codes of a font in place of its letters.

### What it does

Reports a block that has three frequent words or more as a font has them that draws the letters of
one language in the places of others: VNI and TCVN3 for Vietnamese, Kruti Dev for Hindi, Preeti for
Nepali, Bijoy for Bengali. Also reports text in which all letters are moved by 29 places, as in
`WKH` for `the`: so it is in a PDF file whose font has no table of its letters.

### Why

Such fonts are older than Unicode, and newspapers and offices still set pages with them. Without the
font, the text is a row of meaningless letters, and no program finds its language.

### Fix

There is none: use a converter for this font. A PDF file must be read by a program that recognizes
the pictures of the letters.

### Example

```article
# Ferry Runs Again



7KH IHUULHV WR 6NDUY VDLOHG RQ 0RQGD IRU WKH ILUVW WLPH DQG WKH FDSWDLQ VDLG WKDW.
```

```findings
5:1: warning: text in the letters of a PDF file for English: “IRU”, “WKH” and 3 more
  expected: the text in Unicode
```

Use instead:

```article
# Ferry Runs Again



The ferries to Skarv sailed on Monday for the first time, and the captain said that.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from corpusfmt.lint import Context, Findings, quoted
from corpusfmt.rules._shared.shape import shape
from corpusfmt.rules._shared.word_lists import read_list

SEVERITY = "warning"

_GATES = ("øñ", "®µ", "®Ó", "‡†", "]{")
"""Signs that texts in some of the fonts have."""

_HINDI, _CAPITALS = b" aA ", b" AAA AA"
_FEWEST, _SHOWN, _FEWEST_CAPITALS = 3, 2, 2
_MARKS = ".,;:!?\"'()"
_IN_ASCII_MARKS = frozenset(("Preeti for Nepali", "Kruti Dev for Hindi"))
"""Fonts that have letters in the places of punctuation marks."""


def prefilter() -> tuple[str, ...]:
    telling = sorted(filter(_is_telling, frozenset().union(*_fonts().values())))
    return tuple(re.escape(f" {word}") for word in telling)


def applies(context: Context) -> bool:
    signs = context.signs
    if any(map(signs.issuperset, _GATES)):
        return True
    kinds = context.memo(shape)
    return _HINDI in kinds or kinds.count(_CAPITALS) >= _FEWEST_CAPITALS


def check(context: Context) -> Findings:
    """Yield a finding for each block in the letters of such a font."""
    for number, text in enumerate(context.texts):
        words = text.split()
        bare = [word.strip(_MARKS) for word in words]
        for font, known in _fonts().items():
            own = words if font in _IN_ASCII_MARKS else bare
            found = list(dict.fromkeys(word for word in own if word in known))
            if len(found) >= _FEWEST and _has_telling(text, found):
                shown = ", ".join(map(quoted, found[:_SHOWN]))
                more = f" and {len(found) - _SHOWN} more"
                message = f"text in the letters of {font}: {shown}{more}"
                span = context.span(context.block(number))
                yield context.finding(span, message, "the text in Unicode")
                break


def _has_telling(text: str, words: Iterable[str]) -> bool:
    """Return whether one of some words after a space is like no word of any language."""
    return any(_is_telling(word) and f" {word}" in text for word in words)


def _is_telling(word: str) -> bool:
    """Return whether a word has more than small letters, unlike words of any language."""
    return not (word.isascii() and word.isalpha() and word.islower())


@cache
def _fonts() -> dict[str, frozenset[str]]:
    """Return the frequent words in the letters of each font."""
    fonts: dict[str, frozenset[str]] = {}
    for line in read_list("legacy_font_words"):
        font, _, words = line.partition(": ")
        fonts[font] = frozenset(words.split())
    return fonts
