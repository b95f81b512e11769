r"""Accent that is apart from its letter.

### What it does

Reports accents as characters of their own beside the letter that they belong to (`caf´e`, `M
¨uller`, `se˜nor`, `gar¸con`), and combining accents after a space (`cafe ́`), with one finding for
the file, at the first such accent. Other letters in parts are reported in the same way: `i̇` with a
second dot, which programs make of the Turkish `İ`, the Thai and Lao vowel am in two parts, and two
words or more in a script of India, Burma or Cambodia that begin with the sign of a vowel.

An acute accent in place of an apostrophe (`don´t`, `l´avion`) is not reported, and neither are
accents that enclose words as quotation marks, nor a single acute accent or diaeresis.

### Why

A PDF file can draw a letter and its accent as two characters, one above the other. In text taken
from it, one follows the other. A search does not find such a word.

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
from unicodedata import normalize

from corpusfmt.lint import Context, Edit, Findings, Fix
from corpusfmt.rules._shared import broken_letters
from corpusfmt.rules._shared.damaged_words import name_words
from corpusfmt.text.named_tuples import NamedTuple
from corpusfmt.text.patterns import regex

SEVERITY = "warning"
FIX = "unsafe"
SCOPE = "file"
NEEDS = ("not ASCII",)
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
"""Accents with a width of their own, and the combining ones of the same form."""

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
_SO = regex(r"(?<![^\W_])[sS]o\Z")
_OPENING, _CLOSING = regex(r"(?<![^\s(])[´¨](?=\w)"), regex(r"(?<=\w)[´¨](?!\w)")
_FEWEST = 2
_LONGEST = 8
_LONGEST_WORD = 12
_LEFT, _RIGHT = regex(r"\w*\Z"), regex(r"\w*")


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
        if match["before"]:
            return ""
        mark = _mark(match)
        is_left = self.on_left and (on_left or not self.on_right)
        if is_left and (match["after"] or not match["right"]):
            whole = normalize("NFC", match["left"] + mark)
            return f"{whole}{match['after']}{match['right']}"
        if match["after"] or not match["right"]:
            return ""
        letters = (match["left"], mark, match["right"])
        return normalize("NFC", "".join(letters if is_left else (letters[0], letters[2], mark)))


def prefilter() -> tuple[str, ...]:
    return (f"[{''.join(_SPACING)}]| [{_COMBINING}]", *broken_letters.prefilter())


def applies(context: Context) -> bool:
    if context.text.isascii():
        return False
    signs = context.signs
    has_accents = not (signs.isdisjoint(_SPACING) and signs.isdisjoint(_COMBINING))
    return has_accents or broken_letters.may_be_broken(context)


def check(context: Context) -> Findings:
    """Yield one finding at most for each kind, at the first accent apart from its letter."""
    yield from _find_detached(context)
    for broken in broken_letters.broken_letters(context):
        if broken.spans:
            message = name_words(
                context.text, _words(context.text, broken.spans), *[broken.name] * 2
            )
            fix = Fix("write the letters", broken.edits, False, WHY) if broken.edits else None
            yield context.finding(broken.spans[0], message, broken.expected, fix=fix)


def _words(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the spans of the words in which some spans are."""
    found: list[tuple[int, int]] = []
    for start, end in spans:
        left = _LEFT.search(text[max(0, start - _LONGEST_WORD) : start])
        right = _RIGHT.match(text, end, end + _LONGEST_WORD)
        before = len(left[0]) if left else 0
        found.append((start - before, right.end() if right else end))
    return found


def _find_detached(context: Context) -> Findings:
    """Yield one finding at most, at the first accent that is apart from its letter."""
    detached = _certain(context.text, context.body_end)
    if not detached:
        return
    on_left = _are_on_left(detached)
    spans = [one.span for one in detached]
    wholes = [one.joined(on_left=on_left) for one in detached]
    one, several = "an accent is apart from its letter", "accents are apart from their letters"
    message = name_words(context.text, spans, one, several)
    expected = wholes[0] or "the accent on its letter"
    yield context.finding(spans[0], message, expected, fix=_fix(spans, wholes))


def _certain(text: str, end: int) -> list[_Detached]:
    """Return the accents that are apart; the common ones unless they may be punctuation marks."""
    found = list(_find(text, end))
    common = sum(one.is_common for one in found)
    if common >= _FEWEST and not _are_quotes(text, end):
        return found
    return [one for one in found if not one.is_common]


def _are_on_left(detached: list[_Detached]) -> bool:
    """Return whether accents follow their letters: most can, and not all can precede them."""
    can_follow = sum(one.on_left for one in detached)
    if 2 * can_follow <= len(detached):
        return False
    return not all(one.on_right for one in detached)


def _fix(spans: list[tuple[int, int]], wholes: list[str]) -> Fix | None:
    """Return the fix that writes the joined letters, where they are known."""
    edits: list[Edit] = []
    for span, whole in zip(spans, wholes, strict=True):
        if whole:
            edits.append(Edit(*span, whole))
    return Fix("join accents and letters", tuple(edits), False, WHY) if edits else None


def _find(text: str, end: int) -> Iterator[_Detached]:
    """Yield the accents beside a letter that they can be on."""
    for match in _FOUND.finditer(text, 0, end):
        if _is_alone(match) or _is_punctuation(match):
            continue
        bases = _BASES.get(_mark(match), "aeiouAEIOU")
        on_left = match["left"] in bases
        on_right = match["right"] != "" and match["right"] in bases and not _is_spanish(match)
        if on_left or on_right:
            yield _Detached(match, on_left, on_right)


def _is_alone(match: re.Match[str]) -> bool:
    """Return whether the accent is beside a single letter, as in a formula."""
    if match["right"] or match["rest"]:
        return False
    return not match.string[match.start() - 1].isalpha()


def _is_punctuation(match: re.Match[str]) -> bool:
    """Return whether an accent without spaces is an apostrophe or may be a quotation mark."""
    if match["before"] or match["after"] or match["accent"] not in _COMMON:
        return False
    if not match["right"]:
        return True  # “fe´.” may be a quotation mark
    return match["accent"] == "´" and _is_apostrophe(match)


def _is_spanish(match: re.Match[str]) -> bool:
    """Return whether a tilde follows an n: it is on that letter."""
    return match["accent"] == "˜" and match["left"] in "nN"


def _mark(match: re.Match[str]) -> str:
    """Return the combining accent of a match."""
    return _SPACING.get(match["accent"], match["accent"])


def _is_apostrophe(match: re.Match[str]) -> bool:
    """Return whether an acute accent between two letters is typed for an apostrophe."""
    text, (start, end) = match.string, match.span("accent")
    before = text[max(0, start - _LONGEST) : start]
    if match["right"] == "n" and match["left"] in "aeiou" and _SO.search(before) is None:
        return False  # as in “decisio´n”
    return _ELISION.search(before) is not None or _SUFFIX.match(text, end) is not None


def _are_quotes(text: str, end: int) -> bool:
    """Return whether accents enclose words: as many open as close."""
    opening = sum(1 for _ in _OPENING.finditer(text, 0, end))
    closing = sum(1 for _ in _CLOSING.finditer(text, 0, end))
    return opening == closing > 0
