"""Sentences that are glued together.

### What it does

Reports two words without a space between them where a sentence ends: `Monday.Residents`. Reported
too is a word in lower case with another one after it that starts in upper case, as in
`rottenRepairs should`, if it occurs once in the article.

Names such as `Node.js`, initials, abbreviations, file names, URLs and accounts are not reported.
Neither are words with an upper-case letter inside in articles about code, or in languages that
write names so, such as Zulu and Irish.

### Why

Scrapers join two elements of a page without a space: two paragraphs, or a heading and the text
below it. Sentences and words are then counted wrongly, and a search does not find the words.

### Fix

The fix writes a space after the full stop. It is unsafe: it may be a name, or a new paragraph may
begin there. Two words without a full stop are only reported.

### Example

```article
# Ferry Runs Again



The ferry to Skerry sailed on Monday.Residents lined the quay.
```

```findings
5:31: warning: two sentences are glued together in “Monday.Residents”
  expected: Monday. Residents
```

Use instead:

```article
# Ferry Runs Again



The ferry to Skerry sailed on Monday. Residents lined the quay.
```
"""

from __future__ import annotations

import re
from itertools import islice

from corpusfmt.lint import Context, Edit, Finding, Findings, Fix
from corpusfmt.rules._shared.code import is_about_code
from corpusfmt.rules._shared.open_words import languages
from corpusfmt.rules._shared.word_lists import read_list

SEVERITY = "warning"
FIX = "unsafe"
WHY = "it may be a name, or a new paragraph may begin there"

_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĖĘĚĞĢĪĮİĶĹĻĽŁŃŅŇŌŐŘŚŞŠŢŤŪŮŰŲŹŻŽƠƯȘȚΑ-ΫЀ-Я"
_LOWER = rf"[^\W\d_{_UPPER}]"
_GATE = re.compile(
    rf"[{_UPPER}](?<!\s.)(?:(?<={_LOWER}[.!?][{_UPPER}])|(?<={_LOWER}[.!?][\"”’»)][{_UPPER}])"
    rf"|(?<={_LOWER}{{5}}[{_UPPER}]))"
)
"""An upper-case letter after a full stop without a space, or after five lower-case letters."""
_BEFORE = re.compile(
    r"(?:^|[\s\"'“„«‘(\[*—–-])(?P<word>(?:[^\W\d_]+['’-]){1,4}[^\W\d_]+|[^\W\d_]{2,})"
    r"(?P<stop>[.!?][\"”’»)]?)?\Z"
)
"""The word before such a letter, and the full stop."""
_AFTER = re.compile(
    rf"(?:[{_UPPER}](?:{_LOWER}|['’]){{1,40}}|[AI](?= ))(?=[\s,;:\"”»)\]*_?!-]|\.(?!\w)|\Z)"
)
_RUN_ON = re.compile(rf"{_LOWER}{{3,40}},? {_LOWER}")
"""The rest of a word after its upper-case letter, in the middle of a sentence."""
_AROUND = 80
"""How many characters on both sides are looked at."""

_NAMES = frozenset(read_list("endings_of_names"))
_ABBREVIATIONS = frozenset(read_list("abbreviations_before_names"))
_LONG = 5
"""The fewest letters of a word with a capital that is not an abbreviation such as “Prof”."""
_MARKED = frozenset(("zu", "xh", "ga", "sw"))
"""Languages that write names with a prefix in lower case."""
_MOST, _MOST_LETTERS = 50, 500
"""How many findings an article has, and how many letters are looked at: it is linear."""


def applies(context: Context) -> bool:
    return _GATE.search(context.text, 0, context.body_end) is not None


def check(context: Context) -> Findings:
    """Yield a finding for each place where two sentences or words meet without a space."""
    count = 0
    gates = _GATE.finditer(context.text, 0, context.body_end)
    for gate in islice(gates, _MOST_LETTERS):
        finding = _find(context, gate.start())
        if finding is not None:
            yield finding
            count += 1
            if count == _MOST:
                return


def _find(context: Context, place: int) -> Finding | None:
    """Return the finding at an upper-case letter; None where it is in a name or a URL."""
    text = context.text
    before = _BEFORE.search(text[max(0, place - _AROUND) : place])
    if before is None:
        return None
    if before["stop"] is None:
        return _find_words(context, place, before["word"])
    after = _AFTER.match(text, place, place + _AROUND)
    if after is None or _may_be_name(before["word"], before["stop"], after[0]):
        return None
    start = place - len(before["stop"]) - len(before["word"])
    message = f"two sentences are glued together in “{text[start : after.end()]}”"
    expected = f"{text[start:place]} {after[0]}"
    fix = Fix("write a space", (Edit(place, place, " "),), False, WHY)
    return context.finding((start, after.end()), message, expected, fix=fix)


def _may_be_name(first: str, stop: str, second: str) -> bool:
    """Return whether words with a full stop between them may be a name or an abbreviation."""
    if second.lower() in _NAMES or first.lower() in _ABBREVIATIONS:
        return True
    if first.islower():
        return False
    return len(first) < _LONG or not first[1:].islower() or stop[0] != "."


def _find_words(context: Context, place: int, first: str) -> Finding | None:
    """Return the finding at an upper-case letter in a word, if it occurs once."""
    text = context.text
    rest = _RUN_ON.match(text, place + 1, place + _AROUND)
    if rest is None or not first.islower() or not first.isalpha():
        return None
    second = text[place : place + 1] + rest[0].partition(" ")[0].rstrip(",")
    if text.count(first + second) > 1 or context.memo(is_about_code):
        return None
    if not _MARKED.isdisjoint(context.memo(languages)):
        return None
    span = place - len(first), place + len(second)
    message = f"two words are glued together in “{first}{second}”"
    return context.finding(span, message, f"{first} {second}, or two sentences")
