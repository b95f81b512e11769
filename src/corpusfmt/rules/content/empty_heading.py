"""Heading with nothing below it.

### What it does

Reports a heading that is directly followed by the end of the article, or by a heading of a higher
level. A heading that is followed by one of the same level is reported only if this occurs once in
the article. If it occurs several times, the headings are most likely a list, or headings of
chapters above headings of sections. The number of a part (`Part 1`, `Kapitel II`) and the name of a
newspaper section (`OPINION`, `Sport`) belong to the heading below them, and are not reported. A
heading that occurs twice in a row is reported by `duplicate-heading`.

### Why

A table, an embedded post or the rest of the article is lost, or one heading was split in two, or
the second should be a subheading. The severity is info, since the text alone does not show which it
is.

### Fix

There is none.

### Example

```article
# Ferry Runs Again



The ferry to Skerry sailed on Monday.

### What it costs

### When it sails

The next ferry sails on Friday.
```

```findings
7:1: info: the heading has nothing below it
  expected: text below it, or a subheading
```

With text below it:

```article
# Ferry Runs Again



The ferry to Skerry sailed on Monday.

### What it costs

A ticket is 12 crowns.

### When it sails

The next ferry sails on Friday.
```
"""

from __future__ import annotations

from corpusfmt.lint import Block, Context, Finding, Findings
from corpusfmt.rules._shared.blocks import headings
from corpusfmt.syntax.byline_words import words
from corpusfmt.text.patterns import regex

SEVERITY = "info"

_PART = regex(
    r"(?i)(?:part|chapter|section|act|book|volume|day|step|teil|kapitel|abschnitt|tag|partie|chapitre"
    r"|parte|cap[ií]tulo|capitolo|deel|hoofdstuk|del|rozdział|część|část|kapitola|bölüm|глава|часть"
    r"|розділ|частина|bagian|bab|phần|chương)\s(?:[0-9]{1,3}|[ivxlc]{1,6}|one|two|three|four|five|six|seven"
    r"|eight|nine|ten|eins|zwei|drei|vier|fünf|uno|dos|tres|un|deux|trois)[.:]?"
    r"|第[0-9一二三四五六七八九十]{1,3}[章回部節节話话]"
)
_MOST_OF_SECTION = 3


def check(context: Context) -> Findings:
    """Yield a finding for each heading that only the end or a heading as high follows."""
    alike: list[Block] = []
    for number in context.memo(headings):
        is_last = number + 1 == len(context.types)
        if not is_last and context.types[number + 1] != "heading":  # as below most
            continue
        block = context.block(number)
        difference = 1 if is_last else _difference(block, context.block(number + 1))
        if difference > 0:
            yield _find(context, block)
        elif difference == 0 and not _is_above(block.text, context.texts[number + 1]):
            alike.append(block)
    if len(alike) == 1:
        yield _find(context, alike[0])


def _find(context: Context, block: Block) -> Finding:
    message, expected = "the heading has nothing below it", "text below it, or a subheading"
    return context.finding(context.span(block), message, expected)


def _difference(heading: Block, below: Block) -> int:
    """Return how many levels higher the heading below is; negative where it is a subheading."""
    return _level(heading) - _level(below)


def _level(heading: Block) -> int:
    return heading.node["level"] if heading.node["type"] == "heading" else 0


def _is_above(text: str, below: str) -> bool:
    """Return whether a heading is the same as the one below it, or the number or section of it."""
    if text.casefold() == below.casefold() or _PART.fullmatch(text):
        return True
    pieces = text.lower().split()
    return len(pieces) <= _MOST_OF_SECTION and words("sections").issuperset(pieces)
