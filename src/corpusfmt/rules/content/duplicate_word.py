"""Word that occurs twice in a row.

### What it does

Reports a short word, such as an article or a preposition, that follows itself (`the the`), in one
line or over a line end. Only words that sound text does not have twice are reported, and only in
articles of their language. So `had had`, `that that`, `die die` and `nous nous` are not reported,
nor is a word that follows itself three times, as in a song. The Japanese particle `を` is reported
as well.

### Why

A writer changed a sentence and left a word of the old one, or a program joined two columns or lines
of a page that share a word. Readers stumble, and language models learn the repetition.

### Fix

The fix removes the second word. It is unsafe, since the writer may have meant another word.

### Example

```article
# Ferry Runs Again



The ferry sailed from the the pier of Skerry, and that was that.
```

```findings
5:23: warning: the word “the” occurs twice in a row
  expected: the
```

Use instead:

```article
# Ferry Runs Again



The ferry sailed from the pier of Skerry, and that was that.
```
"""

from __future__ import annotations

from functools import cache
from itertools import compress
from operator import eq

from corpusfmt.lint import Context, Edit, Findings, Fix
from corpusfmt.rules._shared.open_words import languages
from corpusfmt.rules._shared.word_lists import read_list
from corpusfmt.text.patterns import regex

SEVERITY = "warning"
FIX = "unsafe"
WHY = "another word may be meant"

_LIST = "words_never_doubled"
_PATTERN = regex(r" (?=(?P<word>[^\s.,;:!?()]{1,8})[ \n](?P=word)[ \n.,;:!?)])")
"""A word and itself, after a space. It starts with a certain character, which is fast."""

_AGAIN = regex(r"[ \n]([^\s.,;:!?()]+)(?![^\s.,;:!?)])")
"""The word after the second one."""

_NAMES = frozenset(("facto", "jure", "luxe"))
"""What begins with the word “de” in any language."""

_COMPANIES = (" z", " d", " Z", " D")
"""What is before the letters “o o” of a company: “sp. z o o” in Polish, “d o o” in Croatian."""

_WITHOUT_MARKS = bytes.maketrans(b".,;:!?()", b"        ")
_PARTICLE = "をを"
_AT_ONCE = 50
"""How many pairs an expression has."""


def prefilter() -> tuple[str, ...]:
    pairs: list[str] = []
    for word in sorted(_languages_of()):
        pairs += [f"{word}{space}{word}" for space in (" ", "\n")]
    parts = [pairs[start : start + _AT_ONCE] for start in range(0, len(pairs), _AT_ONCE)]
    return (_PARTICLE, *[f" (?:{'|'.join(part)})[ \n.,;:!?)]" for part in parts])


def check(context: Context) -> Findings:
    """Yield a finding for each word that occurs twice in a row."""
    if _may_be_doubled(context):
        yield from _find_words(context)
    yield from _find_particles(context)


def _may_be_doubled(context: Context) -> bool:
    """Return whether a word of the list follows itself, with or without marks: a fast test."""
    words = context.utf8.translate(_WITHOUT_MARKS).split()
    likely = set(compress(words, map(eq, words, words[1:])))
    return not likely.isdisjoint(_in_utf8())


def _find_words(context: Context) -> Findings:
    text, end = context.text, context.body_end
    for match in _PATTERN.finditer(text, 0, end):
        word = match["word"]
        own = _languages_of().get(word)
        if own is None or own.isdisjoint(context.memo(languages)):
            continue
        start = match.start("word")
        second = start + len(word) + 1
        after = _AGAIN.match(text, second + len(word), end)
        is_name = after is not None and (after[1] in _NAMES or after[1] == word)
        is_name = is_name or (word == "o" and text.endswith(_COMPANIES, 0, match.start()))
        if not is_name and not text.endswith(f" {word}", 0, match.start()):
            fix = Fix("remove the second word", (Edit(start, second, ""),), False, WHY)
            message = f"the word “{word}” occurs twice in a row"
            yield context.finding((start, second + len(word)), message, word, fix=fix)


def _find_particles(context: Context) -> Findings:
    """Yield a finding for each particle in Japanese that follows itself."""
    if _PARTICLE[0] not in context.signs:
        return
    text, end = context.text, context.body_end
    place = text.find(_PARTICLE, 0, end)
    while place >= 0:
        fix = Fix("remove the second particle", (Edit(place, place + 1, ""),), False, WHY)
        message = f"the particle “{_PARTICLE[0]}” occurs twice in a row"
        yield context.finding((place, place + 2), message, _PARTICLE[0], fix=fix)
        place = text.find(_PARTICLE, place + 2, end)


@cache
def _in_utf8() -> frozenset[bytes]:
    return frozenset(map(str.encode, _languages_of()))


@cache
def _languages_of() -> dict[str, frozenset[str]]:
    """Return the languages that have each word of the list."""
    found: dict[str, frozenset[str]] = {}
    for line in read_list(_LIST):
        language, _, words = line.partition(": ")
        for word in words.split():
            found[word] = found.get(word, frozenset()) | {language}
    return found
