"""The format ``rdjson``: the DiagnosticResult of reviewdog's diagnostic format (its proto/rdf/reviewdog.proto).

reviewdog refuses a report with a property that it does not know, and counts columns in bytes of UTF-8. So the counts
of a run that is not complete are a diagnostic of severity INFO, the report of a clean run has no diagnostics, and a
column that is not known for sure is omitted: then whole lines are meant.
Fixes that are safe are suggestions, where the text is given; an unsafe one cannot be told from them there.
"""

from __future__ import annotations

from collections.abc import Iterator

from corpusfmt.model.diagnostic import Diagnostic, Severity
from corpusfmt.report import Run
from corpusfmt.report.diagnostic_text import message_line
from corpusfmt.report.fingerprint import SCHEME, signed_reports
from corpusfmt.report.places import byte_columns, has_lone_return, last_line, least_edit
from corpusfmt.report.record import Record, object_to_json
from corpusfmt.report.wording import summary, without_surrogates
from corpusfmt.text.display import printable
from corpusfmt.text.source import SourceText

_SEVERITIES: dict[Severity, str] = {"error": "ERROR", "warning": "WARNING", "info": "INFO"}
_HERE = "."
"""The path of what belongs to no file."""


def render(run: Run) -> str:
    """Return the result: the findings, what was not checked or not fixed, and the summary if there is any of that."""
    return (
        object_to_json({"source": {"name": "corpusfmt"}}, "diagnostics", _diagnostics(run)) + "\n"
    )


def _diagnostics(run: Run) -> Iterator[Record]:
    texts = run.texts
    for report, found in signed_reports(run):
        text = texts.get(report.path)
        source = None if text is None else SourceText(text, report.path)
        for diagnostic, fingerprint in found:
            yield _finding(diagnostic, source) | {"original_output": f"{SCHEME}:{fingerprint}"}
    for path, reason in run.unchecked:
        yield _told(
            f"could not be checked: {printable(reason)}",
            {"path": without_surrogates(path)},
            "ERROR",
            "could-not-check",
        )
    for path, reason in run.unfixed:
        yield _told(
            f"not fixed: {printable(reason)}",
            {"path": without_surrogates(path)},
            "ERROR",
            "not-fixed",
        )
    if run.trouble:
        yield _told(run.trouble, {"path": _HERE}, "ERROR", "unfinished")
    if not run.is_complete:
        yield _told(summary(run), {"path": _HERE}, "INFO", "summary")


def _finding(diagnostic: Diagnostic, source: SourceText | None) -> Record:
    location: Record = {
        "path": without_surrogates(diagnostic.path),
        "range": _range(diagnostic, source),
    }
    severity = _SEVERITIES[diagnostic.severity]
    record = _told(message_line(diagnostic), location, severity, diagnostic.rule)
    suggestions = [*_suggestions(diagnostic, source)]
    return record | {"suggestions": suggestions} if suggestions else record


def _told(message: str, location: Record, severity: str, code: str) -> Record:
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
    return {
        "start": {"line": diagnostic.line, "column": columns[0]},
        "end": {"line": diagnostic.end_line, "column": columns[1]},
    }


def _suggestions(diagnostic: Diagnostic, source: SourceText | None) -> Iterator[Record]:
    """Yield the fix as one suggestion, since several would be taken as a choice."""
    fix = diagnostic.fix
    if fix is None or not fix.safe or source is None or has_lone_return(source.text):
        return
    edit = least_edit(fix, source.text)
    places = {"start": _position(source, edit.start), "end": _position(source, edit.end)}
    yield {"range": places, "text": without_surrogates(edit.text)}


def _position(source: SourceText, offset: int) -> Record:
    line, column = source.position(offset)
    before = source.text[offset - column + 1 : offset]
    return {"line": line, "column": len(before.encode("utf-8", "surrogatepass")) + 1}
