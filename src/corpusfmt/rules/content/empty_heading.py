"""Heading with nothing below it.

### What it does

Reports a heading that is directly followed by a heading of the same or a higher level, or by the
end of the article. A heading that occurs twice in a row is reported by `duplicate-heading`.

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

from corpusfmt.lint import Block, Context, Findings
from corpusfmt.rules._shared.blocks import headings

SEVERITY = "info"


def check(context: Context) -> Findings:
    """Yield a finding for each heading that nothing follows but a heading as high, or the end."""
    for number in context.memo(headings):
        if (
            number + 1 < len(context.types) and context.types[number + 1] != "heading"
        ):  # as below most
            continue
        block = context.block(number)
        if _is_empty(block, context.blocks[number + 1 : number + 2]):
            expected = "text below it, or a subheading"
            yield context.finding(context.span(block), "the heading has nothing below it", expected)


def _is_empty(heading: Block, below: tuple[Block, ...]) -> bool:
    if not below:
        return True
    node, other = heading.node, below[0].node
    if node["type"] != "heading" or other["type"] != "heading" or other["level"] > node["level"]:
        return False
    return below[0].text.casefold() != heading.text.casefold()
