"""Name of a field in front of the title or the text.

### What it does

Reports the name of a field and a colon where an export wrote them: at the start of the title
(`Title: Ferry Runs Again`), in about 35 languages; before a copy of the title below it; and before
the first paragraph (`Body: The ferry sailed …`). Other fields (`Section:`, `Keywords:`) are
reported if there are at least two in a row among the first lines.

### Why

The name of the field is not part of the article. Titles that all begin with `Title:` cannot be
sorted or compared with others, and the values of other fields are then read as text of the article.

### Fix

The fix removes the name from the title. It is unsafe: the word may belong to the title. There is no
fix for other fields, whose values belong in other places.

### Example

```article
# Title: Ferry Runs Again



The first ferry since October sailed on Monday with 61 passengers.
```

```findings
1:3: warning: “Title:” is the name of a field
  expected: Ferry Runs Again
```

Use instead:

```article
# Ferry Runs Again



The first ferry since October sailed on Monday with 61 passengers.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpusfmt.lint import Context, Edit, Finding, Findings, Fix, quoted
from corpusfmt.rules._shared.field_labels import (
    COLONS,
    has_field_label,
    label_of,
    other_labels,
    title_labels,
)
from corpusfmt.syntax.inline import read_string
from corpusfmt.text.pattern_set import OTHER

SEVERITY = "warning"
FIX = "unsafe"
WHY = "the title may have the word in it"

_FIRST = 6
"""How many blocks may be fields."""
_PROSE = 60
"""The fewest characters of a paragraph behind the name of its field."""
_BEGINNING = 30
"""How many characters of a title show that a line has it again."""
_TEXTS = frozenset(("article", "article body", "article text", "body", "content", "full text"))


def prefilter() -> tuple[str, ...]:
    labels = "|".join(map(re.escape, sorted(title_labels() | other_labels())))
    return (rf"(?i)^(?:[\x00-\x20#*_\[]|{OTHER})*(?:{labels})[{COLONS}]",)


def check(context: Context) -> Findings:
    """Yield a finding for each name of a field, from the title on."""
    title = context.reading.document.get("title", "")
    if label_of(title) in title_labels():
        yield _find_title(context, title)
    for number in _fields(context, title):
        start, end = context.span(context.block(number))
        shown = context.texts[number][: len(label_of(context.texts[number])) + 1]
        place = context.text.find(shown, start, end)
        span = (start, end) if place < 0 else (place, place + len(shown))
        message = f"{quoted(shown)} is the name of a field"
        yield context.finding(span, message, "the text of the article without it")


def _fields(context: Context, title: str) -> Iterator[int]:
    """Yield the numbers of the first blocks that are certainly fields."""
    labels = _labels(context)
    for number, label in labels.items():
        value = context.texts[number][len(label) + 1 :].strip()
        neighbours = {labels.get(number - 1, label), labels.get(number + 1, label)}
        has_other_beside = neighbours != {label}
        if has_other_beside or _is_certain(label, value, title):
            yield number


def _labels(context: Context) -> dict[int, str]:
    """Return the names of fields that the first blocks begin with, by the number of the block."""
    labels: dict[int, str] = {}
    for number, text in enumerate(context.texts[:_FIRST]):
        if context.types[number] == "paragraph" and has_field_label(text):
            labels[number] = label_of(text)
    return labels


def _is_certain(label: str, value: str, title: str) -> bool:
    """Return whether a field is the title again, or the text of the article."""
    if label in title_labels() and _is_same(value, title):
        return True
    return label in _TEXTS and len(value) >= _PROSE


def _is_same(value: str, title: str) -> bool:
    """Return whether a value is the title, or begins as it does."""
    length = min(len(value), len(title), _BEGINNING)
    return length > 0 and value[:length].casefold() == title[:length].casefold()


def _find_title(context: Context, title: str) -> Finding:
    token = context.tokens_by_type["TITLE"][0]
    group = "title" if token.match["title"] else "bold_title"
    written, start = token.match[group], token.match.start(group)
    end = len(label_of(title)) + 1
    kept = read_string(written[end:]).strip()
    message = f"{quoted(title[:end])} is the name of a field"
    place = start, start + end
    length = len(written) - len(written[end:].lstrip())
    edit = Edit(start, start + length, "")
    is_plain = written[:end] == title[:end]
    fix = Fix("remove the name of the field", (edit,), False, WHY) if kept and is_plain else None
    return context.finding(place, message, kept or None, fix=fix, pointer="/title")
