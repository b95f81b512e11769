r"""U+FFFD in place of a lost character.

### What it does

Reports U+FFFD in the text. Adjacent ones are one finding. Bytes of the file itself that are not
UTF-8 are reported by `invalid-utf8`.

It also reports U+FFFC, which is in place of a picture or another object of a document, and
private-use characters, such as U+F0B7. They have a meaning only in the font of the page, where most
of them are bullets or icons. U+FFFD that was encoded and decoded again is `锟斤拷` in Chinese and
`占쏙옙` in Korean text. U+25CC beside a mark or inside a word is in place of a letter.

### Why

A program decoded the article in the wrong encoding and wrote U+FFFD for each byte that is invalid
in it. The original characters are lost.

### Fix

There is none: get the article again, and decode it as the encoding that the page declares.

### Example

```article escaped
# Ferry Runs Again



The captain didn\ufffdt call it a storm.
```

```findings
5:17: error: U+FFFD in place of a lost character
  expected: the character that was lost
```

Use instead:

```article escaped
# Ferry Runs Again



The captain didn\u2019t call it a storm.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from corpusfmt.lint import Context, Findings
from corpusfmt.text.patterns import regex

SEVERITY = "error"
NEEDS = ("not ASCII",)

_LOST = "\ufffd"
_OBJECT = "\ufffc"
_AGAIN = regex("(?:锟斤拷)+锟?|(?:占쏙옙)+|屯屯屯+|烫烫烫烫+")
"""U+FFFD that was decoded in another encoding, and memory that was never written."""
_AGAIN_SIGNS = frozenset("锟쏙屯烫")
_CIRCLE = "\u25cc"
_WITHOUT_LETTER = regex(f"{_CIRCLE}(?:(?<=[^\\W\\d_]{_CIRCLE})|(?=[\u0300-\u036f\u0900-\u0dff]))")
_UNKNOWN = frozenset((_LOST, _OBJECT, _CIRCLE, *_AGAIN_SIGNS, *map(chr, range(0xE000, 0xF8FF))))
_RUN = regex(f"{_LOST}+")
_PRIVATE = regex(r"([\ue000-\uf8fe])(?>\1*)")
"""Characters for private use, but for the last one: it is the logo of Apple on its systems."""


def prefilter() -> tuple[str, ...]:
    return ("[\ufffc\ufffd\ue000-\uf8fe\u25cc]", "锟斤拷|占쏙옙|屯屯屯|烫烫烫烫")


def applies(context: Context) -> bool:
    return not _UNKNOWN.isdisjoint(context.signs)


def check(context: Context) -> Findings:
    """Yield a finding for each run of U+FFFD that is in the content itself."""
    for start, end in _runs(context):
        count = end - start
        if count == 1:
            message, expected = (
                "U+FFFD in place of a lost character",
                "the character that was lost",
            )
        else:
            message = f"{count:,} characters U+FFFD in place of lost characters"
            expected = "the characters that were lost"
        yield context.finding((start, end), message, expected)
    place = context.text.find(_OBJECT)
    while place >= 0:
        message = "U+FFFC in place of a picture or another object"
        yield context.finding((place, place + 1), message, "no such character")
        place = context.text.find(_OBJECT, place + 1)
    if not context.signs.isdisjoint(_AGAIN_SIGNS):
        for match in _AGAIN.finditer(context.text, 0, context.body_end):
            message = f"“{match[0][:3]}” in place of lost characters"
            yield context.finding(match.span(), message, "the characters that were lost")
    if _CIRCLE in context.signs:
        for match in _WITHOUT_LETTER.finditer(context.text, 0, context.body_end):
            yield context.finding(match.span(), "U+25CC in place of a letter", "the letter")
    for match in _PRIVATE.finditer(context.text):
        message = f"U+{ord(match[1]):04X} is a character that only one font can show"
        yield context.finding(match.span(), message, "the character that was meant, or none")


def _runs(context: Context) -> Iterator[tuple[int, int]]:
    """Return the runs, but for those in place of invalid bytes, which another rule reports."""
    faults = set() if context.foreign else {fault.start for fault in context.decoded.problems}
    for match in _RUN.finditer(context.text):
        if not faults:
            yield match.span()
            continue
        yield from _parted(match.span(), faults)


def _parted(span: tuple[int, int], faults: set[int]) -> Iterator[tuple[int, int]]:
    start = span[0]
    for place in range(*span):
        if place in faults:
            if start < place:
                yield start, place
            start = place + 1
    if start < span[1]:
        yield start, span[1]
