"""`Original url:` that is not the last block, or has no address.

The address of the article is the last block of the text: `Original url:`, an empty line, and the address. Anywhere
else, or with words that are no address, the label is text, and the article has no address. A label behind other words
counts only if an address follows it and the article has none; converters join the last two paragraphs so.

`corpusfmt fmt` leaves the file alone: `corpusfmt fmt --unsafe-fixes` writes a backslash before the colon of a paragraph
that begins with the label, which says that it is meant as text.

```article
# Ferry Runs Again



The ferry to Skerry sailed on Monday. Original url: <https://skerrynews.example/ferry>
```

```findings
5:39: warning: “Original url:” is not a block of its own at the end
  expected: “Original url:” and one address as the last block
```

```article
# Ferry Runs Again



The ferry to Skerry sailed on Monday.

Original url: not known
```

```findings
7:1: warning: no address follows “Original url:”
  expected: an address such as <https://www.example.org/article>
```

As it should be:

```article
# Ferry Runs Again



The ferry to Skerry sailed on Monday.

Original url:

<https://skerrynews.example/ferry>
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpusfmt.lint.context import Subject, find
from corpusfmt.model.diagnostic import Finding, Severity
from corpusfmt.rules import Blocks

LEVEL = 2
SEVERITY: Severity = "warning"
BLOCKS_REWRITING: Blocks = "guess"

_LABEL = re.compile(r"[Oo][Rr](?i:iginal\s+url)(?:[^\S\n]|\*\*)*:")
_ADDRESS = re.compile(r"[\s*\[<]*(?i:https?://|www\.)")
_MARKS = " \t#>*_+•—-"
_BEFORE_COLON = frozenset("lL* \t\xa0")
_FARTHEST = 20
"""How far from the start of its line a label may stand behind marks: a bound keeps a line of many labels linear."""


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each label that stands in the place of an address and gives the article none."""
    text = subject.text
    known, end = subject.reading.url_token, subject.body_end
    if not _is_likely(text, end) or "original" not in text[:end].lower():  # cheaper than the pattern
        return
    for match in _LABEL.finditer(text, 0, end):
        address = _ADDRESS.match(text, match.end()) is not None
        if _begins_line(text, match.start()) or (known is None and (address or _follows_marks(text, match.start()))):
            yield _find(match, address)


def _is_likely(text: str, end: int) -> bool:
    """Whether a colon stands behind what the label ends with, or behind blanks: one character is soon found."""
    place = text.find(":", 0, end)
    while place >= 0:
        if text[place - 1 : place] in _BEFORE_COLON and _ends_in_url(text[max(0, place - _FARTHEST) : place]):
            return True
        place = text.find(":", place + 1, end)
    return False


def _ends_in_url(text: str) -> bool:
    text = text.rstrip("* \t\xa0")
    return text[-3:].lower() == "url" or not text or text[-1].isspace()


def _find(match: re.Match[str], has_address: bool) -> Finding:
    if has_address:
        message = "“Original url:” is not a block of its own at the end"
        expected = "“Original url:” and one address as the last block"
    else:
        message, expected = "no address follows “Original url:”", "an address such as <https://www.example.org/article>"
    return find("misplaced-url", message, match.span(), expected)


def _begins_line(text: str, start: int) -> bool:
    """Whether a label begins its line, perhaps in bold."""
    return _is_line_start(text[max(0, start - _FARTHEST) : start].removesuffix("**").rstrip(" \t"), start)


def _follows_marks(text: str, start: int) -> bool:
    """Whether nothing but the marks of an item, a quote or a heading stands before a label in its line."""
    return _is_line_start(text[max(0, start - _FARTHEST) : start].rstrip(_MARKS), start)


def _is_line_start(before: str, start: int) -> bool:
    return before.endswith("\n") or (not before and start <= _FARTHEST)
