"""The format ``json``: one object with the version, the counts, and each file with its findings."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import starmap

from corpusfmt.report import Run
from corpusfmt.report.counts import count_record
from corpusfmt.report.fingerprint import results_with_fingerprints
from corpusfmt.report.record import (
    Record,
    finding_record,
    object_to_json,
    text_or_null,
    unchecked_record,
)
from corpusfmt.report.wording import without_surrogates


def lines(run: Run) -> Iterator[str]:
    """Yield the object. ``files`` are in the order of the run, ``missing`` has other paths."""
    missing = [*starmap(unchecked_record, run.missing)]
    head: Record = {"tool": "corpusfmt", **count_record(run), "missing": missing}
    return object_to_json(head, "files", _files(run))


def _files(run: Run) -> Iterator[Record]:
    for result, findings in results_with_fingerprints(run):
        report = result.report
        yield {
            "path": without_surrogates(report.path),
            "error": text_or_null(report.error),
            "not_fixed": text_or_null(report.unfixed),
            "findings": [*starmap(finding_record, findings)],
        }
