"""A date that no calendar has.

A line in the place of the date that has its form, but names no day (February 30) or no time of day, is read as a
paragraph, and the document has no date.
"""

from __future__ import annotations

from collections.abc import Iterator

from corpusfmt.dates import read_date
from corpusfmt.diagnostic import Finding, Severity
from corpusfmt.subject import Subject, find

LEVEL = 3
SEVERITY: Severity = "error"


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each line that has a date's form and is none."""
    for token in subject.reading.tokens:
        if token.type in ("DATE", "UPDATED"):
            written = subject.reading.part(token, token.type.lower())
            if read_date(written) is None:
                message = f"“{written.strip()}” is not a day of the calendar"
                yield find("impossible-date", message, subject.reading.span(token), "a date such as February 04, 2020")
