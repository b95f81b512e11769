"""A credit that was guessed, or a first line that may be one.

After the gap a line may be the picture's credit or the first paragraph. A credit in bold is certain, and one that is
known by its words (an agency, names with a slash between them) is taken for one. What is found here is the rest:

- a caption and its credit run together on one line, without the bold that tells them apart, or a credit taken for one
  by its shape alone: ``corpusfmt fmt`` writes the credit in bold, which settles it; look whether it is right;
- a short line without a full stop that was *not* taken for a credit. That is information, and no fault.
"""

from __future__ import annotations

from collections.abc import Iterator

from corpusfmt.diagnostic import Finding, Severity
from corpusfmt.subject import Subject, find

LEVEL = 2
SEVERITY: Severity = "info"

_LONGEST = 80
_SENTENCE_ENDS = '.!?…:;。！？।؟۔։”"»)'


def check(subject: Subject) -> Iterator[Finding]:
    """Yield one finding at most: at the line after the gap."""
    reading = subject.reading
    tokens = iter(reading.tokens)
    if reading.gap is None or next((token for token in tokens if token.type == "GAP"), None) is None:
        return
    token = next(tokens, None)
    if token is None:
        return
    span = reading.span(token)
    if token.type in ("CREDIT_RUN_ON", "CREDIT_GUESSED", "CREDIT_HEADED") and "credit" in reading.document:
        credit = reading.document["credit"]
        yield find("ambiguous-credit", f"“{credit[:60]}” is taken for the credit", span, f"**{credit[:60]}**")
    elif token.type == "PARAGRAPH" and _may_be_credit(token.strip()):
        yield find("ambiguous-credit", "is taken for a paragraph; it may be a credit", span, "a credit in bold, if so")


def _may_be_credit(line: str) -> bool:
    return len(line) <= _LONGEST and "\n" not in line and line[-1] not in _SENTENCE_ENDS
