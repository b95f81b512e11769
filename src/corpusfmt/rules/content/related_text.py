"""Title of another article, without its link.

### What it does

Reports a paragraph that is a label of related links and a colon (`Read also:`, `Xem thêm:`, in
about 35 languages) with text after it instead of a link.

### Why

Pages put links to other articles between the paragraphs. Where a scraper kept the words and lost
the link, they are read as a sentence of the article. With its link, `**Related article:**
[title](#)` is part of the format.

### Fix

There is none: remove the line, or write the title as a link.

### Example

```article
# Ferry Runs Again



The ferry to Skerry sailed on Monday.

Les også: Vinteren uten ferge

The next one sails on Friday.
```

```findings
7:1: warning: “Les også:” is the label of a related link, and no link follows
  expected: **Les også:** [Vinteren uten ferge](#), or no such line
```

Use instead:

```article
# Ferry Runs Again



The ferry to Skerry sailed on Monday.

**Les også:** [Vinteren uten ferge](#)

The next one sails on Friday.
```
"""

from __future__ import annotations

import re
from functools import cache
from operator import itemgetter

from corpusfmt.lint import Context, Findings, quoted
from corpusfmt.rules._shared.blocks import HEAD, lower_heads
from corpusfmt.rules._shared.phrase_expressions import BLANK, starts_with
from corpusfmt.rules._shared.word_lists import list_pattern, read_list
from corpusfmt.text.patterns import regex

SEVERITY = "warning"

_LONGEST = 250
_FIRST, _KEY, _START = itemgetter(slice(1)), itemgetter(slice(2)), itemgetter(slice(HEAD))
_FOLDED = frozenset("ıſK")
"""Letters that match one of ASCII if case is ignored, and are not equal to it in lower case."""

_OPENING = "([»>►▶•–-【▼■☞👉 "
_OPENINGS = frozenset(_OPENING)


def prefilter() -> tuple[str, ...]:
    return starts_with(read_list("related_text_labels"), f"{BLANK}?[:：】]")


def check(context: Context) -> Findings:
    """Yield a finding for each paragraph that is a label and the title of another article."""
    found = context.memo(lower_heads)
    is_opened = not _OPENINGS.isdisjoint(map(_FIRST, found))
    is_folded = not _FOLDED.isdisjoint(context.signs)
    if not (is_opened or is_folded) and not _may_have_label(found):  # as in most
        return
    for number, head in enumerate(found):
        if head.lstrip(_OPENING)[:2] not in _keys():
            continue
        text = context.texts[number]
        if context.types[number] != "paragraph" or len(text) > _LONGEST:
            continue
        match = _line().match(text)
        if match is not None:
            label, title = match.groups()
            message = f"{quoted(f'{label}:')} is the label of a related link, and no link follows"
            expected = f"**{label}:** [{title.strip()}](#), or no such line"
            span = context.span(context.block(number))
            yield context.finding(span, message, expected)


@cache
def _keys() -> frozenset[str]:
    """Return the starts of the labels, of one character too: marks may be before a label."""
    labels = read_list("related_text_labels")
    short = frozenset(label[: HEAD - 3] for label in labels)
    return short.union(label[: HEAD - 2] for label in labels)


def _may_have_label(heads: list[str]) -> bool:
    """Return whether one of these heads, which no mark begins, is the start of a label."""
    if not _starts().isdisjoint(map(_START, heads)):
        return True
    return not _starts_of_short().isdisjoint(map(_KEY, heads))


@cache
def _starts() -> frozenset[str]:
    labels = read_list("related_text_labels")
    return frozenset(label[:HEAD] for label in labels if len(label) >= HEAD)


@cache
def _starts_of_short() -> frozenset[str]:
    """Return the starts of the labels that are shorter than a head."""
    labels = read_list("related_text_labels")
    return frozenset(label[:2] for label in labels if len(label) < HEAD)


@cache
def _line() -> re.Pattern[str]:
    labels = list_pattern("related_text_labels")
    return regex(rf"(?is)[{re.escape(_OPENING)}]*({labels})\s?[:：】]\s*(.+)")
