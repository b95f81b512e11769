"""The format ``concise``: one line a finding, and what was not checked; the last line is a summary."""

from __future__ import annotations

from corpusfmt.report import Run
from corpusfmt.report.wording import line, summary, unchecked_line, unfixed_line


def render(run: Run) -> str:
    """Return the findings in the order of the run, what was not checked or not fixed, and the summary."""
    undone = [*map(unchecked_line, run.unchecked), *map(unfixed_line, run.unfixed)]
    return "".join(f"{told}\n" for told in (*map(line, run.diagnostics), *undone, summary(run)))
