"""The format ``concise``: one line for each finding, then what was not checked and the summary."""

from __future__ import annotations

from corpusfmt.report import Run
from corpusfmt.report.diagnostic_text import diagnostic_line
from corpusfmt.report.wording import closing_lines, join_lines


def render(run: Run) -> str:
    """Return the findings in the order of the run, what was not checked, and the summary."""
    return join_lines([*map(diagnostic_line, run.diagnostics), *closing_lines(run)])
