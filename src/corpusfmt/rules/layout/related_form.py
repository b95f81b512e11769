"""Links to related articles that are not in canonical form.

### What it does

Reports related links that are not in canonical form. The canonical form is a label in bold, with
its colon inside the bold, and then the links, with commas between them.

### Why

Templates and converters write the colon outside the bold, or no bold at all. All of these are read
as the same links, but a search for one form does not find the others.

### Fix

The fix writes the canonical block. It is safe: the label and the links do not change. It is unsafe
if it escapes a character that may be markup, such as a star in a title.

### Example

```article
# Ferry Runs Again



The first ferry since October sailed on Monday with 61 passengers.

**Related article**: [The Winter Without a Ferry](#)
```

```findings
7:1: warning: the colon is outside the bold
  expected: **Related article:** [The Winter Without a Ferry](#)
```

Use instead:

```article
# Ferry Runs Again



The first ferry since October sailed on Monday with 61 passengers.

**Related article:** [The Winter Without a Ferry](#)
```
"""

from __future__ import annotations

from corpusfmt.lint import Block, Context, Edit, Findings, Fix
from corpusfmt.syntax.lexer import Token
from corpusfmt.syntax.normal_form import clean
from corpusfmt.syntax.writer import write_document

SEVERITY = "warning"
FIX = "sometimes unsafe"
NEEDS = ("not canonical",)
WHY = "the label and the links do not change"
OF_FORM = True


def check(context: Context) -> Findings:
    """Yield a finding for each related block that is written otherwise than the layout has it."""
    first = next(iter(context.reading.body_tokens), None)
    if first is not None and context.text.find("[", first.start_pos) >= 0:  # as in few articles
        for block in context.blocks:
            if block.type == "related":
                yield from _check_block(context, block)


def _check_block(context: Context, block: Block) -> Findings:
    written = block.token.strip()
    if (
        f"\n\n{written}\n" in context.canonical
    ):  # much cheaper than to write the block, and nearly always so
        return
    form = write_document({"body": [block.node]}).rstrip("\n")
    if clean(written) != form:
        span = context.span(block)
        fix = Fix("write the links in canonical form", (Edit(*span, form),), True, WHY)
        yield context.finding(span, _message(block.token), form, fix=fix)


def _message(token: Token) -> str:
    head = token.match["related_head"].rstrip()
    if "__" in head:
        return "the label is bold with underscores"
    if "**" not in head:
        return (
            "the label is not in bold"
            if token.match["related_word"]
            else "the links have no label in bold"
        )
    return (
        "the links are not in canonical form"
        if head.endswith(":**")
        else "the colon is outside the bold"
    )
