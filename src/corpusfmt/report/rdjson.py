"""The format ``rdjson``: the DiagnosticResult of reviewdog (its proto/rdf/reviewdog.proto).

reviewdog refuses a report with a property that it does not know, and counts columns in bytes of
UTF-8. So the counts of a run that is not complete are a diagnostic of severity INFO, the report of
a run without findings has no diagnostics, and a column that is not known for sure is omitted: then
whole lines are meant. Safe fixes are suggestions, where the text is given; an unsafe one could not
be distinguished from them.
"""

from __future__ import annotations

from collections.abc import Iterator

from corpusfmt.model.diagnostic import Diagnostic, Severity
from corpusfmt.report import Run
from corpusfmt.report.diagnostic_text import message_line
from corpusfmt.report.fingerprint import SCHEME, results_with_fingerprints
from corpusfmt.report.positions import byte_columns, has_lone_return, last_line, least_edit
from corpusfmt.report.record import Record, object_to_json
from corpusfmt.report.wording import summary, without_surrogates
from corpusfmt.text.display import printable
from corpusfmt.text.source import SourceText

_SEVERITIES: dict[Severity, str] = {"error": "ERROR", "warning": "WARNING", "info": "INFO"}

_NO_FILE: Record = {"path": "."}
"""The location of what is about no file."""


def lines(run: Run) -> Iterator[str]:
    """Yield the result: findings, what was not done and, if that is anything, the summary."""
    head: Record = {"source": {"name": "corpusfmt"}}
    return object_to_json(head, "diagnostics", _diagnostics(run))


def _diagnostics(run: Run) -> Iterator[Record]:
    for result, findings in results_with_fingerprints(run):
        source = None if result.text is None else SourceText(result.text, result.path)
        for diagnostic, fingerprint in findings:
            yield _finding(diagnostic, source) | {"original_output": f"{SCHEME}:{fingerprint}"}
    for path, reason in run.unchecked:
        message = f"could not be checked: {printable(reason)}"
        yield _record(message, {"path": without_surrogates(path)}, "ERROR", "could-not-check")
    for path, reason in run.unfixed:
        message = f"not fixed: {printable(reason)}"
        yield _record(message, {"path": without_surrogates(path)}, "ERROR", "not-fixed")
    if run.trouble:
        yield _record(run.trouble, _NO_FILE, "ERROR", "unfinished")
    if not run.is_complete:
        yield _record(summary(run), _NO_FILE, "INFO", "summary")


def _finding(diagnostic: Diagnostic, source: SourceText | None) -> Record:
    location: Record = {
        "path": without_surrogates(diagnostic.path),
        "range": _range(diagnostic, source),
    }
    severity = _SEVERITIES[diagnostic.severity]
    record = _record(message_line(diagnostic), location, severity, diagnostic.rule)
    suggestion = _suggestion(diagnostic, source)
    return record if suggestion is None else record | {"suggestions": [suggestion]}


def _record(message: str, location: Record, severity: str, code: str) -> Record:
    return {
        "message": without_surrogates(message),
        "location": location,
        "severity": severity,
        "code": {"value": code},
    }


def _range(diagnostic: Diagnostic, source: SourceText | None) -> Record:
    columns = byte_columns(diagnostic, source)
    if columns is None:  # of whole lines, the last is part of the range
        return {"start": {"line": diagnostic.line}, "end": {"line": last_line(diagnostic)}}
    start, end = columns
    return {
        "start": {"line": diagnostic.line, "column": start},
        "end": {"line": diagnostic.end_line, "column": end},
    }


def _suggestion(diagnostic: Diagnostic, source: SourceText | None) -> Record | None:
    """Return the fix as one suggestion, since several are shown as alternatives."""
    fix = diagnostic.fix
    if fix is None or not fix.safe or source is None or has_lone_return(source.text):
        return None
    edit = least_edit(fix, source.text)
    range_ = {"start": _position(source, edit.start), "end": _position(source, edit.end)}
    return {"range": range_, "text": without_surrogates(edit.text)}


def _position(source: SourceText, offset: int) -> Record:
    line, column = source.position(offset)
    before = source.text[offset - column + 1 : offset]
    return {"line": line, "column": len(before.encode("utf-8", "surrogatepass")) + 1}
