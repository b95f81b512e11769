"""Hebrew or Arabic text in visual order.

### What it does

Reports lines in Hebrew or Arabic whose letters are in the order in which they are drawn, from left
to right, so that each word is reversed. They are known by what sound words never have: in Hebrew,
one of the final forms `ם ן ף ץ` at the start of a word; in Arabic, `ة` or `ى` at the start of a
word, or the article `ال` reversed at its end. A line needs two such words, and more of them than
words with a final form or an article in its place.

### Why

Old systems and PDF files store the letters of a line as they are drawn. Programs that expect them
in the order in which they are read show and index each word backwards.

### Fix

The fix reverses the line, but for its numbers and its words in Latin letters. It is unsafe, since a
line may have both orders.

### Example

```article
# מעבורת



.הרמזבו ףרוחב םויה הגילפה תרובעמה
```

```findings
5:9: warning: the letters are in visual order: “ףרוחב” and “םויה”
  expected: המעבורת הפליגה היום בחורף ובזמרה.
```

Use instead:

```article
# מעבורת



המעבורת הפליגה היום בחורף ובזמרה.
```
"""

from __future__ import annotations

import re

from corpusfmt.lint import Context, Edit, Finding, Findings, Fix
from corpusfmt.rules._shared.damaged_words import name_words
from corpusfmt.text.patterns import regex

SEVERITY = "warning"
FIX = "unsafe"
NEEDS = ("not ASCII",)
WHY = "a line may have both orders"

_FINALS = "םןףץ"
_ENDS = "ةى"
_SIGNS = frozenset(_FINALS + _ENDS)
_HEBREW, _ARABIC = "[\u05d0-\u05ea]", "[\u0620-\u064a\u0671-\u06d3]"
_REVERSED = regex(
    rf"[{_FINALS}](?<!{_HEBREW}.){_HEBREW}+|[{_ENDS}](?<!{_ARABIC}.){_ARABIC}+"
    rf"|(?<!{_ARABIC}){_ARABIC}{{3,}}لا(?!{_ARABIC})"
)
"""A word that is written backwards."""
_FORWARD = regex(
    rf"{_HEBREW}[{_FINALS}](?!{_HEBREW})|{_ARABIC}[{_ENDS}](?!{_ARABIC})"
    rf"|(?<!{_ARABIC})ال{_ARABIC}{{3}}"
)
"""A word in its order."""
_LEFT_TO_RIGHT = regex(r"[A-Za-z0-9À-ÿ](?:[A-Za-z0-9À-ÿ.,:/%'’-]*[A-Za-z0-9À-ÿ%])?")
_MIRRORED = str.maketrans("()[]{}<>«»", ")(][}{><»«")
_LINE = regex(r"(?:\#{1,6} |> |- )?(?P<words>[^\n]+)")
_MARKS = regex(r"[*_\\`\[\]<>]|&#?\w+;")
"""Marks, links and references, which a reversed line would not have."""
_FEWEST = 2


def prefilter() -> tuple[str, ...]:
    return ("[םןףץ][א-ת]", "[ةى][ء-ي]")


def applies(context: Context) -> bool:
    return not _SIGNS.isdisjoint(context.signs)


def check(context: Context) -> Findings:
    """Yield a finding for each line whose words are written backwards."""
    text = context.text
    for line in _LINE.finditer(text, 0, context.body_end):
        found = list(_REVERSED.finditer(text, *line.span()))
        if len(found) < _FEWEST or all(match[0][0] not in _SIGNS for match in found):
            continue
        forward = sum(1 for _ in _FORWARD.finditer(text, *line.span()))
        if forward < len(found):
            yield _find(context, line, [match.span() for match in found])


def _find(context: Context, line: re.Match[str], spans: list[tuple[int, int]]) -> Finding:
    one = "the letters of a word are in visual order"
    message = name_words(context.text, spans, one, "the letters are in visual order")
    meant = _reversed(line["words"])
    edit = Edit(*line.span("words"), meant)
    has_marks = _MARKS.search(line["words"]) is not None
    fix = None if has_marks else Fix("reverse the line", (edit,), False, WHY)
    return context.finding(spans[0], message, meant, fix=fix)


def _reversed(words: str) -> str:
    """Return a line in the order in which it is read; what is in Latin letters stays as it is."""
    parts: list[str] = []
    place = 0
    for match in _LEFT_TO_RIGHT.finditer(words):
        parts += [words[place : match.start()][::-1].translate(_MIRRORED), match[0]]
        place = match.end()
    parts.append(words[place:][::-1].translate(_MIRRORED))
    return "".join(reversed(parts))
