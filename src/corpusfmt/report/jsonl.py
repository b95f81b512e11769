"""The format ``jsonl``: one object a line, one for each finding; the last line is a summary."""

from __future__ import annotations

from collections.abc import Iterator

from corpusfmt.report import Run
from corpusfmt.report.counts import count_record
from corpusfmt.report.fingerprint import with_fingerprints
from corpusfmt.report.record import Record, finding_record, to_json, unchecked_record
from corpusfmt.report.wording import join_lines


def render(run: Run) -> str:
    """Return lines of the types ``finding``, ``unchecked``, ``not-fixed`` and ``summary``."""
    return join_lines(map(to_json, _records(run)))


def _records(run: Run) -> Iterator[Record]:
    for diagnostic, fingerprint in with_fingerprints(run.diagnostics, run.root):
        yield {"type": "finding", **finding_record(diagnostic, fingerprint)}
    for path, reason in run.unchecked:
        yield {"type": "unchecked", **unchecked_record(path, reason)}
    for path, reason in run.unfixed:
        yield {"type": "not-fixed", **unchecked_record(path, reason)}
    yield {"type": "summary", **count_record(run)}
