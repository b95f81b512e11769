"""The format ``concise``: one line for each finding, then what was not checked and the summary."""

from __future__ import annotations

from corpusfmt.report import Run
from corpusfmt.report.diagnostic_text import diagnostic_line
from corpusfmt.report.wording import summary, unchecked_line, unfixed_line


def render(run: Run) -> str:
    """Return the findings in the order of the run, what was not checked, and the summary."""
    lines = [
        *map(diagnostic_line, run.diagnostics),
        *map(unchecked_line, run.unchecked),
        *map(unfixed_line, run.unfixed),
        summary(run),
    ]
    return "".join(f"{line}\n" for line in lines)
