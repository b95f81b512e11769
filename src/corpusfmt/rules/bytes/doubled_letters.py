"""Words with each letter doubled.

### What it does

Reports a run of words in which each letter is doubled (`TThhee FFeerrrryy`), if one of them has
three letters or more, with a finding for each run.

### Why

Some programs print bold type by drawing each letter twice, slightly shifted. Text taken from such a
PDF file contains each letter twice. A search does not find the words.

### Fix

The fix halves the letters. It is unsafe: a word may be written like this on purpose.

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

from collections.abc import Iterable

from corpusfmt.lint import Context, Edit, Findings, Fix, quoted
from corpusfmt.rules._shared.blocks import heads
from corpusfmt.rules._shared.expressions import any_of
from corpusfmt.text.characters import LETTERS
from corpusfmt.text.pattern_set import LETTER, OTHER
from corpusfmt.text.patterns import regex

SEVERITY = "warning"
FIX = "unsafe"
WHY = "it may be written like this on purpose"

_RARE = ("hh", "ii", "ии", "αα")
"""Pairs of letters that few words have, and most runs of doubled letters."""

_KNOWN = (*range(0xC0, 0x100), *range(0x386, 0x3CF), *range(0x400, 0x460))
"""The letters with accents, and of Greek and Cyrillic, whose pairs are looked for one by one."""

_OTHER_LETTER = "[\xaa\xb5\xba\u0100-\u0385\u03cf-\u03ff\u0460-\u1fff\u2070-\U0010ffff]"

_START = "^[^A-Za-z\xc0-\u1fff\u3041-\U0010ffff]*"
"""The start of a line, with marks before its first letter."""

_END = r"(?![^\s.,;:!?\"”’»)*_])"
_ENDING = r"(?:['’-](?>(?:([^\s\d*_])\{})+))?"
"""An apostrophe or a hyphen that is not doubled, and the letters after it."""

_RUN = regex(
    r"(?<!\S)[\"“„«(*_]{0,3}+"
    rf"(?P<run>(?>(?:([^\s\d*_])\2)+){_ENDING.format(3)}{_END}"
    rf"(?>(?:  ?(?>(?:([^\s*_])\4)+){_ENDING.format(5)}{_END})*))"
)
"""Words of doubled letters. It begins at a space and gives nothing back: it is linear."""
_TWO_PAIRS = regex(r"(?m:^([^\W\d_])\1(?!\1)([^\W\d_])\2)")
_PAIR = regex(r"(.)\1")
_ROMAN = frozenset("mdclxvi")
_WORD = regex(r"(?:([^\W\d_])\1){3,}")


def prefilter() -> tuple[str, ...]:
    latin, known = any_of(letter * 2 for letter in LETTERS), _pairs(_KNOWN)
    return (
        any_of(_RARE),
        f"{_START}{latin}(?:{latin}|{OTHER})",
        f"{_START}(?:{known}|{_OTHER_LETTER}{{2}}){LETTER}",
    )


def _pairs(codes: Iterable[int]) -> str:
    """Return an expression that matches one of the letters with these numbers, twice."""
    return any_of(chr(code) * 2 for code in codes if chr(code).isalpha())


def applies(context: Context) -> bool:
    text = context.text
    for pair in _RARE:
        may_occur = pair.isascii() or pair[0] in context.signs
        if may_occur and pair in text and _is_beside_pair(text, pair):
            return True
    title = context.reading.document.get("title", "")
    return _TWO_PAIRS.search("\n".join([title, *context.memo(heads)])) is not None


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
            meant = " ".join(map(_halved, words))
            fix = Fix("halve the letters", (Edit(*match.span("run"), meant),), False, WHY)
            message = f"each letter is doubled: {quoted(run)}"
            yield context.finding(match.span("run"), message, meant, fix=fix)


def _halved(word: str) -> str:
    """Return a word with one of each two letters; an apostrophe may not be doubled."""
    return _PAIR.sub(r"\1", word)


def _is_doubled(word: str) -> bool:
    """Return whether a word has three letters or more, not all alike, and each of them twice."""
    is_number = _ROMAN.issuperset(word.lower())
    return _WORD.search(word) is not None and len(set(word)) > 1 and not is_number
