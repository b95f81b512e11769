"""The format ``gitlab``: a Code Quality report, a list of issues as GitLab's merge requests compare them.

GitLab tells issues apart by their fingerprints, and knows nothing beside issues: what could not be checked is a
blocker. Where a run is not complete, its counts are an issue of severity info, whose fingerprint never changes. The
report of a clean run is an empty list.
"""

from __future__ import annotations

import os
from collections.abc import Iterator

from corpusfmt.model.diagnostic import Diagnostic, Severity
from corpusfmt.report import Run
from corpusfmt.report.diagnostic_text import message_line
from corpusfmt.report.fingerprint import fingerprint_of, signed
from corpusfmt.report.places import last_line
from corpusfmt.report.record import Record, rows_to_json
from corpusfmt.report.wording import summary, without_surrogates
from corpusfmt.text.display import printable

_SEVERITIES: dict[Severity, str] = {"error": "major", "warning": "minor", "info": "info"}
_HERE = "."
"""The path of what belongs to no file."""


def render(run: Run) -> str:
    """Return the list: the findings, what was not checked or not fixed, and the summary if there is any of that."""
    return rows_to_json(_issues(run)) + "\n"


def _issues(run: Run) -> Iterator[Record]:
    for diagnostic, fingerprint in signed(run.diagnostics, run.root):
        yield _finding(diagnostic, fingerprint)
    for path, reason in run.unchecked:
        told = f"could not be checked: {printable(reason)}"
        yield _issue(
            told, "could-not-check", fingerprint_of("could-not-check", path), "blocker", path
        )
    for path, reason in run.unfixed:
        yield _issue(
            f"not fixed: {printable(reason)}",
            "not-fixed",
            fingerprint_of("not-fixed", path),
            "major",
            path,
        )
    if run.trouble:
        yield _issue(run.trouble, "unfinished", fingerprint_of("unfinished"), "blocker", _HERE)
    if not run.is_complete:
        yield _issue(summary(run), "summary", fingerprint_of("summary"), "info", _HERE)


def _finding(diagnostic: Diagnostic, fingerprint: str) -> Record:
    severity = _SEVERITIES[diagnostic.severity]
    lines = (diagnostic.line, last_line(diagnostic))
    return _issue(
        message_line(diagnostic), diagnostic.rule, fingerprint, severity, diagnostic.path, lines
    )


def _issue(
    description: str,
    name: str,
    fingerprint: str,
    severity: str,
    path: str,
    lines: tuple[int, int] = (1, 1),
) -> Record:
    return {
        "description": without_surrogates(description),
        "check_name": name,
        "fingerprint": fingerprint,
        "severity": severity,
        "location": {
            "path": without_surrogates(path.replace(os.sep, "/").removeprefix("./")),
            "lines": {"begin": lines[0], "end": lines[1]},
        },
    }
