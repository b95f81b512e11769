"""A date in figures that could be two days.

``03/04/2016`` is March 4 in the print template, which puts the month first, and April 3 in most of the world. It is
read as the template has it; ``corpusfmt fmt`` writes the month in words, which settles it, so look before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpusfmt.diagnostic import Finding, Severity
from corpusfmt.subject import Subject, find

LEVEL = 2
SEVERITY: Severity = "warning"

_FIGURES = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/[0-9]{4}")


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each date of the header whose day and month could change places."""
    for token in subject.reading.tokens:
        if token.type not in ("DATE", "UPDATED"):
            continue
        match = _FIGURES.search(token)
        if match and int(match[1]) <= 12 and int(match[2]) <= 12 and match[1] != match[2]:
            start = (token.start_pos or 0) + match.start()
            message = f"“{match[0]}” is read with the month first"
            yield find("ambiguous-date", message, (start, start + len(match[0])), "a date with the month in words")
