"""Paragraphs that only an indent separates.

### What it does

Reports a block in which a line starts with an indent of two spaces or more, a tab or an ideographic
space, after a line that ends a sentence. The lines must be as long as those of running text, so
that verses and tables are not reported.

### Why

Texts of news agencies and books begin a paragraph with an indent, not after a blank line. In this
format, the lines are read as one paragraph, and canonical text has no indents: it would remove the
only sign of where a paragraph begins. So `corpusfmt fmt` does not rewrite such a file without
`--unsafe-fixes`.

### Fix

The fix writes a blank line in place of the indent. It is unsafe: the indent may be accidental.

### Example

```article
# Ferry Runs Again



  NORLAND -- The ferry to Skerry sailed on Monday for the first
time since October, with four cows.
  The next ferry sails on Friday. The harbour office has not yet
said when the café on board opens.
```

```findings
5:3: warning: 2 paragraphs are separated by an indent only
  expected: a blank line between two paragraphs
```

Use instead:

```article
# Ferry Runs Again



NORLAND -- The ferry to Skerry sailed on Monday for the first time since October, with four cows.

The next ferry sails on Friday. The harbour office has not yet said when the café on board opens.
```
"""

from __future__ import annotations

import re

from corpusfmt.lint import Block, Context, Edit, Findings, Fix
from corpusfmt.rules._shared.code import is_about_code
from corpusfmt.rules._shared.prose import is_unspaced, is_whole
from corpusfmt.text.patterns import regex

SEVERITY = "warning"
FIX = "unsafe"
NEEDS = ("an indented line",)
WHY = "the indent may be accidental"
BLOCKS_REWRITING = "guess"

_BORDER = regex(
    r"\n(?:[ \xa0]{2}|\t|[ \xa0]?[\u3000\u2002\u2003])[ \xa0\t\u3000\u2002\u2003]*(?=\S)"
)
_NARROWEST, _NARROWEST_DENSE = 45, 15
"""The fewest characters of the longest line.

The second is for scripts of wide characters.
"""


def prefilter() -> tuple[str, ...]:
    return ("\n(?:[ \t]|\xa0|\u3000|\u2002|\u2003)",)


def check(context: Context) -> Findings:
    """Yield a finding for each paragraph that has an indented line after the end of a sentence."""
    if context.memo(is_about_code):
        return
    for number, text in enumerate(context.texts):
        if "\n" not in text or context.types[number] != "paragraph":
            continue
        block = context.block(number)
        borders = _borders(context, block)
        if borders:
            edits = tuple(Edit(*border.span(), "\n\n") for border in borders)
            message = f"{len(borders) + 1} paragraphs are separated by an indent only"
            expected = "a blank line between two paragraphs"
            fix = Fix("write a blank line between the paragraphs", edits, False, WHY)
            yield context.finding(context.span(block), message, expected, fix=fix)


def _borders(context: Context, block: Block) -> list[re.Match[str]]:
    """Return the indents that begin a paragraph; none where lines are short."""
    text, (start, end) = context.text, context.span(block)
    longest = max(map(len, block.text.split("\n")))
    is_dense = is_unspaced(block.text[:1]) or is_unspaced(block.text[-2:])
    if longest < (_NARROWEST_DENSE if is_dense else _NARROWEST):
        return []
    borders: list[re.Match[str]] = []
    for border in _BORDER.finditer(text, start, end):
        line = text[text.rfind("\n", 0, border.start()) + 1 : border.start()].strip()
        if is_whole(line):
            borders.append(border)
    return borders
