"""Digit in place of a letter inside a word.

### What it does

Reports an article with three different words or more in lower case that have a `0` or a `1` between
letters or at their start (`c0uncil`, `0ffice`, `wi1l`). There is one finding, at the first word.
Words with other digits or capitals, ordinals and units are not counted, nor are articles about
programs.

### Why

Programs that recognize printed text confuse `0` with `o`, and `1` with `l` and `i`. A search does
not find the words.

### Fix

There is none: a `1` can be an `l` or an `i`.

### Example

```article
# Ferry Runs Again



The c0uncil sh0wed the crew that w0rk on the ferry wi1l begin soon.
```

```findings
5:5: warning: 4 words have a digit in place of a letter, the first “c0uncil”
  expected: council
```

Use instead:

```article
# Ferry Runs Again



The council showed the crew that work on the ferry will begin soon.
```
"""

from __future__ import annotations

from corpusfmt.lint import Context, Findings, quoted
from corpusfmt.rules._shared.code import is_about_code
from corpusfmt.rules._shared.shape import shape
from corpusfmt.text.patterns import regex

SEVERITY = "warning"
SCOPE = "file"

_INSIDE = b"a0a"
_WORD = regex(
    r"(?<![\w.@#/&-])(?:[^\W\d_A-Z]+[01]|[01])"
    r"[^\W\d_A-Z][^\W_A-Z2-9]{0,30}(?![\w@/&])"
)
_SHORTEST, _FEWEST, _LETTERS_APART = 4, 3, 3
_ORDINAL = regex(r"[01]+(?:st|th|e|er|re|ère|ème|de|te|a|o|h|s|k|m|km|kg|min|x)")
"""A number and an ending, or a unit."""


def prefilter() -> tuple[str, ...]:
    return ("[a-z][01][a-z]",)


def applies(context: Context) -> bool:
    return _INSIDE in context.memo(shape)


def check(context: Context) -> Findings:
    """Yield one finding at most, at the first of several words."""
    found = _WORD.finditer(context.text, 0, context.body_end)
    words = [match for match in found if _is_word(match[0])]
    if len({match[0] for match in words}) < _FEWEST or context.memo(is_about_code):
        return
    first = words[0]
    message = f"{len(words)} words have a digit in place of a letter, the first {quoted(first[0])}"
    expected = first[0].replace("0", "o").replace("1", "l")
    yield context.finding(first.span(), message, expected)


def _is_word(word: str) -> bool:
    """Return whether a word has one or two of the digits, and enough letters for a word."""
    digits = sum(map(str.isdigit, word))
    if not 1 <= digits <= 2 or len(word) < _SHORTEST or len(word) - digits < _LETTERS_APART:
        return False
    return _ORDINAL.fullmatch(word) is None
