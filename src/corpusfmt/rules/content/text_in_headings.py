"""Paragraphs that are written as headings.

### What it does

Reports an article in which at least three headings are sentences of 40 characters or more, with a
full stop, and at least half of the blocks are headings. There is one finding, at the first of them.

### Why

Converters of PDF files take large or wide print for headings, and some mark each line as one. A
program that divides an article at its headings then has one part for each sentence.

### Fix

There is none: some of them may be headings.

### Example

```article
# Ferry Runs Again



## The first ferry since October sailed on Monday.

## There were 61 passengers and four cows on board.

## The next one sails on Friday, with the mail for the island.

The crew is the same.
```

```findings
5:1: warning: 3 sentences are headings
  expected: paragraphs
```

Use instead:

```article
# Ferry Runs Again



The first ferry since October sailed on Monday.

There were 61 passengers and four cows on board.

The next one sails on Friday, with the mail for the island.

The crew is the same.
```
"""

from __future__ import annotations

from corpusfmt.lint import Context, Findings
from corpusfmt.rules._shared.blocks import headings

SEVERITY = "warning"
SCOPE = "file"
NEEDS = ("a heading",)

_FEWEST, _SHORTEST = 3, 40
_STOPS = tuple(".。।۔።")


def check(context: Context) -> Findings:
    """Yield one finding at most, at the first heading that is a sentence."""
    numbers = context.memo(headings)
    if len(numbers) < _FEWEST or 2 * len(numbers) < len(context.texts):
        return
    sentences = [number for number in numbers if _is_sentence(context.texts[number])]
    if len(sentences) >= _FEWEST:
        span = context.span(context.block(sentences[0]))
        yield context.finding(span, f"{len(sentences)} sentences are headings", "paragraphs")


def _is_sentence(text: str) -> bool:
    return len(text) >= _SHORTEST and text.endswith(_STOPS) and not text.endswith("...")
