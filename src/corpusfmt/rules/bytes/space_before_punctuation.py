"""Space before a comma or full stop.

### What it does

Reports a comma or full stop that follows a space, and a closing quotation mark that follows one
after a full stop (`“It sails. ”`), with one finding for each line, at the first one. Full-width
punctuation is reported if a Chinese or Japanese character precedes the space. It is not reported in
an ellipsis (`. . .`), before a word (`.NET`), or in a text that is reported by `tokenized-text`.
The spaces that French has before `;`, `:`, `!` and `?` are correct.

### Why

No language has a space there. Converters leave it where a link, a note or a tag was removed.

### Fix

The fix removes the space. It is unsafe: something may be missing between the word and the
punctuation.

### Example

```article
# Ferry Runs Again



The ferry to Skerry sailed , for the first time since October, on Monday .
```

```findings
5:27: warning: space before “,” (and 1 more in this line)
  expected: sailed,
```

Use instead:

```article
# Ferry Runs Again



The ferry to Skerry sailed, for the first time since October, on Monday.
```
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from corpusfmt.lint import Context, Edit, Finding, Findings, Fix
from corpusfmt.rules._shared.tokenized import SPACED_STOP, find_signs, find_spaced_stops
from corpusfmt.text.patterns import regex

SEVERITY = "warning"
FIX = "unsafe"
WHY = "something may be missing before the punctuation"
PROBLEM = "space before punctuation"

_BEFORE = 20


_WIDE = regex(r"[，。、；：！？](?<=[\u3040-\u30ff\u3400-\u9fff]{2} .)")
"""Full-width punctuation after a space, but not in a text with a space after each character."""
_WIDE_STOPS = frozenset("，。、；：！？")
_EAST_ASIAN = "(?:[\u3040-\u30ff]|[\u3400-\u9fff])"


_CLOSING = regex("”(?<=[^\\W\\d_][.!?,] ”)(?=\\s|\\Z)")
"""A quotation mark after the end of a sentence and a space, with nothing to quote after it."""


def prefilter() -> tuple[str, ...]:
    return (SPACED_STOP, f"{_EAST_ASIAN} [，。、；：！？]", "[.!?,] ”")


def check(context: Context) -> Findings:
    """Yield a finding for each line that has such spaces."""
    stops = context.memo(find_spaced_stops)
    if stops and context.memo(find_signs).spans:
        return
    if not _WIDE_STOPS.isdisjoint(context.signs):
        stops = sorted([*stops, *_find_wide(context)])

    if "”" in context.signs:
        stops = sorted([*stops, *_find_closing(context)])

    def line_of(span: tuple[int, int]) -> int:
        return context.source.position(span[0])[0]

    for _, spans in groupby(stops, key=line_of):
        yield _find(context, list(spans))


def _find_wide(context: Context) -> Iterator[tuple[int, int]]:
    """Yield the full-width punctuation after a space, with that space."""
    for match in _WIDE.finditer(context.text, 0, context.body_end):
        yield match.start() - 1, match.end()


def _find_closing(context: Context) -> Iterator[tuple[int, int]]:
    """Yield the closing quotation marks after a space, with that space."""
    if "“" in context.signs:  # elsewhere, the same mark may open a quotation
        for match in _CLOSING.finditer(context.text, 0, context.body_end):
            yield match.start() - 1, match.end()


def _find(context: Context, spans: list[tuple[int, int]]) -> Finding:
    text = context.text
    start, end = spans[0]
    words = text[max(0, start - _BEFORE) : start].split()
    message = f"space before “{text[end - 1]}”"
    if len(spans) > 1:
        message += f" (and {len(spans) - 1:,} more in this line)"
    edits: list[Edit] = []
    for first, last in spans:
        edits.append(Edit(first, last, text[last - 1]))
    fix = Fix("remove the space", tuple(edits), False, WHY)
    return context.finding((start, end), message, f"{words[-1]}{text[end - 1]}", fix=fix)
