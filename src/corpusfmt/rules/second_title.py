"""A second title.

The title is the first block, and the one heading of level 1. Another ``# `` in the body is read as a heading of level
2, which ``corpusfmt fmt`` makes it.
"""

from __future__ import annotations

from collections.abc import Iterator

from corpusfmt.diagnostic import Finding, Severity
from corpusfmt.subject import Subject, find

LEVEL = 2
SEVERITY: Severity = "warning"


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each heading of level 1 that is not the title."""
    for token in subject.reading.tokens:
        if token.type == "HEADING" and not token.lstrip().startswith("##"):
            yield find("second-title", "a second title", subject.reading.span(token), "a heading of level 2 to 6")
