"""URL that has lost a hyphen.

### What it does

Reports a URL in which two words are joined (“runsagain”). The words are recognized by comparison
with the title, the text of the article, the other URLs of its host in the text, and a list of words
that are frequent in URLs of news. A word and the number after it (“again1234567”) count as two, and
so do the parts of a date (“2023-0314”). Words that are written as one in the article or in English
(“airplane”) are not reported. Neither is a place with fewer than 60 characters before it on its
line, since no printed line is that short. A URL is also reported if the article has the same URL
elsewhere with one more hyphen.

If the title has the two words with a hyphen between them (“well-being”), some websites join them in
the URL. The severity is then info, unless the URL keeps the hyphen of other such words of the
title.

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
from corpusfmt.rules._shared.slugs import words_of
from corpusfmt.syntax.lexer import Token
from corpusfmt.text.patterns import regex

SEVERITY = "warning"
FIX = "unsafe"
NEEDS = ("a URL",)
WHY = "the URL may be right without the hyphen"

_LONGEST = 2_000
"""How many characters of a URL and of a title are compared."""

_MOST_TEXT = 20_000
"""How many characters of the article are searched for the words."""

_SHORTEST_LINE = 60
"""The fewest characters before the end of a printed line, at which a URL can lose its hyphen."""

_COMPOUND = regex(r"[^\W_]+(?:-[^\W_]+)+")
_ADDRESS = regex(r"https?://[^\s<>()\[\]\"“”]+")

_Place = tuple[int, int, str]
"""Where what is wrong starts and ends, and what would be right."""


def check(context: Context) -> Findings:
    """Yield a finding for each word of the URL, or a copy of it, that has lost its hyphen."""
    own = context.reading.url_token
    if own is not None and "-" in own:
        for start, stop, right in sorted(set(_places(context, own))):
            yield _find(context, start, stop, right)


def _places(context: Context, own: Token) -> Iterator[_Place]:
    document = context.reading.document
    copies = []
    if "//" in context.rare:  # as in any other URL
        copies = list(_copies(context.text, own.start_pos))
    if copies:
        yield from copies
        return
    title = document.get("title", "")[:_LONGEST]
    text = context.text[: min(own.start_pos, _MOST_TEXT)]
    url = document["url"][:_LONGEST]
    for lost in lost_hyphens(url, title, text, context.signs, _first_place(context)):
        for start, stop, right in _split(own, lost.joined, lost.length):
            line_start = context.text.rfind("\n", 0, start) + 1
            if start + lost.length - line_start >= _SHORTEST_LINE:
                yield start, stop, right


def _first_place(context: Context) -> int:
    """Return the offset in the URL of the first place far enough from the start of the line."""
    start, end = context.url_span or (0, 0)
    if context.text[start:end] != context.reading.document.get("url"):
        return 0  # it is written with escapes
    line_start = context.text.rfind("\n", 0, start) + 1
    return _SHORTEST_LINE - (start - line_start)


def _split(own: Token, joined: str, length: int) -> Iterator[_Place]:
    """Yield where two words occur as one in the URL, with a hyphen after the first of them."""
    pattern = rf"(?<=[/-])(?i:{joined})(?![^\W_])"
    for match in re.finditer(pattern, own):
        start, end = own.start_pos + match.start(), own.start_pos + match.end()
        yield start, end, f"{match[0][:length]}-{match[0][length:]}"


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
    document = context.reading.document
    may_be_meant = _is_joined_by_site(document.get("title", "")[:_LONGEST], document["url"], right)
    message = f"“{written}” in the URL has lost its hyphen"
    if may_be_meant:
        message = f"“{written}” in the URL has lost its hyphen, or the website joins these words"
    fix = Fix(f"write “{right}”", (Edit(start, end, right),), False, WHY)
    return context.finding((start, end), message, right, fix=fix, is_uncertain=may_be_meant)


def _is_joined_by_site(title: str, url: str, right: str) -> bool:
    """Return whether the title has a hyphen between words that the URL joins.

    That says nothing about the website if the URL has other words of the title with their hyphen.
    """
    compounds = ["-".join(words_of(match[0])) for match in _COMPOUND.finditer(title)]
    same = [compound for compound in compounds if f"-{right.lower()}-" in f"-{compound}-"]
    if not same:
        return False
    path = "-".join(words_of(url[:_LONGEST]))
    return not any(f"-{other}-" in f"-{path}-" for other in compounds if other not in same)
