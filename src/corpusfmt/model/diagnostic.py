"""The values that findings are made of: edits, fixes, findings, diagnostics and reports."""

from __future__ import annotations

from corpusfmt.text.annotations import Literal
from corpusfmt.text.edits import Fix
from corpusfmt.text.values import dataclass

Severity = Literal["error", "warning", "info"]
"""How serious a diagnostic is: errors and warnings make a run fail, info does not."""

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")
"""All severities, the most serious first."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule yields: a problem from ``start`` to ``end``, in characters of the text.

    ``expected`` is what would have been right, ``pointer`` a JSON pointer into the document;
    ``byte_offset`` (from 0) is set where the problem is one of bytes, ``kind`` where a rule tells
    several kinds of problem apart: a name that programs can filter by. An uncertain finding is one
    of severity info, unless the settings name a severity for the rule.
    """

    message: str
    start: int
    end: int
    expected: str | None = None
    pointer: str | None = None
    fix: Fix | None = None
    byte_offset: int | None = None
    kind: str | None = None
    is_uncertain: bool = False


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A finding as it is reported: with its file, its rule, its severity and its position.

    ``level`` is the level of validity: 1 bytes, 2 layout, 3 document, 4 content, 5 corpus. Lines
    and columns count from 1, columns in characters; the end is the position just past the span.
    ``excerpt`` is the source line and a line of carets. ``byte_offset`` counts from 0 and is None
    where the problem is not one of bytes. ``kind`` tells apart what a rule reports, where it
    reports several kinds of problem, such as ``error-page``. Corpus rules set ``others``, the
    paths of articles that this one was compared with, and ``articles``, the number of articles
    that the finding is about, if the rule counts them.
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
    kind: str | None = None
    others: tuple[str, ...] = ()
    articles: int = 0


@dataclass(frozen=True, slots=True)
class Report:
    """The diagnostics of a file.

    ``error`` is the reason why the file could not be checked, or None. ``unfixed`` is the reason
    why requested fixes were not applied, or None; the file was checked all the same.
    """

    path: str
    diagnostics: tuple[Diagnostic, ...] = ()
    error: str | None = None
    unfixed: str | None = None

    @property
    def exit_code(self) -> int:
        """Return 2 if the file was not checked or not fixed, 1 for errors or warnings, else 0."""
        if self.error is not None or self.unfixed is not None:
            return 2
        return int(any(diagnostic.severity != "info" for diagnostic in self.diagnostics))


def fails(diagnostic: Diagnostic, fail_on: str) -> bool:
    """Return whether a diagnostic makes a run fail; ``fail_on`` is "error" or "warning"."""
    return fails_for(diagnostic.severity, fail_on)


def fails_for(severity: Severity, fail_on: str) -> bool:
    """Return whether a diagnostic of a severity makes a run fail."""
    if severity == "warning":
        return fail_on == "warning"
    return severity == "error"


def by_position(diagnostic: Diagnostic) -> tuple[int, int, int]:
    """Return the sort key for the order of the text; diagnostics of one place sort by level."""
    return diagnostic.line, diagnostic.column, diagnostic.level
