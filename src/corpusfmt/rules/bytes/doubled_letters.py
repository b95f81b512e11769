"""Words with each letter doubled.

### What it does

Reports a run of words in which each letter is doubled (`TThhee FFeerrrryy`), if one of them has
three letters or more, with a finding for each run.

### Why

Some programs draw bold type by drawing each letter twice, a little apart. Text taken from such a
PDF file has each letter twice. A search does not find the words.

### Fix

The fix halves the letters. It is unsafe: a word may be written so on purpose.

### Example

```article
# Ferry Runs Again



The paper wrote TThhee FFeerrrryy RRuunnss on its first page.
```

```findings
5:17: warning: each letter is doubled: “TThhee FFeerrrryy RRuunnss”
  expected: The Ferry Runs
```

Use instead:

```article
# Ferry Runs Again



The paper wrote The Ferry Runs on its first page.
```
"""

from __future__ import annotations

from corpusfmt.lint import Context, Edit, Findings, Fix, quoted
from corpusfmt.rules._shared.blocks import heads
from corpusfmt.text.patterns import regex

SEVERITY = "warning"
FIX = "unsafe"
WHY = "it may be written so on purpose"

_RARE = ("hh", "ii", "ии", "αα")
"""Pairs of letters that few words have, and most runs of doubled letters."""

_END = r"(?![^\s.,;:!?\"”’»)*_])"
_RUN = regex(
    rf"(?<!\S)[\"“„«(*_]{{0,3}}+"
    rf"(?P<run>(?>(?:([^\s\d*_])\2)+){_END}(?>(?:  ?(?>(?:([^\s*_])\3)+){_END})*))"
)
"""Words of doubled letters. It begins at a space and gives nothing back: it is linear."""
_ROMAN = frozenset("mdclxvi")
_WORD = regex(r"(?:([^\W\d_])\1){3,}")


def applies(context: Context) -> bool:
    text = context.text
    for pair in _RARE:
        if pair in text and _is_beside_pair(text, pair):
            return True
    for head in context.memo(heads):
        if head[1:2] == head[:1] != head[2:3] == head[3:]:
            return True
    title = context.reading.document.get("title", "")
    return title[1:2] == title[:1] and title[3:4] == title[2:3]


def _is_beside_pair(text: str, pair: str) -> bool:
    """Return whether another pair of letters is directly beside this one, wherever it is."""
    place = text.find(pair)
    while place >= 0:
        before, after = text[max(0, place - 2) : place], text[place + 2 : place + 4]
        if _is_pair(before) or _is_pair(after):
            return True
        place = text.find(pair, place + 2)
    return False


def _is_pair(letters: str) -> bool:
    return len(letters) > 1 and letters[0] == letters[1] and letters.isalpha()


def check(context: Context) -> Findings:
    """Yield a finding for each run of words with doubled letters."""
    for match in _RUN.finditer(context.text, 0, context.body_end):
        run = match["run"]
        words = run.split()
        if any(map(_is_doubled, words)):
            meant = " ".join(word[::2] for word in words)
            fix = Fix("halve the letters", (Edit(*match.span("run"), meant),), False, WHY)
            message = f"each letter is doubled: {quoted(run)}"
            yield context.finding(match.span("run"), message, meant, fix=fix)


def _is_doubled(word: str) -> bool:
    """Return whether a word has three letters or more, not all alike, and each of them twice."""
    is_number = _ROMAN.issuperset(word.lower())
    return _WORD.search(word) is not None and len(set(word)) > 1 and not is_number
