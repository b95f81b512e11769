"""The values that findings are made of: edits, fixes, findings, diagnostics and reports."""

from dataclasses import dataclass
from typing import Literal, get_args

from corpusfmt.text.edits import Fix

Severity = Literal["error", "warning", "info"]
"""How much a diagnostic weighs: errors and warnings make a run fail, information does not."""

SEVERITIES: tuple[Severity, ...] = get_args(Severity)
"""All severities, the gravest first."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule yields: a problem in the span from ``start`` to ``end``, in characters of the text.

    ``expected`` is what would have been right, ``pointer`` a JSON pointer into the document; ``byte_offset`` (from 0)
    is set where the problem is one of bytes.
    """

    message: str
    start: int
    end: int
    expected: str | None = None
    pointer: str | None = None
    fix: Fix | None = None
    byte_offset: int | None = None


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A finding signed by the checker: the file, how grave it is, and its place for a reader.

    ``level`` is the level of validity: 1 bytes, 2 layout, 3 document, 4 content, 5 corpus. Lines
    and columns count from 1, columns in characters; the end is the position just past the span.
    ``excerpt`` is the source line and a line of carets. ``byte_offset`` counts from 0 and is None
    where the fault is not one of bytes.
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
    """One file's diagnostics.

    ``error`` says in plain words why the file could not be checked, if it could not. ``unfixed``
    says why its fixes were not made, if they should have been; the file was checked all the same.
    """

    path: str
    diagnostics: tuple[Diagnostic, ...] = ()
    error: str | None = None
    unfixed: str | None = None

    @property
    def exit_code(self) -> int:
        """Return 2 where the file was not checked or not fixed, 1 where it has an error or a warning, otherwise 0."""
        if self.error is not None or self.unfixed is not None:
            return 2
        return int(any(diagnostic.severity != "info" for diagnostic in self.diagnostics))


def fails(diagnostic: Diagnostic, fail_on: str) -> bool:
    """Return whether a diagnostic makes a run fail; ``fail_on`` is "error" or "warning"."""
    if diagnostic.severity == "warning":
        return fail_on == "warning"
    return diagnostic.severity == "error"


def by_position(diagnostic: Diagnostic) -> tuple[int, int, int]:
    """Return the key that sorts diagnostics in the order of the text, those of one place by level."""
    return diagnostic.line, diagnostic.column, diagnostic.level
