"""Hyphen left in a word by a line break.

### What it does

Reports a word with a hyphen and a space in it (“infor- mation”), if its second part is in lower
case and not a conjunction, an article or the like: “two- and three-year” has a suspended hyphen,
and “the plan- which” a dash. Before an upper-case letter, it is reported if the first 20,000
characters of the article also contain the word without the space, or without the hyphen and the
space. In Vietnamese, which has spaces between syllables, it is reported only if the article
contains the word in this way. If the article does not, and its first part is a word elsewhere, the
severity is info: the hyphen may be a dash, or there by mistake.

A not sign in a word (“infor¬ mation”) is reported too: OCR programs write it for a hyphen at the
end of a line.

A hyphen inside a word in lower case (“infor-mation”) is reported before an ending that is no word,
such as “-tion”. Before other letters, it is reported with severity info if the first 20,000
characters of the article contain the word without a hyphen as often, and do not contain its parts:
some words are written either way. Usual second halves, as in “long-term”, are not looked up. A word
that has lost its hyphen is reported by `lost-hyphen`.

### Why

Converters join wrapped lines and keep the hyphen of a word that was divided at the end of a line. A
search does not find the word.

### Fix

The fix writes the word as it occurs elsewhere in the article. If it does not, the two parts are
joined, or only the space is removed if both of them are words of the article. It is unsafe: another
word may be intended. There is none if the first part often begins a word with a hyphen, as in
“long- term”.

### Example

```article
# New Rules for Ferries



The rules are to be in force by May. The captain said she had too little infor- mation about them.

The ferry office has more information.
```

```findings
5:74: warning: “infor- mation” is broken by a hyphen and a space
  expected: information
```

Use instead:

```article
# New Rules for Ferries



The rules are to be in force by May. The captain said she had too little information about them.

The ferry office has more information.
```
"""

from __future__ import annotations

import re

from corpusfmt.lint import Context, Edit, Finding, Findings, Fix
from corpusfmt.rules._shared.hyphens import (
    BLANKS,
    MARKS,
    copies,
    find_hyphens,
    has_copy,
    window,
    word_before,
)
from corpusfmt.rules._shared.open_words import ends_open, languages
from corpusfmt.rules._shared.prose import HANGING
from corpusfmt.rules._shared.word_lists import read_list
from corpusfmt.text.patterns import regex

SEVERITY = "warning"
FIX = "unsafe"
WHY = "another word may be intended"

_OF_SYLLABLES = frozenset(("vi",))
"""Languages with a space between syllables, so that a hyphen is more often a dash."""
_AFTER_NOUNS = frozenset(("aber", "dann", "doch", "noch"))
"""German words that follow a noun with a suspended hyphen: “weder Handels- noch Vereinsrecht”.

After a word in lower case they may be the end of another: “den- noch”.
"""
_OPENERS = frozenset(read_list("compound_openers"))
_PAIRS = frozenset(read_list("hyphenated_pairs"))
_ENDINGS = frozenset(read_list("word_endings"))
_AFTER = BLANKS | MARKS
_REST = regex(r"[a-z][^\W\d_]{3,40}(?![\w-])")
_NOT_SIGN = "¬"
_DIVIDED = regex(rf"(?<![^\W\d_])([^\W\d_]{{1,40}}){_NOT_SIGN}[ \n]?([^\W\d_]{{1,40}})")
_SECOND = regex(
    r"(?P<marks>[*_]{0,3})(?: |\n[ >]{0,12})(?P=marks)(?P<second>[^\W\d_]{2,40})(?![\w-])"
)
"""The second part of a word, in the same line or below, in an item, a quote or in emphasis, too."""


def check(context: Context) -> Findings:
    """Yield a finding for each word with a hyphen and a space that the article has otherwise."""
    text, end = context.text, context.body_end
    odd, _, inner = context.memo(find_hyphens)
    for place in odd:
        match = _SECOND.match(text, place + 1, end) if text[place + 1] in _AFTER else None
        if match is not None and not _is_heading(text, match.span()):
            yield from _find_parts(context, place, match)
    for place in inner:
        yield from _find_inside(context, place)
    if _NOT_SIGN in context.signs:
        yield from _find_divided(context)


def _find_parts(context: Context, place: int, match: re.Match[str]) -> Findings:
    """Yield the finding for the parts of a word around a hyphen, if they are one."""
    text, second = context.text, match["second"]
    first = word_before(text, place)
    if "'" in first or "’" in first:  # “l’architec-”
        first = first.replace("’", "'").rpartition("'")[2]
    if not first.isalpha() or second in HANGING:
        return
    near = window(text, context.body_end)
    right = _right(near, first, second)
    if right or _is_one(context, first, second):
        is_certain = right != "" or not has_copy(near, first)
        right = right or _joined(near, first, second)
        span = place - len(first), match.end()
        yield _find(context, span, (first, second), right, is_certain=is_certain)


def _find_inside(context: Context, place: int) -> Findings:
    """Yield the finding for a hyphen inside a word, if it is one without."""
    text = context.text
    first, rest = word_before(text, place), _REST.match(text, place + 1)
    if rest is None or not first.isalpha() or not first[1:].islower():
        return
    right = first + rest[0]
    is_ending = rest[0] in _ENDINGS
    if not is_ending and not _has_often(window(text, context.body_end), first, rest[0]):
        return
    span = place - len(first), rest.end()
    fix = Fix(f"write “{right}”", (Edit(*span, right),), False, WHY)
    verb = "is" if is_ending else "may be"
    message = f"“{first}-{rest[0]}” {verb} broken by a hyphen"
    yield context.finding(span, message, right, fix=fix, is_uncertain=not is_ending)


def _has_often(text: str, first: str, second: str) -> bool:
    """Return whether a text has a word without a hyphen, whose parts are no words of it."""
    if first.lower() in _OPENERS or has_copy(text, first) or has_copy(text, second):
        return False
    return len(copies(text, first + second)) >= len(copies(text, f"{first}-{second}"))


def _is_heading(text: str, span: tuple[int, int]) -> bool:
    """Return whether the line that a span goes beyond is a heading: the next is another block."""
    start, end = span
    if "\n" not in text[start:end]:
        return False
    return text.startswith("#", text.rfind("\n", 0, start) + 1)


def _right(text: str, first: str, second: str) -> str:
    """Return how the article writes the word elsewhere; empty where it does not."""
    for word in (first + second, f"{first}-{second}"):
        if has_copy(text, word):
            return word
    return ""


def _is_one(context: Context, first: str, second: str) -> bool:
    """Return whether two parts, both in lower case, are one word rather than two."""
    is_lower = second.islower() and first[1:].islower()
    if second in _AFTER_NOUNS and first[0].isupper():
        return False
    if not is_lower or min(len(first), len(second) - 1) <= 1 or ends_open(context, second):
        return False
    return _OF_SYLLABLES.isdisjoint(context.memo(languages))


def _joined(text: str, first: str, second: str) -> str:
    """Return the word of two parts; empty where it may have a hyphen or not."""
    if first.lower() == second or f"{first.lower()}-{second}" in _PAIRS:
        return f"{first}-{second}"
    if has_copy(text, first) and len(copies(text, second)) > 1:  # one is this one
        return f"{first}-{second}"
    return "" if first.lower() in _OPENERS else first + second


def _find_divided(context: Context) -> Findings:
    """Yield a finding for each word that is divided by a not sign, as OCR writes a soft hyphen."""
    for match in _DIVIDED.finditer(context.text, 0, context.body_end):
        right = match[1] + match[2]
        fix = Fix(f"write “{right}”", (Edit(*match.span(), right),), False, WHY)
        shown = " ".join(match[0].split())
        yield context.finding(match.span(), f"“{shown}” is divided by a not sign", right, fix=fix)


def _find(
    context: Context, span: tuple[int, int], parts: tuple[str, str], right: str, *, is_certain: bool
) -> Finding:
    first, second = parts
    verb = "is" if is_certain else "may be"
    message = f"“{first}- {second}” {verb} broken by a hyphen and a space"
    fix = Fix(f"write “{right}”", (Edit(*span, right),), False, WHY) if right else None
    expected = right or f"{first}-{second} or {first}{second}"
    return context.finding(span, message, expected, fix=fix, is_uncertain=not is_certain)
