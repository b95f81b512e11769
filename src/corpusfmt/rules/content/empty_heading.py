"""Heading with nothing below it.

Directly below the heading stands another of the same or a higher level, or the article ends. What
stood there was lost on the way (a table, an embedded post, the rest of the article), or the two
headings are one that was parted, or the second should be of a lower level. This is information: the
text alone does not say which of them it is.

A heading that stands twice in a row is found by `duplicate-heading`.

```article
# Ferry Runs Again



The ferry to Skerry sailed on Monday.

### What it costs

### When it sails

The next ferry sails on Friday.
```

```findings
7:1: info: the heading has nothing below it
  expected: text below it, or a heading of a lower level
```

With a text below it:

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
            expected = "text below it, or a heading of a lower level"
            yield context.finding(context.span(block), "the heading has nothing below it", expected)


def _is_empty(heading: Block, below: tuple[Block, ...]) -> bool:
    if not below:
        return True
    node, other = heading.node, below[0].node
    if node["type"] != "heading" or other["type"] != "heading" or other["level"] > node["level"]:
        return False
    return below[0].text.casefold() != heading.text.casefold()
