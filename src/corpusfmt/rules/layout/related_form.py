"""A pointer to related articles that is not in the form of the layout.

The layout has a label in bold, its colon in the bold as well, and then the links with commas between them. Templates
and converters also print the colon outside the bold, or no bold at all; all this is read as the same pointer.

The fix writes the block as the layout has it. It is safe: the same label and the same links are read from it.

```article
# Ferry Runs Again



The first ferry since October sailed on Monday with 61 passengers.

**Related article**: [The Winter Without a Ferry](#)
```

```findings
7:1: warning: the colon stands outside the bold
  expected: **Related article:** [The Winter Without a Ferry](#)
```

As it should be:

```article
# Ferry Runs Again



The first ferry since October sailed on Monday with 61 passengers.

**Related article:** [The Winter Without a Ferry](#)
```
"""

from __future__ import annotations

from collections.abc import Iterator

from corpusfmt.lint.context import NOT_CANONICAL, Block, Subject, find
from corpusfmt.model.diagnostic import Finding, Severity
from corpusfmt.syntax.grammar import Token
from corpusfmt.syntax.inline import clean
from corpusfmt.syntax.writer import write_document
from corpusfmt.text.edits import Edit, Fix

LEVEL = 2
SEVERITY: Severity = "warning"
NEEDS = (NOT_CANONICAL,)
WHY = "the same label and links are read from it"


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each related block that is written otherwise than the layout has it."""
    first = next(iter(subject.reading.body_tokens), None)
    if first is not None and subject.text.find("[", first.start_pos) >= 0:  # as in few articles
        for block in subject.blocks:
            if block.type == "related":
                yield from _check_block(subject, block)


def _check_block(subject: Subject, block: Block) -> Iterator[Finding]:
    written = block.token.strip()
    if f"\n\n{written}\n" in subject.canonical:  # much cheaper than to write the block, and nearly always so
        return
    form = write_document({"body": [block.node]}).rstrip("\n")
    if clean(written) != form:
        span = subject.span(block)
        fix = Fix("write the links as the layout has them", (Edit(*span, form),), True, WHY)
        yield find("related-form", _message(block.token), span, form, fix=fix if subject.is_text else None)


def _message(token: Token) -> str:
    head = token.match["related_head"].rstrip()
    if "**" not in head:
        return "the label is not in bold" if token.match["related_word"] else "the links have no label in bold"
    return (
        "the links are not in the form of the layout" if head.endswith(":**") else "the colon stands outside the bold"
    )
