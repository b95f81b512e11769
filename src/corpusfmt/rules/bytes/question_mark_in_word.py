"""Question mark in place of a letter or apostrophe.

### What it does

Reports words with `?`, `¿` or `□` inside (`M?nchen`, `don?t`, `Espa¿a`), words that begin with `?`
(`?lectrique`), words of question marks alone (`???? ??????`), and long rows of them between numbers
(`?????2018?7??`) or as a whole line, with one finding for the file, at the first of them. Question
marks in URLs, after a whole word (`what?!`) and between sentences without a space (`Really?The`)
are not reported. A word that ends with `?` before a word in lower case (`the caf? on the quay`) is
reported only together with other such words.

### Why

A program wrote `?` for each character that its encoding does not have. The original characters are
lost, and a search does not find the words.

### Fix

There is none: get the article again.

### Example

```article
# Ferry Runs Again



The ferry from M?nchen didn?t sail, said the owner of the caf? on the quay.
```

```findings
5:16: warning: question marks in place of characters: “M?nchen”, “didn?t” and “caf?”
  expected: the characters that were lost
```

Use instead:

```article
# Ferry Runs Again



The ferry from München didn’t sail, said the owner of the café on the quay.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from corpusfmt.lint import Context, Findings
from corpusfmt.rules._shared.damaged_words import name_words
from corpusfmt.text.characters import places_of
from corpusfmt.text.pattern_set import LETTER
from corpusfmt.text.patterns import regex

SEVERITY = "warning"
SCOPE = "file"
NEEDS = ("?", "not ASCII")

_INSIDE = {
    "?": regex(r"\?(?<=[^\W\d_]\?)\?{0,2}(?=[^\W\d_])"),
    "¿": regex(r"¿(?<=[^\W\d_]¿)(?=[^\W\d_])"),
    "□": regex(r"□(?<=[^\W\d_]□)(?=[^\W\d_])"),
}
_OTHERS = frozenset("¿□")
_LETTER = "[0-9A-Za-z\xaa\xb2-\xbe\xc0-\u1fff\u2070-\u2fff\u3005-\U0010ffff]"
"""A letter, a digit, or another character that is not a punctuation mark."""

_BEFORE_WORDS = "\"“’'("
_AT_START = regex(r"\?(?<=[\s(“\"’']\?)(?=[^\W\d_]{2})")
_BEFORE_CAPITAL = regex(r"\?(?<=[\s(]\?)(?=[^\W_])")
_WORDS = regex(r"\?(?<=\s\?)\?+(?: \?{2,})+(?![^\s.,;:!])")
_ROWS = regex(r"\?(?<=\s\?)\?{4,}(?=[^\W_])|\?(?<=[0-9]\?)\?{4,}(?=[0-9])|\?(?<=[\s0-9]\?)\?{15,}")
"""Rows of question marks before a word or between numbers, and many in a row."""
_ROW = "?????"
_LONG_ROW = 10
"""How many question marks in a row are enough where there is no second row."""
_AT_END = regex(r"\?(?<=[^\W\d_]\?)(?= [a-zß-ÿ])")

_SHORT_FORMS = frozenset({"t", "s", "re", "ve", "ll", "d", "m"})
_OF_URLS = regex(r"[/=&]|www\.|\]\(")
_LETTERS_BEFORE, _LETTERS_AFTER = regex(r"[^\W\d_]*\Z"), regex(r"[^\W_]*")
_LONGEST, _MOST = 40, 200
_FEWEST = 2
"""How many question marks before capitals or numbers are the least: one may be a slip."""
_ONE = "question mark in place of a character"
_SEVERAL = "question marks in place of characters"


def prefilter() -> tuple[str, ...]:
    return (rf"[?□]{_LETTER}|{LETTER}¿{_LETTER}|\?\? \?\?|[\n 0-9]\?{{16}}",)


def applies(context: Context) -> bool:
    text, end = context.text, context.body_end
    if not _OTHERS.isdisjoint(context.signs):
        return True
    if "?" not in context.signs:
        return False
    return any(_is_odd(text, place) for place in places_of("?", text, end))


def _is_odd(text: str, place: int) -> bool:
    """Return whether a question mark is at the start of a word, or before its end."""
    before = text[place - 1 : place]
    return before in _BEFORE_WORDS or before.isspace() or text[place + 1 : place + 2].isalnum()


def check(context: Context) -> Findings:
    """Yield one finding at most, at the first word that has lost a character."""
    text, end = context.text, context.body_end
    spans = list(_lost(text, end))
    others = list(_before_capitals(text, end)) if "?" in text else []
    if not spans and len(others) < _FEWEST:
        return
    spans += others
    if "?" in text:
        spans += _ending(text, end)
    spans = sorted(set(spans))
    message = name_words(text, spans, _ONE, _SEVERAL)
    yield context.finding(spans[0], message, "the characters that were lost")


def _lost(text: str, end: int) -> Iterator[tuple[int, int]]:
    """Yield the words that have lost characters for certain."""
    for mark, pattern in _INSIDE.items():
        if mark in text:
            yield from _inside(text, end, pattern)
    if "?" not in text:
        return
    for match in _AT_START.finditer(text, 0, end):
        if text[match.end()].islower() and not _is_of_url(text, *match.span()):
            yield _word(text, *match.span())
    for match in _WORDS.finditer(text, 0, end):
        yield match.span()
    if _ROW in text:
        yield from _rows(text, end)


def _inside(text: str, end: int, pattern: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Yield the words that have a mark between two letters."""
    for match in islice(pattern.finditer(text, 0, end), _MOST):
        if _is_inside(text, match):
            yield _word(text, *match.span())


def _rows(text: str, end: int) -> Iterator[tuple[int, int]]:
    """Yield the rows of question marks of a text of a script that is lost: two, or a long one."""
    rows = [match.span() for match in islice(_ROWS.finditer(text, 0, end), _MOST)]
    if len(rows) > 1 or any(row[1] - row[0] >= _LONG_ROW for row in rows):
        yield from rows


def _before_capitals(text: str, end: int) -> Iterator[tuple[int, int]]:
    """Yield question marks at the start of capitalized words and numbers, each with its word."""
    for match in _BEFORE_CAPITAL.finditer(text, 0, end):
        if not text[match.end()].islower() and not _is_of_url(text, *match.span()):
            yield _word(text, *match.span())


def _ending(text: str, end: int) -> Iterator[tuple[int, int]]:
    """Yield the words that end with a question mark, but not a sentence."""
    for match in _AT_END.finditer(text, 0, end):
        if not _is_of_url(text, *match.span()):
            yield _word(text, *match.span())


def _is_inside(text: str, match: re.Match[str]) -> bool:
    """Return whether a mark is inside a word, and not between two sentences."""
    start, end = match.span()
    before, after = text[start - 1], text[end]
    if not (after.islower() or (before.isupper() and after.isupper())):
        return False
    if _is_of_url(text, start, end):
        return False
    second = _rest(text, end)
    if second in _SHORT_FORMS:
        return True
    return f" {second} " not in text


def _is_of_url(text: str, start: int, end: int) -> bool:
    around = text[max(0, start - _LONGEST) : start].rsplit(None, 1)[-1:]
    after = text[end : end + _LONGEST].split(None, 1)[:1]
    return _OF_URLS.search("".join([*around, *after])) is not None


def _word(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span of the word that a mark belongs to."""
    before = _LETTERS_BEFORE.search(text[max(0, start - _LONGEST) : start])
    length = len(before[0]) if before else 0
    return start - length, end + len(_rest(text, end))


def _rest(text: str, end: int) -> str:
    match = _LETTERS_AFTER.match(text, end, end + _LONGEST)
    return match[0] if match else ""
