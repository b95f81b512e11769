"""Article that has lost its apostrophes.

### What it does

Reports an article with words that have lost their apostrophe, with one finding for the file, at the
first of them. They are found in English, French, Italian and Catalan:

- a negation with a space in place of the apostrophe (`couldn t`), in any article
- other forms with a space (`it s`, `the harbour s plan`, `qu il`, `dell anno`), in an article
  without apostrophes
- forms without a space (`dont`, `theyre`, `aujourdhui`), in an article without apostrophes that has
  at least two of them

### Why

A program removed the apostrophes, or what it could not decode. Readers stumble, and programs take
“couldn” and “t” for words.

### Fix

There is none: get the article again.

### Example

```article
# Ferry Runs Again



The captain couldn t wait. It s the harbour s fault, she said.
```

```findings
5:13: warning: apostrophes are lost: “couldn t”, “It s” and “harbour s”
  expected: couldn’t
```

Use instead:

```article
# Ferry Runs Again



The captain couldn’t wait. It’s the harbour’s fault, she said.
```
"""

from __future__ import annotations

import re
from functools import cache

from corpusfmt.lint import Context, Findings
from corpusfmt.rules._shared.damaged_words import name_words
from corpusfmt.rules._shared.word_lists import list_pattern, read_list
from corpusfmt.rules._shared.words import is_in_ascii, sample_words
from corpusfmt.text.patterns import regex

SEVERITY = "warning"
SCOPE = "file"

_NEGATION = regex(r"n t\b(?<=[a-z]n t)")
_VERBS = regex(
    r"(?i:\b(?:could|would|should|did|does|do|is|was|were|are|has|have|had|ca|wo|ai|must|need|might)"
    r")\Z"
)
_POSSESSIVE = regex(
    r"(?<![^\W_])[^\W\d_]{3,30} s"
    r"(?= (?!and |or |is |are |was |of |to |for |in |on |as )[^\W\d_]{2})"
)
_ROMANCE = frozenset({"les", "des", "est", "della", "che", "di", "amb", "els"})
"""Frequent words of French, Italian and Catalan."""

_ENGLISH, _OTHER = "lost_apostrophes_english", "lost_apostrophes_romance"
_LONGEST = 8
_FEWEST = 2
_APOSTROPHES = frozenset("'’ʼ‘")


def check(context: Context) -> Findings:
    """Yield one finding at most, at the first word that has lost its apostrophe."""
    text, end = context.text, context.body_end
    spans = _find_negations(text, end)
    if _APOSTROPHES.isdisjoint(context.signs):
        spans = sorted({*spans, *_find_others(context)})
    if not spans:
        return
    first = text[slice(*spans[0])]
    expected = re.sub("n t$", "n’t", first).replace(" ", "’")
    message = name_words(text, spans, "an apostrophe is lost", "apostrophes are lost")
    yield context.finding(spans[0], message, expected)


def _find_negations(text: str, end: int) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    for match in _NEGATION.finditer(text, 0, end):
        verb = _VERBS.search(text[max(0, match.start() - _LONGEST) : match.start()])
        if verb is not None:
            spans.append((match.start() - len(verb[0]), match.end()))
    return spans


def _find_others(context: Context) -> list[tuple[int, int]]:
    """Return the other words that have lost their apostrophe, in a text that has none left."""
    if not context.memo(is_in_ascii):
        return []
    words = context.memo(sample_words)
    if "the" in words:
        return _find_english(context.text, context.body_end, words)
    if _ROMANCE.isdisjoint(words) or _words(_OTHER).isdisjoint(words):
        return []
    spans = _find_entries(_OTHER, context.text, context.body_end)
    return spans if len(spans) >= _FEWEST else []


def _find_english(text: str, end: int, words: list[str]) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    if not _words(_ENGLISH).isdisjoint(words):
        spans = _find_entries(_ENGLISH, text, end)
        forms = {text[start:last].lower() for start, last in spans}
        if len(spans) < _FEWEST and not any(" " in form for form in forms):
            spans = []
    if "s" in words:
        spans += [match.span() for match in _POSSESSIVE.finditer(text, 0, end)]
    return spans


def _find_entries(name: str, text: str, end: int) -> list[tuple[int, int]]:
    return [match.span() for match in _pattern(name).finditer(text, 0, end)]


@cache
def _words(name: str) -> frozenset[str]:
    """Return the rarer word of each entry of a list: a fast test."""
    rarer = -1 if name == _ENGLISH else 0
    return frozenset(entry.split()[rarer] for entry in read_list(name))


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return regex(rf"(?<![^\W_])(?i:{list_pattern(name)})(?![\w-])")
