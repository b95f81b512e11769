"""The format ``json``: one object with the version, the counts, and every file with its findings."""

from __future__ import annotations

from corpusfmt.report import Run
from corpusfmt.report.counts import count_record
from corpusfmt.report.fingerprint import signed
from corpusfmt.report.record import Record, finding_record, object_to_json, unchecked_record
from corpusfmt.report.wording import without_surrogates


def render(run: Run) -> str:
    """The object; ``files`` has the reports in the order of the run, ``missing`` the paths that led to no file."""
    missing = [unchecked_record(path, reason) for path, reason in run.missing]
    head = {"tool": "corpusfmt", **count_record(run), "missing": missing}
    return object_to_json(head, "files", _files(run)) + "\n"


def _files(run: Run) -> list[Record]:
    records = iter([finding_record(*pair) for pair in signed(run.diagnostics, run.root)])
    return [
        {
            "path": without_surrogates(report.path),
            "error": None if report.error is None else without_surrogates(report.error),
            "not_fixed": None if report.unfixed is None else without_surrogates(report.unfixed),
            "findings": [next(records) for _ in report.diagnostics],
        }
        for report in run.reports
    ]
