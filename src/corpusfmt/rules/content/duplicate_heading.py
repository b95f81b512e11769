"""Heading that repeats the title or another heading.

### What it does

Reports a heading that occurs twice in a row, and a title or heading that a paragraph directly above
or below it repeats. The title is compared with the subtitle, the intro and the first five blocks of
the body: further down, the same words may be the name of a film or a poem. Case, whitespace and a
full stop at the end make no difference. A title that is the same words twice is reported as well,
and a text whose first paragraph begins with the whole title.

### Why

Scrapers take the headline twice, from the top of the page and from its text, or take a heading from
the text and again from the table of contents.

### Fix

The fix removes the repetition. It is unsafe: the first of the two may be the wrong one.

### Example

```article
# Ferry Runs Again



Ferry runs again

The ferry to Skerry sailed on Monday.
```

```findings
5:1: warning: the text repeats the title
  expected: the title only once, at the top
```

```article
# Ferry Runs Again



The ferry to Skerry sailed on Monday.

### What it costs

What it costs

A ticket is 12 crowns.
```

```findings
9:1: warning: the text repeats the heading of line 7
  expected: the heading only once
```

Use instead:

```article
# Ferry Runs Again



The ferry to Skerry sailed on Monday.

### What it costs

A ticket is 12 crowns.
```
"""

from __future__ import annotations

from corpusfmt.lint import Block, Context, Edit, Finding, Findings, Fix
from corpusfmt.rules._shared.block_edits import leave_out
from corpusfmt.rules._shared.blocks import headings, sizes
from corpusfmt.rules._shared.prose import STOPS
from corpusfmt.syntax.inline import plain_text

SEVERITY = "warning"
FIX = "unsafe"
WHY = "the first may be the wrong one"

_FIRST = 5
"""In how many blocks at the start of the body the title is looked for."""

_TYPES = ("paragraph", "heading")
_TITLE_AGAIN, _TITLE_ONCE = "the text repeats the title", "the title only once, at the top"

_NEAR = 3
"""How many characters more or fewer the same words may have."""

_SHORTEST_HALF = 10
"""The fewest characters of the words that a title has twice: “Bora Bora” is sound."""
_SHORTEST_RUN_IN = 25
"""The fewest characters of a title, and of a sentence, that run into each other."""

_SHORTEST = 2
"""The fewest characters of a title that is looked for."""


def check(context: Context) -> Findings:
    """Yield a finding for each block that repeats the title, or the heading directly above it."""
    document, texts = context.reading.document, context.texts
    title = document.get("title", "")
    if len(title) >= _SHORTEST:
        yield from _find_doubled(context, title)
        if "subtitle" in document or "intro" in document:
            yield from _find_in_header(context, title)
        yield from _find_in_body(context, title)
        yield from _find_run_in(context, title)
    for number in context.memo(headings):
        if number + 1 < len(texts) and _says(texts[number + 1], texts[number]):
            yield from _find_heading(context, number, number + 1, title)
        if number > 0 and _says(texts[number - 1], texts[number]):
            yield from _find_above(context, number, title)


def _find_doubled(context: Context, title: str) -> Findings:
    """Yield a finding for a title that is the same words twice."""
    half = len(title) // 2
    first, second = title[:half].rstrip(), title[half:].lstrip()
    if half < _SHORTEST_HALF or " " not in first or first != second:
        return
    start, end = context.place("/title")
    place = context.text.rfind(second, start, end)
    fix = None
    if place > start:
        above = start + len(context.text[start:place].rstrip())
        edit = Edit(above, place + len(second), "")
        fix = Fix("remove the repetition", (edit,), False, WHY)
    message = "the title is the same words twice"
    yield context.finding((start, end), message, first, fix=fix, pointer="/title")


def _find_in_body(context: Context, title: str) -> Findings:
    least, most = len(title) - _NEAR, len(title) + _NEAR
    for number, length in enumerate(context.memo(sizes)[:_FIRST]):
        if not least <= length <= most:  # as most texts are longer
            continue
        if _says(context.texts[number], title) and context.types[number] in _TYPES:
            block = context.block(number)
            yield _find(context, block, _TITLE_AGAIN, _TITLE_ONCE)


def _find_run_in(context: Context, title: str) -> Findings:
    """Yield a finding for a title that has run into the first sentence of the text."""
    text = "".join(context.texts[:1])
    if len(title) < _SHORTEST_RUN_IN or not text.startswith(title) or title[-1] in STOPS:
        return
    rest = text[len(title) :]
    if len(rest) < _SHORTEST_RUN_IN or not rest.lstrip()[:1].isupper():
        return
    start, end = context.span(context.block(0))
    place = context.text.find(title, start, end)
    span = (start, end) if place < 0 else (place, place + len(title))
    yield context.finding(span, "the text begins with the title", _TITLE_ONCE)


def _find_in_header(context: Context, title: str) -> Findings:
    document = context.reading.document
    texts = {"/subtitle": document.get("subtitle", "")}
    for index, content in enumerate(document.get("intro", ())):
        texts[f"/intro/{index}"] = plain_text(content)
    for pointer, text in texts.items():
        if _says(text, title):
            yield context.finding(context.place(pointer), _TITLE_AGAIN, _TITLE_ONCE)


def _find_above(context: Context, number: int, title: str) -> Findings:
    """Yield a finding for the paragraph above a heading; a heading there has one for this one."""
    if context.types[number - 1] != "heading":
        yield from _find_heading(context, number, number - 1, title)


def _find_heading(context: Context, number: int, other: int, title: str) -> Findings:
    """Yield a finding for the block beside a heading, unless it is reported as the title."""
    heading, block = context.block(number), context.block(other)
    is_reported = block.number < _FIRST and _says(block.text, title)
    if block.type in _TYPES and not is_reported:
        line = context.source.position(context.span(heading)[0])[0]
        message = f"the text repeats the heading of line {line}"
        yield _find(context, block, message, "the heading only once")


def _says(text: str, other: str) -> bool:
    """Return whether two texts have the same words; the lengths rule out most others."""
    return abs(len(text) - len(other)) <= _NEAR and _key(text) == _key(other)


def _key(text: str) -> str:
    return " ".join(text.casefold().split()).rstrip(".:")


def _find(context: Context, block: Block, message: str, expected: str) -> Finding:
    edits = leave_out(context, block, block)
    fix = Fix("remove the repetition", edits, False, WHY) if edits else None
    return context.finding(context.span(block), message, expected, fix=fix)
