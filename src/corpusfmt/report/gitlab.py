"""The format ``gitlab``: a Code Quality report, a list of issues for merge requests of GitLab.

GitLab matches issues by their fingerprints, and has nothing but issues: what could not be checked
is a blocker. Where a run is not complete, its counts are an issue of severity info, whose
fingerprint never changes. The report of a run without findings is an empty list.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass

from corpusfmt.model.diagnostic import Severity
from corpusfmt.report import Run
from corpusfmt.report.diagnostic_text import message_line
from corpusfmt.report.fingerprint import fingerprint_of, with_fingerprints
from corpusfmt.report.positions import last_line
from corpusfmt.report.record import Record, rows_to_json
from corpusfmt.report.wording import summary, without_surrogates
from corpusfmt.text.display import printable

_SEVERITIES: dict[Severity, str] = {"error": "major", "warning": "minor", "info": "info"}

_NO_FILE = "."
"""The path of an issue that is about no file."""


@dataclass(frozen=True, slots=True)
class _Issue:
    description: str
    name: str
    fingerprint: str
    severity: str
    path: str
    first: int = 1
    last: int = 1

    def as_record(self) -> Record:
        path = self.path.replace(os.sep, "/").removeprefix("./")
        return {
            "description": without_surrogates(self.description),
            "check_name": self.name,
            "fingerprint": self.fingerprint,
            "severity": self.severity,
            "location": {
                "path": without_surrogates(path),
                "lines": {"begin": self.first, "end": self.last},
            },
        }


def lines(run: Run) -> Iterator[str]:
    """Yield the list: findings, what was not done and, if that is anything, the summary."""
    return rows_to_json(issue.as_record() for issue in _issues(run))


def _issues(run: Run) -> Iterator[_Issue]:
    for diagnostic, fingerprint in with_fingerprints(run.diagnostics, run.root):
        yield _Issue(
            message_line(diagnostic),
            diagnostic.rule,
            fingerprint,
            _SEVERITIES[diagnostic.severity],
            diagnostic.path,
            diagnostic.line,
            last_line(diagnostic),
        )
    for path, reason in run.unchecked:
        fingerprint = fingerprint_of("could-not-check", path)
        description = f"could not be checked: {printable(reason)}"
        yield _Issue(description, "could-not-check", fingerprint, "blocker", path)
    for path, reason in run.unfixed:
        fingerprint = fingerprint_of("not-fixed", path)
        yield _Issue(f"not fixed: {printable(reason)}", "not-fixed", fingerprint, "major", path)
    if run.trouble:
        fingerprint = fingerprint_of("unfinished")
        yield _Issue(run.trouble, "unfinished", fingerprint, "blocker", _NO_FILE)
    if not run.is_complete:
        yield _Issue(summary(run), "summary", fingerprint_of("summary"), "info", _NO_FILE)
