"""Findings of rules, diagnostics of files, and reports."""

from dataclasses import dataclass
from typing import Literal

from corpusfmt.text.edits import Fix

Severity = Literal["error", "warning", "info"]
"""The severity of a diagnostic: errors and warnings make a run fail, ``info`` does not."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule yields: a problem in a span of the text, in characters.

    ``expected`` is what was expected, ``pointer`` a JSON pointer into the document; ``byte_offset``
    (from 0) is present if the problem is one of bytes.
    """

    rule: str
    message: str
    start: int
    end: int
    expected: str | None = None
    pointer: str | None = None
    fix: Fix | None = None
    byte_offset: int | None = None


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A finding in a file, with its severity and its place for a reader.

    ``level`` is the level of validity: 1 bytes, 2 layout, 3 document, 4 content, 5 corpus. Lines
    and columns count from 1, columns in characters; the end is the position just past the span.
    ``excerpt`` is the source line and a line of carets. ``byte_offset`` counts from 0 and is None
    if the problem is not one of bytes.
    """

    path: str
    rule: str
    level: int
    severity: Severity
    message: str
    line: int
    column: int
    end_line: int
    end_column: int
    excerpt: str
    expected: str | None = None
    pointer: str | None = None
    byte_offset: int | None = None
    fix: Fix | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """The diagnostics of a file; ``error`` is the reason why it could not be checked, or None."""

    path: str
    diagnostics: tuple[Diagnostic, ...] = ()
    error: str | None = None

    @property
    def exit_code(self) -> int:
        """Return 2 if the file could not be checked, 1 if it has an error or a warning, else 0."""
        if self.error is not None:
            return 2
        return int(any(diagnostic.severity != "info" for diagnostic in self.diagnostics))
