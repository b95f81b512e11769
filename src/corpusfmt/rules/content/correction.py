"""Note that corrects the article.

### What it does

Reports a paragraph about what was corrected or changed in the article after it was published
(`Correction:`, `An earlier version of this article …`), in about 20 languages.

### Why

The note is part of what the site published, but is not the text of the article itself. The
maintainers of a corpus decide whether it keeps such notes, so the severity is info.

### Fix

There is none.

### Example

```article
# Ferry Runs Again



The ferry to Skerry sailed on Monday.

Correction: An earlier version of this article misstated the day.
```

```findings
7:1: info: a note that corrects the article
```

An article without such a note:

```article
# Ferry Runs Again



The ferry to Skerry sailed on Monday.
```
"""

from __future__ import annotations

from functools import cache
from operator import itemgetter

from corpusfmt.lint import Context, Findings
from corpusfmt.rules._shared.blocks import HEAD, lower_heads
from corpusfmt.rules._shared.phrase_expressions import starts_with
from corpusfmt.rules._shared.word_lists import read_list

SEVERITY = "info"

_MARKS = "*[(_ "
_MARK_SET = frozenset(_MARKS)
_FIRST, _KEY = itemgetter(slice(1)), itemgetter(slice(3))


def prefilter() -> tuple[str, ...]:
    return starts_with(read_list("correction_phrases"))


def check(context: Context) -> Findings:
    """Yield a finding for each note."""
    found = context.memo(lower_heads)
    is_marked = not _MARK_SET.isdisjoint(map(_FIRST, found))
    if not is_marked and _keys().isdisjoint(map(_KEY, found)):  # as in most articles
        return
    for number, head in enumerate(found):
        key = head.lstrip(_MARKS)
        if key[:3] in _keys() and _is_note(context.texts[number]):
            span = context.span(context.block(number))
            yield context.finding(span, "a note that corrects the article")


@cache
def _keys() -> frozenset[str]:
    return frozenset(phrase[: HEAD - 1] for phrase in read_list("correction_phrases"))


def _is_note(text: str) -> bool:
    start = text[:80].lstrip(_MARKS).lower().replace("’", "'")
    return start.startswith(_phrases())


@cache
def _phrases() -> tuple[str, ...]:
    return read_list("correction_phrases")
