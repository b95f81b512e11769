"""A document that the schema does not accept.

Any text is read, but a document needs a title and a body of one block or more. The finding has the JSON pointer of
what is wrong in the document and its place in the text; what is missing has the place of the title, or of the first
line.
"""

from __future__ import annotations

from collections.abc import Iterator

from corpusfmt.diagnostic import Finding, Severity
from corpusfmt.subject import Subject

LEVEL = 3
SEVERITY: Severity = "error"


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each problem of the document."""
    for problem in subject.problems:
        start, end = subject.place(problem.pointer)
        yield Finding(
            "schema", problem.message, start, end, problem.expected or _expected(problem.message), problem.pointer
        )


def _expected(message: str) -> str | None:
    return "a first line “# ” and the title" if message.startswith("'title' is missing") else None
