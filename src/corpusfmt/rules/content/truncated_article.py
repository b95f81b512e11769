"""Article that is cut off before its end.

### What it does

Reports a body that ends with one of these:

- a count of missing characters, or `[…]`
- “Read more” or “Continue reading”, as a block or after an ellipsis
- an ellipsis after a word that does not end a sentence, or in a body of at most three blocks
- a word that does not end a sentence, or a comma

A word does not end a sentence if it is an article, a preposition or the like, or if it is frequent
in the article and never occurs before punctuation.

### Why

News services and feeds send only the start of an article, with a mark where the rest is missing. A
page may also be saved before it was fully loaded.

### Fix

There is none: get the whole article again.

### Example

```article
# Ferry Runs Again



The ferry to Skerry sailed on Monday for the first time since October, wi… [+1234 chars]
```

```findings
5:76: warning: the article is cut off at “[+1234 chars]”
  expected: the rest of the article
```

Use instead:

```article
# Ferry Runs Again



The ferry to Skerry sailed on Monday for the first time since October, with 61 passengers and four cows on board, and
all of the winter’s mail.
```
"""

from __future__ import annotations

import re

from corpusfmt.lint import Block, Context, Finding, Findings, quoted
from corpusfmt.rules._shared.blocks import ends
from corpusfmt.rules._shared.prose import JOINING, STOPS, always_joins
from corpusfmt.rules._shared.word_lists import list_pattern, read_list

SEVERITY = "warning"

_TYPES = ("paragraph", "quote", "item")
_LAST = 3
"""How many blocks at the end may hold the mark: a source or a credit may follow it."""
_FEW = 3
"""The most blocks of a summary."""
_SHORTEST = 40
"""The fewest characters of a paragraph that is not cut, but short."""
_TAIL = 60
"""How many characters at the end of a block are looked at."""
_WINDOW = 50_000
_COUNT = re.compile(r"\[\+?\s?\d[\d,.]{0,9} (?:more )?(?:chars?|characters|words)\]$")
_MORE = list_pattern("read_more_phrases")
_HEAD = re.compile(r"\w{1,2}")
_HEADS = frozenset(_HEAD.findall(phrase)[0] for phrase in read_list("read_more_phrases"))
"""What such a text starts with."""

_MORE_BLOCK = rf"\W*(?i:{_MORE})[^\w:：]*"
_MORE_BEHIND = rf"(?:…|\.\.\.)[\])]?\s*\W?((?i:{_MORE})[^\w:：]*)$"
_BRACKETS = re.compile(r"[\[(](?:…|\.\.\.)[\])]$")
_ELLIPSIS = re.compile(r"(?<![.…!?])(?:…|\.\.\.)$")
_COMMAS = ",،、，"
_INNER = (", ", ". ", "? ", "! ")
"""Punctuation that shows that a paragraph is of sentences."""
_WORD = re.compile(r"[^\W\d_]{1,40}$")


def check(context: Context) -> Findings:
    """Yield one finding at most: at the first mark of the cut, or at the last word."""
    last = context.texts[-_LAST:]
    if not last:
        return
    if context.memo(ends)[-1] in STOPS and not any(map(_may_be_marked, last)):  # as in most
        return
    count = len(context.types)
    first = max(0, count - _LAST)
    numbers = [number for number in range(first, count) if context.types[number] in _TYPES]
    for number in numbers:
        mark = _mark(context.texts[number].rstrip())
        if mark:
            yield _find(context, context.block(number), mark)
            return
    if count - 1 in numbers:
        cut = _cut(context, last[-1].rstrip())
        if cut:
            yield _find(context, context.block(count - 1), cut)


def _may_be_marked(text: str) -> bool:
    """Return whether a text starts or ends as all marks of a cut do: faster than the mark."""
    tail = text[-_TAIL:]
    if len(tail) < _TAIL:
        head = _HEAD.search(tail)
        if head is not None and head[0].lower() in _HEADS:
            return True
    return tail[-1:] == "]" or "…" in tail or "..." in tail


def _mark(text: str) -> str:
    """Return the mark of a cut at the end of a block; empty where there is none."""
    tail = text[-_TAIL:]
    if tail[-1:] == "]":
        match = _COUNT.search(tail) or _BRACKETS.search(tail)
        return match[0] if match else ""
    if len(text) < _TAIL and re.fullmatch(_MORE_BLOCK, text):
        return text
    if "…" not in tail and "..." not in tail:
        return ""
    behind = re.search(_MORE_BEHIND, tail)
    return behind[1] if behind else ""


def _cut(context: Context, text: str) -> str:
    """Return the last word of a paragraph that ends in mid-sentence; empty where it does not."""
    ellipsis = _ELLIPSIS.search(text[-_TAIL:])
    if ellipsis is not None:
        return _cut_at_ellipsis(context, text, ellipsis[0])
    if len(text) < _SHORTEST or not any(mark in text for mark in _INNER):
        return ""
    has_comma = text[-1] in _COMMAS
    if not has_comma and not (text[-1].isalnum() and _ends_no_sentence(context, text)):
        return ""
    return text[-_TAIL:].rsplit(maxsplit=1)[-1]


def _cut_at_ellipsis(context: Context, text: str, ellipsis: str) -> str:
    """Return the ellipsis at the end of a paragraph where it marks a cut; otherwise nothing."""
    before = text.removesuffix(ellipsis)
    is_summary = len(context.texts) <= _FEW and before[-1:].isalpha()
    return ellipsis if is_summary or _ends_no_sentence(context, before) else ""


def _ends_no_sentence(context: Context, text: str) -> bool:
    match = _WORD.search(text[-_TAIL:])
    if match is None:
        return False
    return match[0] in JOINING or always_joins(context.text[:_WINDOW], match[0])


def _find(context: Context, block: Block, mark: str) -> Finding:
    start, end = context.span(block)
    place = max(start, end - len(mark)), end
    return context.finding(
        place, f"the article is cut off at {quoted(mark)}", "the rest of the article"
    )
