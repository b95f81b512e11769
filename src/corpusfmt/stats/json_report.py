"""The figures of a corpus as JSON."""

from __future__ import annotations

import json

from corpusfmt.report.workflow import harmless_json
from corpusfmt.stats.summary import Summary

VERSION = 1
"""The version of the report: it changes where a member is removed or means something else."""


def render_json(summary: Summary, version: str) -> str:
    """Return the report; ``version`` is that of corpusfmt."""
    report = {"version": VERSION, "corpusfmt": version, **summary}
    return harmless_json(json.dumps(report, ensure_ascii=True, indent=1)) + "\n"
