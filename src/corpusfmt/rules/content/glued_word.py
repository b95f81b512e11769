"""Two short words that are written as one.

### What it does

Reports two short words without a space between them, such as an article and the preposition before
it (`ofthe`, `delos`, `undder`), if they are no word together. The start of an article shows whether
it has such words; where it has, all of them are reported. Names are not: words with a capital.

### Why

Converters of PDF files guess from the distances between letters where a word ends. Where a line is
set tightly, they find no spaces. Words are then counted wrongly, and a search does not find them.

### Fix

The fix writes the space. It is unsafe, since the word may be quoted from another language.

### Example

```article
# Ferry Runs Again



The captain ofthe ferry stayed inthe harbour.
```

```findings
5:13: warning: two words are glued together in “ofthe”
  expected: of the
5:32: warning: two words are glued together in “inthe”
  expected: in the
```

Use instead:

```article
# Ferry Runs Again



The captain of the ferry stayed in the harbour.
```
"""

from __future__ import annotations

from functools import cache

from corpusfmt.lint import Context, Edit, Findings, Fix
from corpusfmt.rules._shared.expressions import any_of
from corpusfmt.rules._shared.word_lists import read_list
from corpusfmt.rules._shared.words import sample_words_in_utf8
from corpusfmt.text.patterns import regex

SEVERITY = "warning"
FIX = "unsafe"
WHY = "the word may be quoted from another language"

_LIST = "glued_pairs"


def prefilter() -> tuple[str, ...]:
    return (rf"[ \n\xa0]{any_of(_pairs())}[ \n\xa0]",)


def check(context: Context) -> Findings:
    """Yield a finding for each pair of words that are glued together."""
    if _words().isdisjoint(context.memo(sample_words_in_utf8)):
        return
    pattern = regex(rf"(?<![^\s(“„\"«]){any_of(_pairs())}(?![^\s.,;:!?)”\"»])")
    for match in pattern.finditer(context.text, 0, context.body_end):
        pair = _pairs()[match[0]]
        place = match.start() + pair.index(" ")
        fix = Fix("write a space", (Edit(place, place, " "),), False, WHY)
        message = f"two words are glued together in “{match[0]}”"
        yield context.finding(match.span(), message, pair, fix=fix)


@cache
def _pairs() -> dict[str, str]:
    """Return the pairs of the list by what they are without their space."""
    return {entry.replace(" ", ""): entry for entry in read_list(_LIST)}


@cache
def _words() -> frozenset[bytes]:
    """Return the pairs without their spaces in UTF-8."""
    return frozenset(map(str.encode, _pairs()))
