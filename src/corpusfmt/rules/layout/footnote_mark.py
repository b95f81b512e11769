r"""Mark of a footnote that is left as text.

### What it does

Reports marks of footnotes in Markdown, such as `[^1]` and `[^note]`, with a finding for each block.
Marks in plain brackets, such as `[1]` and `[note 1]`, are one finding for the file. Numbers must
count from 1, and there must be a list of notes that begins with the same marks, or the marks `[1]`
and `[2]` without a space before them. Articles about code are skipped.

### Why

On the page the mark is a link to its note. In the text it is a number in the middle of a sentence,
and its note a paragraph at the end.

### Fix

There is none: the notes may be what the article is about.

### Example

```article
# Ferry Runs Again



The ferry to Skerry sailed on Monday,[^1] with 61 passengers.

[^1]: The first one since October.
```

```findings
5:38: warning: footnote mark “[^1]” left as text
  expected: the text without it
7:1: warning: footnote mark “[^1]:” left as text
  expected: the text without it
```

Without the marks:

```article
# Ferry Runs Again



The ferry to Skerry sailed on Monday, the first one since October, with 61 passengers.
```
"""

from __future__ import annotations

from corpusfmt.lint import Context, Findings
from corpusfmt.rules._shared.code import is_about_code
from corpusfmt.rules._shared.passages import outside_urls, remains, visible_signs, visible_text
from corpusfmt.text.patterns import regex

SEVERITY = "warning"

_PATTERN = outside_urls(
    r"(?P<caret>\[\^[^\s\[\]^]{1,30}\]:?)"
    r"|(?P<number>(?<=[\w.,;:!?)。，”’»\"'\]])[ ]?\[(?:(?:note|nb) )?[0-9]{1,3}\](?![(:\w]))"
)
_NAMES = ("footnote mark", "footnote marks")
_EXPECTED = "the text without it"
_NOTE = regex(r"\[(?<![^\n]\[)([0-9]{1,3})\]:?\s\S")
_BEFORE = r"[\w.,;:!?)”’»\"'\]]"
_FIRST = regex(rf"\[(?:(?<={_BEFORE}\[)|(?<={_BEFORE} \[))1\](?![(:\w])")
_FIRST_TWO = regex(r"\[(?<=[\w.,;:!?)。，”’»\"'\]]\[)((?:(?:note|nb) )?[12])\](?![(:\w])")
"""Patterns that start with a certain character, which is found several times as fast."""


def applies(context: Context) -> bool:
    if "[" not in context.memo(visible_signs):
        return False
    text = context.memo(visible_text)
    return "[^" in text or "1]" in text


def check(context: Context) -> Findings:
    """Yield a finding for each block with marks in Markdown, and one for all others."""
    text = context.memo(visible_text)
    has_notes = _has_notes(text)
    if not (has_notes or "[^" in text) or context.memo(is_about_code):
        return
    first, count = None, 0
    for found in remains(context, _PATTERN, "[" if has_notes else "[^"):
        if found.kind == "caret":
            message = f"{found.describe(*_NAMES)} left as text"
            yield context.finding(found.span, message, _EXPECTED)
        elif has_notes:
            first = first or found
            count += len(found.matches)
    if first is not None:
        marks = "footnote mark" if count == 1 else "footnote marks"
        message = f"{count} {marks} left as text, from “{first.matches[0][0].strip()}” on"
        yield context.finding(first.span, message, _EXPECTED)


def _has_notes(text: str) -> bool:
    """Return whether a text has marks of notes from 1 on: with a list of notes, or two at least."""
    numbers = _NOTE.findall(text)
    if numbers[:1] == ["1"] and _FIRST.search(text) is not None:
        return True
    marks = _FIRST_TWO.findall(text)
    return len(marks) > 1 and marks[0].endswith("1") and any(mark.endswith("2") for mark in marks)
