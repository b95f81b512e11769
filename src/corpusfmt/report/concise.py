"""The format ``concise``: one line for each finding, then what was not checked and the summary."""

from __future__ import annotations

from collections.abc import Iterator

from corpusfmt.report import Run
from corpusfmt.report.diagnostic_text import diagnostic_line
from corpusfmt.report.wording import closing_lines, join_lines


def lines(run: Run) -> Iterator[str]:
    """Yield the findings in the order of the run, what was not checked, and the summary."""
    for diagnostic in run.diagnostics:
        yield f"{diagnostic_line(diagnostic)}\n"
    yield join_lines(closing_lines(run))
