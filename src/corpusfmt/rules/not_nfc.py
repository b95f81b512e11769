"""Text that is not in Unicode normalization form C.

The same word written with a composed and with a combining accent does not compare equal. Canonical text is NFC; the
finding is at the first character that changes, and ``corpusfmt fmt`` composes it.
"""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import is_normalized, normalize

from corpusfmt.diagnostic import Finding, Severity
from corpusfmt.subject import Subject, find

LEVEL = 1
SEVERITY: Severity = "warning"


def check(subject: Subject) -> Iterator[Finding]:
    """Yield one finding for a text that is not NFC, at the first line that is not."""
    if subject.text.isascii() or is_normalized("NFC", subject.text):
        return
    start = 0
    for line in subject.text.split("\n"):
        if not is_normalized("NFC", line):
            break
        start += len(line) + 1
    composed = normalize("NFC", line)
    same = next((i for i, (a, b) in enumerate(zip(line, composed, strict=False)) if a != b), len(composed))
    place = start + min(same, max(len(line) - 1, 0))
    message = f"the text is not NFC from U+{ord(subject.text[place]):04X} on"
    yield find("not-nfc", message, (place, place + 1), "text in Unicode normalization form C")
