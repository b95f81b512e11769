"""Word as programs read it that recognize printed text.

### What it does

Reports an article with two different words or more that are no words, but frequent ones of English,
German, French or Spanish as programs misread them: `tlie` and `tbe` for `the`, `governrnent` for
`government`, `nicbt` for `nicht`. There is one finding, at the first of them.

### Why

Programs that recognize printed text confuse `h` with `li` and `b`, `m` with `rn`, `n` with `u`, and
`e` with `c`. Where frequent words are wrong, many other words are.

### Fix

The fix replaces these words. It is unsafe, since other words are wrong as well.

### Example

```article
# Ferry Runs Again



Tlie crew of the ferry said tliat the governrnent was late.
```

```findings
5:1: warning: 3 misread words, the first “Tlie”
  expected: The
```

Use instead:

```article
# Ferry Runs Again



The crew of the ferry said that the government was late.
```
"""

from __future__ import annotations

import re
from functools import cache

from corpusfmt.lint import Context, Edit, Findings, Fix, quoted
from corpusfmt.rules._shared.expressions import any_of
from corpusfmt.rules._shared.word_lists import read_list
from corpusfmt.rules._shared.words import sample_words_in_utf8
from corpusfmt.text.patterns import regex

SEVERITY = "warning"
FIX = "unsafe"
SCOPE = "file"
WHY = "other words are wrong as well"

_LIST = "misread_words"
_FEWEST = 2


def prefilter() -> tuple[str, ...]:
    return (rf"(?i)(?:^|[ \n\xa0]){any_of(_meant())}[ \n\xa0,.]",)


def check(context: Context) -> Findings:
    """Yield one finding at most, at the first of several words."""
    if _in_utf8().isdisjoint(context.memo(sample_words_in_utf8)):
        return
    words = list(_pattern().finditer(context.text, 0, context.body_end))
    if len({match[0].lower() for match in words}) < _FEWEST:
        return
    edits = tuple(Edit(*match.span(), _right(match[0])) for match in words)
    fix = Fix("replace the words", edits, False, WHY)
    first = words[0]
    message = f"{len(words)} misread words, the first {quoted(first[0])}"
    yield context.finding(first.span(), message, _right(first[0]), fix=fix)


def _right(word: str) -> str:
    """Return the word that is meant, with its capitals."""
    meant = _meant()[word.lower()]
    if word.isupper():
        return meant.upper()
    return meant.capitalize() if word[0].isupper() else meant


@cache
def _meant() -> dict[str, str]:
    """Return the words that are meant by what is read."""
    return dict(entry.split() for entry in read_list(_LIST))


@cache
def _in_utf8() -> frozenset[bytes]:
    return frozenset(map(str.encode, _meant()))


@cache
def _pattern() -> re.Pattern[str]:
    return regex(rf"(?i)(?<![\w.@/-]){any_of(_meant())}(?![\w@/-])")
