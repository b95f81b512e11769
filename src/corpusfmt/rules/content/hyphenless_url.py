"""URL that has lost a hyphen.

### What it does

Reports a URL that joins two words (“runsagain”). The words are known by the title, by the text of
the article, by the other URLs of its host in the text, or by a list of words that are frequent in
URLs of news. A word and the number after it (“again1234567”) count as two, and so do the parts of a
date (“2023-0314”). A URL is not reported for what the article itself or English writes as one word
(“airplane”), nor if fewer than 60 characters of the line precede the place: no printed line is as
short. A URL is also reported if the article has the same URL elsewhere with one more hyphen.

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

<https://www.skerrynews.example/islands/the-north-isles/ferry-runsagain-1234>
```

```findings
9:63: warning: “runsagain” in the URL has lost its hyphen
  expected: runs-again
```

Use instead:

```article
# Ferry Runs Again



The ferry to Skerry sailed on Monday.

Original url:

<https://www.skerrynews.example/islands/the-north-isles/ferry-runs-again-1234>
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpusfmt.lint import Context, Edit, Finding, Findings, Fix
from corpusfmt.rules._shared.lost_hyphens import lost_hyphens
from corpusfmt.syntax.lexer import Token
from corpusfmt.text.patterns import regex

SEVERITY = "warning"
FIX = "unsafe"
WHY = "the URL may be right without the hyphen"

_LONGEST = 2_000
"""How many characters of a URL and of a title are compared."""

_MOST_TEXT = 20_000
"""How many characters of the article are searched for the words."""

_SHORTEST_LINE = 60
"""The fewest characters before the end of a printed line, at which a URL can lose its hyphen."""

_ADDRESS = regex(r"https?://[^\s<>()\[\]\"“”]+")

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
    copies = []
    if _has_slashes(context.text, own.start_pos):
        copies = list(_copies(context.text, own.start_pos))
    if copies:
        yield from copies
        return
    title = document.get("title", "")[:_LONGEST]
    text = context.text[: min(own.start_pos, _MOST_TEXT)]
    for lost in lost_hyphens(document["url"][:_LONGEST], title, text):
        for start, stop, right in _split(own, lost.joined, lost.length):
            line_start = context.text.rfind("\n", 0, start) + 1
            if start + lost.length - line_start >= _SHORTEST_LINE:
                yield start, stop, right


def _split(own: Token, joined: str, length: int) -> Iterator[_Place]:
    """Yield where two words occur as one in the URL, with a hyphen after the first of them."""
    pattern = rf"(?<=[/-])(?i:{joined})(?![^\W_])"
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


def _find(context: Context, start: int, end: int, right: str) -> Finding:
    written = context.text[start:end]
    fix = Fix(f"write “{right}”", (Edit(start, end, right),), False, WHY)
    return context.finding(
        (start, end), f"“{written}” in the URL has lost its hyphen", right, fix=fix
    )
