"""The format ``jsonl``: one object a line, a finding each; the last line is a summary."""

from __future__ import annotations

from corpusfmt.report import Run
from corpusfmt.report.counts import count_record
from corpusfmt.report.fingerprint import signed
from corpusfmt.report.record import Record, finding_record, to_json, unchecked_record


def render(run: Run) -> str:
    """Return lines whose ``type`` is ``finding``, ``unchecked``, ``not-fixed`` and, at last, ``summary``."""
    records: list[Record] = [
        {"type": "finding", **finding_record(*pair)} for pair in signed(run.diagnostics, run.root)
    ]
    records += [{"type": "unchecked", **unchecked_record(*pair)} for pair in run.unchecked]
    records += [{"type": "not-fixed", **unchecked_record(*pair)} for pair in run.unfixed]
    records.append({"type": "summary", **count_record(run)})
    return "".join(f"{to_json(record)}\n" for record in records)
