"""Text that is not canonical.

Every document has one canonical text, and a corpus in git that keeps to it has no differences that mean nothing. The
finding is at the first line that differs and shows the line that was expected; its fix, which is what ``corpusfmt fmt``
writes, is the whole canonical text. It is safe: the same document is read from it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from corpusfmt.diagnostic import Edit, Finding, Fix, Severity
from corpusfmt.subject import Subject

LEVEL = 2
SEVERITY: Severity = "warning"

_LONGEST = 80


def check(subject: Subject) -> Iterator[Finding]:
    """Yield one finding for a text that is not canonical."""
    text, canonical = subject.text, subject.canonical
    if not subject.is_text or text == canonical:
        return
    ours, theirs = text.split("\n"), canonical.split("\n")
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(ours, theirs, strict=False)))
    start = sum(len(line) + 1 for line in ours[:same])
    end = start + len(ours[same]) if same < len(ours) else len(text)
    fix = Fix("write the canonical text", (Edit(0, len(text), canonical),), safe=True)
    message = f"not canonical from line {min(same + 1, len(ours))} on"
    yield Finding("layout", message, min(start, len(text)), end, _expected(ours, theirs, same), fix=fix)


def _expected(ours: list[str], theirs: list[str], same: int) -> str:
    """What should stand in the first line that differs; both lists end in what follows the last line feed."""
    if same >= len(ours):
        return "a line feed at the end of the text"
    if same >= len(theirs) - 1:
        return "the end of the text"
    line = theirs[same]
    return f"the line “{line if len(line) <= _LONGEST else line[: _LONGEST - 1] + '…'}”" if line else "a blank line"
