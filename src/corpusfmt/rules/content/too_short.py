"""Body with few words.

### What it does

Reports a body with fewer words than the option `words`. Words are separated by spaces; in Chinese,
Japanese, Thai and other scripts without spaces between words, two characters are a word. The rule
is off by default, since a corpus may contain news in brief.

### Why

A page that was not read to its end, a video without text, or a paywall leaves only a sentence or
two. Such a text is not an article.

### Fix

There is none.

### Example

```article
# Ferry Runs Again



The ferry to Skerry sailed on Monday.
```

```findings
5:1: warning: the body has 7 words
  expected: 25 words or more
```

A body that is long enough:

```article
# Ferry Runs Again



The ferry to Skerry sailed on Monday for the first time since October, with 61 passengers, four cows and all of the
winter’s mail on board. A ticket is twelve crowns.
```
"""

from __future__ import annotations

import re

from corpusfmt.lint import Context, Findings, Option
from corpusfmt.rules._shared.blocks import whole_text
from corpusfmt.text.patterns import regex

SEVERITY = "warning"
IS_ON = False

WORDS = Option("words", 25, "the fewest words that a body must have", 1)
OPTIONS = (WORDS,)

_DENSE = "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]"
_LETTER = regex(r"[^\W_]")


def check(context: Context) -> Findings:
    """Yield one finding at most, at the first block of the body."""
    fewest = context.option(WORDS)
    if context.memo(whole_text).count(" ") > fewest + fewest // 4:
        return  # as nearly always: nothing is counted exactly
    count = sum(_count_words(block.text) for block in context.blocks)
    if context.blocks and count < fewest:
        words = "1 word" if count == 1 else f"{count} words"
        place = context.span(context.blocks[0])
        yield context.finding(place, f"the body has {words}", f"{fewest} words or more")


def _count_words(text: str) -> int:
    """Return how many words a text has, estimated from spaces and characters."""
    dense = 0 if text.isascii() else len(re.findall(_DENSE, text))
    parts = re.sub(_DENSE, " ", text) if dense else text
    return sum(_LETTER.search(part) is not None for part in parts.split()) + dense // 2
