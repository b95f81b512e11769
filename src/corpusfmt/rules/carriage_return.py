"""Lines that end in a carriage return.

Canonical text ends its lines with a line feed alone, so that a corpus has one byte sequence for one text wherever it
is written. One finding for the file, at the first; ``corpusfmt fmt`` writes line feeds.
"""

from __future__ import annotations

from collections.abc import Iterator

from corpusfmt.diagnostic import Finding, Severity
from corpusfmt.subject import Subject, find

LEVEL = 1
SEVERITY: Severity = "warning"


def check(subject: Subject) -> Iterator[Finding]:
    """Yield one finding with the number of carriage returns."""
    count = subject.text.count("\r")
    if count:
        start = subject.text.index("\r")
        lines = "1 carriage return" if count == 1 else f"{count} carriage returns"
        yield find("carriage-return", f"the file holds {lines}", (start, start + 1), "lines that end in a line feed")
