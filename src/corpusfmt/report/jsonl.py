"""The format ``jsonl``: one object a line, one for each finding; the last line is a summary."""

from __future__ import annotations

from collections.abc import Iterator

from corpusfmt.report import Run
from corpusfmt.report.counts import count_record
from corpusfmt.report.fingerprint import with_fingerprints
from corpusfmt.report.record import Record, finding_record, to_json, unchecked_record


def lines(run: Run) -> Iterator[str]:
    """Yield lines of the types ``finding``, ``unchecked``, ``not-fixed`` and ``summary``."""
    for record in _records(run):
        yield f"{to_json(record)}\n"


def _records(run: Run) -> Iterator[Record]:
    for diagnostic, fingerprint in with_fingerprints(run.diagnostics, run.root):
        yield {"type": "finding", **finding_record(diagnostic, fingerprint)}
    for path, reason in run.unchecked:
        yield {"type": "unchecked", **unchecked_record(path, reason)}
    for path, reason in run.unfixed:
        yield {"type": "not-fixed", **unchecked_record(path, reason)}
    yield {"type": "summary", **count_record(run)}
