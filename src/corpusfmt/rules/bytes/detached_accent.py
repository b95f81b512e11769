r"""Accent that is apart from its letter.

### What it does

Reports accents as characters of their own beside the letter that they belong to (`caf´e`, `M
¨uller`, `se˜nor`, `gar¸con`), and combining accents after a space (`cafe ́`), with one finding for
the file, at the first of them.

An acute accent in place of an apostrophe (`don´t`, `l´avion`) is not reported, and neither are
accents that enclose words as quotation marks, nor a single acute accent or diaeresis.

### Why

Text taken from a PDF file has letters and accents as they are drawn: one above the other, but one
after the other in the file. A search does not find such a word.

### Fix

The fix joins each accent with its letter where there is no space between or beside them. It is
unsafe: the accent may belong to the other of two letters.

### Example

```article escaped
# Ferry Runs Again



The caf\u00b4e on board is closed, says the r\u00b4egisseur.
```

```findings
5:7: warning: accents are apart from their letters: “f´e” and “r´e”
  expected: fé
```

Use instead:

```article
# Ferry Runs Again



The café on board is closed, says the régisseur.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple
from unicodedata import normalize

from corpusfmt.lint import Context, Edit, Findings, Fix
from corpusfmt.rules._shared.damaged_words import name_words
from corpusfmt.text.patterns import regex

SEVERITY = "warning"
FIX = "unsafe"
SCOPE = "file"
WHY = "the accent may belong to the other letter"

_SPACING = {
    "´": "\u0301",
    "¨": "\u0308",
    "ˆ": "\u0302",
    "˜": "\u0303",
    "¸": "\u0327",
    "ˇ": "\u030c",
    "˚": "\u030a",
    "˙": "\u0307",
    "˝": "\u030b",
    "˘": "\u0306",
    "˛": "\u0328",
}
"""Accents with a width of their own, and the combining ones that they stand for."""

_COMBINING = "\u0301\u0308\u0302\u0303\u0327\u030c\u030a\u0307\u030b\u0306\u0328\u0300"
_COMMON = "´¨"
"""Accents that are also typed as apostrophes and quotation marks."""

_BASES = {
    "\u0301": "aeiouyAEIOUY",
    "\u0308": "aeiouyAEIOUY",
    "\u0302": "aeiouAEIOU",
    "\u0303": "anoANO",
    "\u0327": "cstCST",
    "\u030c": "cdenrstzCDENRSTZ",
    "\u030a": "auAU",
    "\u0307": "egizEGIZ",
    "\u030b": "ouOU",
    "\u0306": "agAG",
    "\u0328": "aeAE",
}
"""The letters that accents are on most often."""

_FOUND = regex(
    r"(?P<left>[^\W\d_])(?P<before> ?)"
    rf"(?P<accent>[{''.join(_SPACING)}]|(?<= )[{_COMBINING}])(?P<after> ?)"
    r"(?=(?P<right>[^\W\d_]?)(?P<rest>[^\W\d_]*))"
)
_ELISION = regex(r"(?<![^\W_])(?i:[dljmnstco]|qu|jusqu|lorsqu|puisqu|dell|all|nell|sull|dall|un)\Z")
_SUFFIX = regex(r"(?:s|t|d|m|n|ll|re|ve)(?![^\W_])")
_OPENING, _CLOSING = regex(r"(?<![^\s(])[´¨](?=\w)"), regex(r"(?<=\w)[´¨](?!\w)")
_FEWEST = 2
_LONGEST = 8


class _Detached(NamedTuple):
    """An accent between two letters or spaces: its match, and which letter it may be on."""

    match: re.Match[str]
    on_left: bool
    on_right: bool

    @property
    def span(self) -> tuple[int, int]:
        """The span of the accent and the letters beside it."""
        return self.match.start("left"), self.match.end("right")

    @property
    def is_common(self) -> bool:
        """Whether the accent is one that is typed for an apostrophe or a quotation mark."""
        return self.match["accent"] in _COMMON

    def joined(self, *, on_left: bool) -> str:
        """Return the letters with the accent on one of them; empty beside a space."""
        match = self.match
        if match["before"] or match["after"] or not match["right"]:
            return ""
        mark = _mark(match)
        is_left = self.on_left and (on_left or not self.on_right)
        letters = (match["left"], mark, match["right"])
        return normalize("NFC", "".join(letters if is_left else (letters[0], letters[2], mark)))


def applies(context: Context) -> bool:
    if context.text.isascii():
        return False
    signs = context.signs
    return not signs.isdisjoint(_SPACING) or not signs.isdisjoint(_COMBINING)


def check(context: Context) -> Findings:
    """Yield one finding at most, at the first accent that is apart from its letter."""
    text, end = context.text, context.body_end
    detached = list(_find(text, end))
    if sum(one.is_common for one in detached) < _FEWEST or _are_quotes(text, end):
        detached = [one for one in detached if not one.is_common]
    if not detached:
        return
    on_left = 2 * sum(one.on_left for one in detached) > len(detached)
    on_left = on_left and not all(one.on_right for one in detached)
    spans = [one.span for one in detached]
    wholes = [one.joined(on_left=on_left) for one in detached]
    edits = [Edit(*span, whole) for span, whole in zip(spans, wholes, strict=True) if whole]
    fix = Fix("join accents and letters", tuple(edits), False, WHY) if edits else None
    one, several = "an accent is apart from its letter", "accents are apart from their letters"
    message = name_words(text, spans, one, several)
    expected = wholes[0] or "the accent on its letter"
    yield context.finding(spans[0], message, expected, fix=fix)


def _find(text: str, end: int) -> Iterator[_Detached]:
    """Yield the accents beside a letter that they can be on."""
    for match in _FOUND.finditer(text, 0, end):
        bases = _BASES.get(_mark(match), "aeiouAEIOU")
        is_tight = not match["before"] and not match["after"]
        is_in_word = text[match.start() - 1].isalpha() or match["right"] + match["rest"]
        if not is_in_word:
            continue  # one letter, as in a formula
        if match["accent"] == "´" and is_tight and _is_apostrophe(match):
            continue
        if match["accent"] in _COMMON and is_tight and not match["right"]:
            continue  # “fe´.” may be a quotation mark
        is_spanish = match["accent"] == "˜" and match["left"] in "nN"
        on_left = match["left"] in bases
        on_right = match["right"] != "" and match["right"] in bases and not is_spanish
        if on_left or on_right:
            yield _Detached(match, on_left, on_right)


def _mark(match: re.Match[str]) -> str:
    """Return the combining accent of a match."""
    return _SPACING.get(match["accent"], match["accent"])


def _is_apostrophe(match: re.Match[str]) -> bool:
    """Return whether an acute accent between two letters is typed for an apostrophe."""
    text, (start, end) = match.string, match.span("accent")
    before = text[max(0, start - _LONGEST) : start]
    return _ELISION.search(before) is not None or _SUFFIX.match(text, end) is not None


def _are_quotes(text: str, end: int) -> bool:
    """Return whether accents enclose words: as many open as close."""
    opening = sum(1 for _ in _OPENING.finditer(text, 0, end))
    closing = sum(1 for _ in _CLOSING.finditer(text, 0, end))
    return opening == closing > 0
