"""``Original url:`` that is not the last block, or has no address.

The address of the article is the last block of the text. Anywhere else, or with words that are no address, it is read
as a paragraph, and the document has no ``url``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpusfmt.diagnostic import Finding, Severity
from corpusfmt.subject import Subject, find

LEVEL = 2
SEVERITY: Severity = "warning"

_LABEL = re.compile(r"original\s+url\s*:", re.IGNORECASE)


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each paragraph that holds the label at the start of a line."""
    for token in subject.reading.tokens:
        if token.type in ("PARAGRAPH", "CAPTION") and (match := _LABEL.search(token)) and _at_line_start(token, match):
            start = (token.start_pos or 0) + match.start()
            span = (start, start + match.end() - match.start())
            yield find(
                "misplaced-url",
                "“Original url:” is read as a paragraph here",
                span,
                "“Original url:” and one address as the last block",
            )


def _at_line_start(token: str, match: re.Match[str]) -> bool:
    return not token[: match.start()].rpartition("\n")[2].strip()
