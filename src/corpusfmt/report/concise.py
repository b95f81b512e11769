"""The format ``concise``: one line a finding, and what was not checked; the last line is a summary."""

from __future__ import annotations

from corpusfmt.report import Run
from corpusfmt.report.wording import line, summary
from corpusfmt.text.display import printable, shown_path


def render(run: Run) -> str:
    """The findings in the order of the run, then what could not be checked, then the summary."""
    unchecked = (f"{shown_path(path)}: could not be checked: {printable(reason)}" for path, reason in run.unchecked)
    return "".join(f"{told}\n" for told in (*map(line, run.diagnostics), *unchecked, summary(run)))
