"""Word that has lost its hyphen.

### What it does

Reports a word without a hyphen (“EURules”) if the first 20,000 characters of the article contain it
with a hyphen at least as often, and one of these holds:

- Its second half is capitalized.
- Its first half is a name that also occurs alone, and the article has another hyphen before a
  capital letter or a space.

Another word without a hyphen (“firstclass”) is reported with severity info if the article contains
it at least twice with one, and more often, or once with one, and its second half (“class”) as a
word or one that is seldom joined (“marketbased”): some words are written either way.

A hyphen that is left in a word is reported by `broken-hyphen`, and a hyphen that a URL has lost by
`hyphenless-url`.

### Why

Converters join wrapped lines, and remove the hyphen at the end of a line even if it belongs to the
word. A search no longer finds the word.

### Fix

The fix writes the word with its hyphen. It is unsafe: another word may be intended.

### Example

```article
# New EU-Rules for Ferries



The EU-Rules are to be in force by May. The captain said she had heard nothing about the EURules.
```

```findings
5:90: warning: “EURules” has lost its hyphen
  expected: EU-Rules
```

Use instead:

```article
# New EU-Rules for Ferries



The EU-Rules are to be in force by May. The captain said she had heard nothing about the EU-Rules.
```
"""

from __future__ import annotations

from corpusfmt.lint import Context, Edit, Finding, Findings, Fix
from corpusfmt.rules._shared.hyphens import copies, find_hyphens, has_copy, window, word_before
from corpusfmt.rules._shared.word_lists import read_list
from corpusfmt.text.patterns import regex

SEVERITY = "warning"
FIX = "unsafe"
WHY = "another word may be intended"

_SECOND = regex(r"[^\W\d_]{2,40}(?![\w-])")
_FEWEST, _FEWEST_SMALL = 3, 4
"""The fewest letters of a name and of a second part in lower case."""

_FEWEST_COPIES = 2
"""How often an article has a word with its hyphen, at least, if nothing but that shows the loss."""

_SECOND_PARTS = frozenset(read_list("parts_after_hyphens"))
"""What English words have after a hyphen, and hardly any without one."""

_Pairs = dict[tuple[str, str], int]
"""Words with a hyphen that may occur without it elsewhere: both halves, and how often they occur.
"""


def check(context: Context) -> Findings:
    """Yield a finding for each word without the hyphen that it has elsewhere in the article."""
    odd, repeated, inner = context.memo(find_hyphens)
    if not odd and not repeated and not inner:
        return
    hyphens = sorted({*odd, *repeated, *inner})
    searched = window(context.text, context.body_end)
    found: list[tuple[tuple[int, int], str, bool]] = []
    for (first, second), count in _pairs(searched, hyphens).items():
        is_certain = _is_certain(searched, (first, second), count, bool(odd))
        if is_certain or _may_be_lost(searched, first, second, count):
            without = copies(searched, first + second)
            if len(without) <= max(1, count - (not is_certain)):
                found.extend((span, f"{first}-{second}", is_certain) for span in without)
    for span, right, is_certain in sorted(found):
        yield _find(context, span, right, is_certain)


def _pairs(text: str, hyphens: list[int]) -> _Pairs:
    """Return the words at these hyphens of which the text may have a copy without the hyphen."""
    pairs: _Pairs = {}
    known: dict[str, bool] = {}
    for hyphen in [hyphen for hyphen in hyphens if hyphen < len(text) - 1]:
        first = word_before(text, hyphen)
        if not first.isalpha():
            continue
        joined = first + text[hyphen + 1 : hyphen + 3]
        if joined not in known:
            known[joined] = joined in text
        second = _SECOND.match(text, hyphen + 1) if known[joined] else None
        if second is not None:
            pairs[first, second[0]] = pairs.get((first, second[0]), 0) + 1
    return pairs


def _is_certain(text: str, halves: tuple[str, str], count: int, has_odd: bool) -> bool:
    """Return whether a word without its hyphen is not another way to write it."""
    first, second = halves
    if second[0].isupper():
        return len(first) > 1  # a company may call itself “CVoter”
    if not first[0].isupper() or not has_odd or count < _FEWEST_COPIES:
        return False
    is_name = len(first) >= _FEWEST and len(second) >= _FEWEST_SMALL
    return is_name and has_copy(text, first)


def _may_be_lost(text: str, first: str, second: str, count: int) -> bool:
    """Return whether a word is seldom written without a hyphen if it has one here and there.

    If it has one only once, its second part must also be a word of the text.
    """
    if min(len(first), len(second)) < _FEWEST:
        return False
    if second in _SECOND_PARTS:
        return True
    return count >= _FEWEST_COPIES or has_copy(text, second)


def _find(context: Context, span: tuple[int, int], right: str, is_certain: bool) -> Finding:
    written = context.text[span[0] : span[1]]
    fix = Fix(f"write “{right}”", (Edit(*span, right),), False, WHY)
    verb = "has" if is_certain else "may have"
    message = f"“{written}” {verb} lost its hyphen"
    return context.finding(span, message, right, fix=fix, is_uncertain=not is_certain)
