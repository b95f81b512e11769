"""A hyphen that a line end left in a word.

Converters put wrapped lines together, and keep the hyphen of a divided word: “infor- mation”. A search does not find
it. It is told only where the article itself says what is right: it has the word elsewhere, in its first 20,000
characters, without the blank, or without hyphen and blank. Hyphens that were lost are told by `lost-hyphen`.

A hyphen within a word in lower case (“infor-mation”) is not told: to look for each such word once more takes long, and
hardly an article has one. Suspended hyphens (“two- and three-year”) are left alone. The fix is unsafe, as it changes
words of the article.

```article
# New Rules for Ferries



The rules are to be in force by May. The captain said she had too little infor- mation about them.

The ferry office has more information.
```

```findings
5:74: warning: “infor- mation” is broken by a hyphen
  expected: information
```

As it should be:

```article
# New Rules for Ferries



The rules are to be in force by May. The captain said she had too little information about them.

The ferry office has more information.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpusfmt.lint.context import Subject, find
from corpusfmt.lint.hyphens import BLANKS, copies, window, word_before
from corpusfmt.model.diagnostic import Finding, Severity
from corpusfmt.rules._shared.prose import HANGING
from corpusfmt.text.edits import Edit, Fix

LEVEL = 4
SEVERITY: Severity = "warning"
WHY = "what the article has elsewhere is not always what is meant here"

_SECOND = re.compile(r"[ \n]([^\W\d_]{2,40})(?![\w-])")


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each word with a hyphen and a blank in it that the article has otherwise."""
    text, end = subject.text, subject.body_end
    for place in [place for place in subject.hyphens.odd if text[place + 1] in BLANKS]:
        second = _SECOND.match(text, place + 1, end)
        first = word_before(text, place)
        if second is not None and first.isalpha() and second[1] not in HANGING:
            right = _right(window(text, end), first, second[1])
            if right:
                yield _find(subject, (place - len(first), second.end()), right)


def _right(text: str, first: str, second: str) -> str:
    """How the article has the word elsewhere; empty where it has it nowhere."""
    return next((word for word in (first + second, f"{first}-{second}") if copies(text, word)), "")


def _find(subject: Subject, span: tuple[int, int], right: str) -> Finding:
    shown = " ".join(subject.text[span[0] : span[1]].split())
    fix = Fix(f"write “{right}”", (Edit(*span, right),), False, WHY) if subject.is_text else None
    return find("broken-hyphen", f"“{shown}” is broken by a hyphen", span, right, fix=fix)
