"""Word that has lost its hyphen.

### What it does

Reports a word without a hyphen (“EURules”) if the first 20,000 characters of the article contain it
with a hyphen at least as often, and one of these holds:

- Its second half is capitalized.
- Its first half is a name that also occurs alone, and the article has another hyphen before a
  capital letter or a space.

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
from corpusfmt.text.patterns import regex

SEVERITY = "warning"
FIX = "unsafe"
WHY = "another word may be intended"

_SECOND = regex(r"[^\W\d_]{2,40}(?![\w-])")
_FEWEST, _FEWEST_SMALL = 3, 4
"""The fewest letters of a name and of a second part in lower case."""

_Pairs = dict[tuple[str, str], int]
"""Words with a hyphen that may occur without it elsewhere: both halves, and how often they occur.
"""


def check(context: Context) -> Findings:
    """Yield a finding for each word without the hyphen that it has elsewhere in the article."""
    text, end = context.text, context.body_end
    hyphens = context.memo(find_hyphens).odd + context.memo(find_hyphens).repeated
    if not hyphens:
        return
    searched = window(text, end)
    found: list[tuple[int, int, str]] = []
    for (first, second), count in _pairs(searched, hyphens).items():
        for start, stop in _without(searched, first, second, count):
            found.append((start, stop, f"{first}-{second}"))
    for start, stop, right in sorted(found):
        yield _find(context, (start, stop), right)


def _pairs(text: str, hyphens: list[int]) -> _Pairs:
    """Return the words at these hyphens of which the text may have a copy without the hyphen."""
    pairs: _Pairs = {}
    known: dict[str, bool] = {}
    for hyphen in [hyphen for hyphen in hyphens if hyphen < len(text) - 1]:
        first = word_before(text, hyphen)
        if not first.isalpha() or not (first[0].isupper() or text[hyphen + 1].isupper()):
            continue
        joined = first + text[hyphen + 1 : hyphen + 3]
        if joined not in known:
            known[joined] = joined in text
        second = _SECOND.match(text, hyphen + 1) if known[joined] else None
        if second is not None:
            pairs[first, second[0]] = pairs.get((first, second[0]), 0) + 1
    return pairs


def _without(text: str, first: str, second: str, count: int) -> list[tuple[int, int]]:
    """Return the copies without a hyphen of a word that is as frequent with one."""
    is_name = count >= 2 and len(first) >= _FEWEST and len(second) >= _FEWEST_SMALL
    if not second[0].isupper() and not (is_name and has_copy(text, first)):
        return []
    without = copies(text, first + second)
    return without if len(without) <= count else []


def _find(context: Context, span: tuple[int, int], right: str) -> Finding:
    written = context.text[span[0] : span[1]]
    fix = Fix(f"write “{right}”", (Edit(*span, right),), False, WHY)
    return context.finding(span, f"“{written}” has lost its hyphen", right, fix=fix)
