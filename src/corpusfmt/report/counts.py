"""How many files a run has checked, and how many findings it has."""

from __future__ import annotations

from corpusfmt.model.diagnostic import SEVERITIES
from corpusfmt.report import Run
from corpusfmt.text.values import dataclass


@dataclass(frozen=True, slots=True)
class Counts:
    """Numbers of files and of findings. The names are keys of the JSON reports."""

    checked: int
    passed_over: int
    could_not_check: int
    not_fixed: int
    with_findings: int
    error: int
    warning: int
    info: int


def count_run(run: Run) -> Counts:
    """Return the counts of a run."""
    totals = run.totals
    by_severity = {severity: totals.of_severity(severity) for severity in SEVERITIES}
    return Counts(
        checked=run.checked,
        passed_over=sum(number for _, number in run.skipped),
        could_not_check=len(run.unchecked),
        not_fixed=len(run.unfixed),
        with_findings=totals.with_findings,
        **by_severity,
    )


def count_record(run: Run) -> dict[str, object]:
    """Return what the JSON formats have about a run as a whole."""
    from dataclasses import asdict

    return {
        "version": run.version,
        "exit_code": run.exit_code,
        "interrupted": run.interrupted,
        "trouble": run.trouble,
        "counts": asdict(count_run(run)),
        "known": run.known,
        "passed_over": [{"reason": reason, "count": number} for reason, number in run.skipped],
    }
