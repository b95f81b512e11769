"""Cross-heading that is left as a plain paragraph.

### What it does

Reports a short paragraph without a full stop between two complete paragraphs, if the second of them
has at least 45 characters, or 30 in Chinese, Japanese or Korean. It must begin with an upper-case
letter, a number or a quotation mark, and must not be a label, a list entry, a date or a credit.
Articles that have headings, or in which more than a third of the paragraphs are such lines, are
skipped.

### Why

The structure of the article is lost: the line is read as a paragraph, and counted as a sentence.
The severity is info, since the line may also be a caption, a name or a link.

### Fix

There is none.

### Example

```article
# Ferry Runs Again



The ferry to Skerry sailed on Monday for the first time since October, with 61 passengers.

What a ticket costs

A ticket is 12 crowns, as it was in the autumn, and children sail free of charge until May.

The next ferry sails on Friday.
```

```findings
7:1: info: “What a ticket costs” may be a heading
  expected: ### What a ticket costs
```

Use instead:

```article
# Ferry Runs Again



The ferry to Skerry sailed on Monday for the first time since October, with 61 passengers.

### What a ticket costs

A ticket is 12 crowns, as it was in the autumn, and children sail free of charge until May.

The next ferry sails on Friday.
```
"""

from __future__ import annotations

from corpusfmt.lint import Context, Findings, quoted
from corpusfmt.rules._shared.blocks import headings, short_texts, sizes
from corpusfmt.rules._shared.prose import is_dense, is_whole
from corpusfmt.text.patterns import regex

SEVERITY = "info"

_SHORTEST, _LONGEST = 4, 70
_FEWEST_WORDS, _MOST_WORDS = 2, 10
_BELOW, _BELOW_DENSE = 45, 30
"""The fewest characters of the paragraph below, and of one in Chinese, Japanese or Korean."""
_MOST_SHORT = 3
"""One of so many paragraphs may be short: an article of short lines is a list."""
_NO_HEADING = regex(
    r"[-–—*•>+@#(\[/]|\d{1,2}[.:/]\d|.*(?:[:：;,|/@©]|https?:|www\.|\b(?:19|20)\d\d$|\d$)"
)
"""What a name, an entry, a time, a credit or a URL has, but rarely a heading."""


def check(context: Context) -> Findings:
    """Yield a finding for each short line between two complete paragraphs."""
    if context.memo(headings):
        return
    texts = context.texts
    lines = [number for number, _ in context.memo(short_texts) if _is_line(context, number)]
    if not lines or len(lines) * _MOST_SHORT > len(texts):
        return
    for number in lines:
        if 0 < number < len(texts) - 1 and _is_above_paragraph(context, number):
            message = f"{quoted(texts[number])} may be a heading"
            span = context.span(context.block(number))
            yield context.finding(span, message, f"### {texts[number]}")


def _is_above_paragraph(context: Context, number: int) -> bool:
    """Return whether a line parts a complete text from a complete paragraph of some length."""
    texts, below = context.texts, number + 1
    size = context.memo(sizes)[below]
    if context.types[below] != "paragraph" or size < _BELOW_DENSE:
        return False
    if size < _BELOW and not is_dense(texts[below]):
        return False
    return is_whole(texts[number - 1]) and is_whole(texts[below])


def _is_line(context: Context, number: int) -> bool:
    """Return whether a paragraph is a short line without a full stop."""
    text = context.texts[number]
    if not _SHORTEST <= len(text) <= _LONGEST or context.types[number] != "paragraph":
        return False
    if "\n" in text or text[0].islower() or (is_whole(text) and text[-1] not in "?？"):
        return False
    words = text.count(" ") + 1
    if words > _MOST_WORDS or (words < _FEWEST_WORDS and text.isascii()):
        return False
    return _NO_HEADING.match(text) is None
