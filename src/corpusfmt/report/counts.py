"""How much a run has checked and found."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from corpusfmt.model.diagnostic import Severity
from corpusfmt.report import Run

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")
"""The severities, the gravest first."""


@dataclass(frozen=True, slots=True)
class Counts:
    """Files checked, skipped, not checked, not fixed, and with findings; and findings by severity."""

    checked: int
    passed_over: int
    could_not_check: int
    not_fixed: int
    with_findings: int
    error: int
    warning: int
    info: int


def count_run(run: Run) -> Counts:
    """The counts of a run."""
    by_severity = dict.fromkeys(SEVERITIES, 0)
    for diagnostic in run.diagnostics:
        by_severity[diagnostic.severity] += 1
    return Counts(
        checked=run.checked,
        passed_over=sum(number for _, number in run.skipped),
        could_not_check=len(run.unchecked),
        not_fixed=len(run.unfixed),
        with_findings=sum(1 for report in run.reports if report.diagnostics),
        **by_severity,
    )


def count_record(run: Run) -> dict[str, object]:
    """What the formats made of JSON say of a run as a whole: its counts, and what was passed over and why."""
    return {
        "version": run.version,
        "exit_code": run.exit_code,
        "interrupted": run.interrupted,
        "trouble": run.trouble,
        "counts": asdict(count_run(run)),
        "known": run.known,
        "passed_over": [{"reason": reason, "count": number} for reason, number in run.skipped],
    }
