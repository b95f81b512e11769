"""URL that has lost a hyphen.

### What it does

Reports a URL that joins two words (“runsagain”) if they are adjacent in the title, or if the
article has the same URL elsewhere with one more hyphen.

### Why

When a converter joins the lines of a URL, it may remove a hyphen at the end of a line. Such a URL
leads nowhere.

### Fix

The fix writes the hyphen. It is unsafe: the URL may be right without it.

### Example

```article
# Ferry Runs Again



The ferry to Skerry sailed on Monday.

Original url:

<https://www.skerrynews.example/islands/ferry-runsagain-1234>
```

```findings
9:47: warning: “runsagain” in the URL has lost its hyphen
  expected: runs-again
```

Use instead:

```article
# Ferry Runs Again



The ferry to Skerry sailed on Monday.

Original url:

<https://www.skerrynews.example/islands/ferry-runs-again-1234>
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from unicodedata import normalize

from corpusfmt.lint import Context, Edit, Finding, Findings, Fix
from corpusfmt.syntax.lexer import Token

SEVERITY = "warning"
FIX = "unsafe"
WHY = "the URL may be right without the hyphen"

_LONGEST = 2_000
"""How many characters of a URL and of a title are compared."""

_PART = re.compile("(?:-|/(?=[a-z0-9]+-))([a-z0-9]{5,})")
"""A word of a URL that may be two, with the hyphen on one of its sides."""

_ADDRESS = re.compile(r"https?://[^\s<>()\[\]\"“”]+")
_EDGES = "\"'“”„‘’«»‹›()[].,:;!?¿¡–—-"
_NOTHING = str.maketrans("", "", _EDGES + " \t")
_LETTERS = {
    "ä": "ae",
    "ö": "oe",
    "ü": "ue",
    "ß": "ss",
    "æ": "ae",
    "ø": "o",
    "ł": "l",
    "ı": "i",
    "đ": "d",
}

_Place = tuple[int, int, str]
"""Where what is wrong starts and ends, and what would be right."""


def applies(context: Context) -> bool:
    return "url" in context.reading.document


def check(context: Context) -> Findings:
    """Yield a finding for each word of the URL, or a copy of it, that has lost its hyphen."""
    own = context.reading.url_token
    if own is not None and "-" in own:
        for start, stop, right in sorted(set(_places(context, own))):
            yield _find(context, start, stop, right)


def _places(context: Context, own: Token) -> Iterator[_Place]:
    document = context.reading.document
    if _has_slashes(context.text, own.start_pos):
        yield from _copies(context.text, own.start_pos)
    title = document.get("title", "")[:_LONGEST].lower()
    parts = _PART.findall(own.lower())
    others = [part for part in parts if part not in title and not part.isdigit()]
    if not others:
        return
    url = document["url"][:_LONGEST].lower()
    for joined, first in _neighbours(title, others):
        if joined in url:
            yield from _split(own, joined, len(first))


def _split(own: Token, joined: str, length: int) -> Iterator[_Place]:
    """Yield where two words occur as one in the URL, with a hyphen after the first of them."""
    pattern = rf"(?<=-)(?i:{joined})(?![^\W_])|(?<=/)(?i:{joined})(?=-)"
    for match in re.finditer(pattern, own):
        start, end = own.start_pos + match.start(), own.start_pos + match.end()
        yield start, end, f"{match[0][:length]}-{match[0][length:]}"


def _has_slashes(text: str, end: int) -> bool:
    """Return whether two slashes are adjacent, as in any URL: one character is found quickly."""
    place = text.find("/", 0, end)
    while place >= 0 and text[place + 1] != "/":
        place = text.find("/", place + 1, end)
    return place >= 0


def _copies(text: str, end: int) -> Iterator[_Place]:
    """Return the article's URL where another copy of it in the text has more hyphens."""
    last = _ADDRESS.search(text, end)
    if last is None:
        return
    bare = last[0].replace("-", "")
    for match in _ADDRESS.finditer(text, 0, end):
        if match[0].replace("-", "") == bare and len(match[0]) != len(last[0]):
            shorter, longer = sorted((match, last), key=lambda each: len(each[0]))
            yield (*shorter.span(), longer[0])
            return


def _neighbours(title: str, others: list[str]) -> Iterator[tuple[str, str]]:
    """Return those words that are two of a title in lower case, and the first of the two."""
    title = _ascii(title)
    run_on = title.translate(_NOTHING)
    if not [other for other in others if other in run_on]:  # as in most
        return
    words = [word.strip(_EDGES) for word in title.split()]
    for first, second in pairwise(words):
        joined = first + second
        if joined in others and second.isalnum() and first.isalnum() and joined not in words:
            yield joined, first


def _ascii(title: str) -> str:
    """Return a title in lower case as URLs spell it."""
    title = title.replace("’", "'")
    if title.isascii():
        return title
    if title.isascii():
        return title
    for letter, spelling in _LETTERS.items():
        title = title.replace(letter, spelling)
    return normalize("NFKD", title).encode("ascii", "ignore").decode()


def _find(context: Context, start: int, end: int, right: str) -> Finding:
    written = context.text[start:end]
    fix = Fix(f"write “{right}”", (Edit(start, end, right),), False, WHY)
    return context.finding(
        (start, end), f"“{written}” in the URL has lost its hyphen", right, fix=fix
    )
