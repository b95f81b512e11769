"""The format ``sarif``: the Static Analysis Results Interchange Format, version 2.1.0 (OASIS)."""

from __future__ import annotations

import os
from collections.abc import Iterator
from urllib.parse import quote

from corpusfmt.files.paths import is_url
from corpusfmt.lint.rule import Rule
from corpusfmt.model.diagnostic import Diagnostic, Report, Severity
from corpusfmt.report import Run
from corpusfmt.report.counts import count_record
from corpusfmt.report.diagnostic_text import message_line
from corpusfmt.report.fingerprint import SCHEME, results_with_fingerprints
from corpusfmt.report.record import Record, object_to_json, to_json
from corpusfmt.report.wording import without_surrogates
from corpusfmt.rules import all_rules
from corpusfmt.text.display import count, printable
from corpusfmt.text.edits import Edit, Fix
from corpusfmt.text.patterns import regex

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)

_LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}
_NOTIFICATIONS = {
    "could-not-check": "A file that could not be checked.",
    "passed-over": "Files that were skipped.",
    "not-fixed": "A file that could not be fixed.",
    "unfinished": "A run that did not finish.",
}
_DRIVE = regex(r"[A-Za-z]:/")


def lines(run: Run) -> Iterator[str]:
    """Yield the log, with one run. Columns and offsets count characters, not UTF-16 units."""
    log: Record = {
        "tool": {"driver": _driver(run)},
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "invocations": [_invocation(run)],
        "properties": count_record(run),
    }
    before = f'{{"$schema": {to_json(SCHEMA)}, "version": "2.1.0", "runs": ['
    return object_to_json(log, "results", _results(run), before, "]}\n")


# ------------------------------------------------------------------------------------ the tool


def _driver(run: Run) -> Record:
    notifications: list[Record] = []
    for name, text in _NOTIFICATIONS.items():
        notifications.append({"id": name, "shortDescription": _text(text)})
    rules = [*map(_rule, all_rules())]
    return {
        "name": "corpusfmt",
        "version": run.version,
        "rules": rules,
        "notifications": notifications,
    }


def _rule(rule: Rule) -> Record:
    """Return a rule with its page, which is both Markdown and plain text."""
    first = rule.page.partition("\n\n")[2].partition("\n\n")[0].replace("\n", " ").strip()
    return {
        "id": rule.name,
        "shortDescription": _text(f"{rule.summary}."),
        "fullDescription": _text(first or f"{rule.summary}."),
        "help": {"text": rule.page, "markdown": rule.page},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"levelOfValidity": rule.level},
    }


def _invocation(run: Run) -> Record:
    notes = []
    if run.trouble:
        notes.append(_notification("unfinished", "error", run.trouble))
    for path, reason in run.unchecked:
        notes.append(_notification("could-not-check", "error", printable(reason), path))
    for path, reason in run.unfixed:
        notes.append(_notification("not-fixed", "error", printable(reason), path))
    for reason, number in run.skipped:
        message = f"{count(number, 'entry', 'entries')} skipped: {printable(reason)}"
        notes.append(_notification("passed-over", "note", message))
    return {
        "executionSuccessful": run.exit_code in (0, 1) and not run.interrupted,
        "exitCode": run.exit_code,
        "toolExecutionNotifications": notes,
    }


def _notification(name: str, level: str, message: str, path: str | None = None) -> Record:
    locations: list[Record] = []
    if path is not None:
        locations.append({"physicalLocation": {"artifactLocation": _artifact(path)}})
    return {
        "descriptor": {"id": name, "index": list(_NOTIFICATIONS).index(name)},
        "level": level,
        "message": _text(_escape(message)),
        "locations": locations,
    }


# ------------------------------------------------------------------------------------ the results


def _results(run: Run) -> Iterator[Record]:
    index = {rule.name: number for number, rule in enumerate(all_rules())}
    outside = frozenset(rule.name for rule in all_rules() if rule.outside_text)
    for file, findings in results_with_fingerprints(run):
        marks = _count_marks(file.report, outside)
        for diagnostic, fingerprint in findings:
            result = _result(diagnostic, marks if diagnostic.path == file.path else 0)
            if diagnostic.rule in index:
                result["ruleIndex"] = index[diagnostic.rule]
            result["partialFingerprints"] = {SCHEME: fingerprint}
            yield result


def _result(diagnostic: Diagnostic, mark: int) -> Record:
    place = {"artifactLocation": _artifact(diagnostic.path), "region": _region(diagnostic, mark)}
    result: Record = {
        "ruleId": diagnostic.rule,
        "level": _LEVELS[diagnostic.severity],
        "message": _text(_escape(message_line(diagnostic))),
        "locations": [{"physicalLocation": place}],
    }
    properties = _properties(diagnostic)
    if properties:
        result["properties"] = properties
    if diagnostic.fix is not None and diagnostic.fix.edits:
        result["fixes"] = [_fix(diagnostic.fix, diagnostic.path, mark)]
    return result


def _properties(diagnostic: Diagnostic) -> Record:
    properties: Record = {}
    if diagnostic.pointer is not None:
        properties["pointer"] = without_surrogates(diagnostic.pointer)
    if diagnostic.kind is not None:
        properties["kind"] = without_surrogates(diagnostic.kind)
    return properties


def _region(diagnostic: Diagnostic, mark: int) -> Record:
    """Return the span, whose end is past its last character; of invalid bytes their start alone.

    A region in bytes must equal the one in characters, and the number of invalid bytes is not known
    here: so both are the empty region before the first of them.
    """
    start = max(1, diagnostic.column - mark * (diagnostic.line == 1))
    region: Record = {"startLine": diagnostic.line, "startColumn": start}
    if diagnostic.byte_offset is not None:
        return region | {
            "endLine": diagnostic.line,
            "endColumn": start,
            "byteOffset": diagnostic.byte_offset,
        }
    end = max(1, diagnostic.end_column - mark * (diagnostic.end_line == 1))
    return region | {"endLine": diagnostic.end_line, "endColumn": end}


def _fix(fix: Fix, path: str, mark: int) -> Record:
    """Return a fix. That it is unsafe can only be in its description."""
    kind = "safe" if fix.safe else "unsafe"
    if fix.why:
        kind += f": {fix.why}"
    title = f"{fix.title} ({kind})"
    replacements = [_replacement(edit, mark) for edit in fix.edits]
    change = {"artifactLocation": _artifact(path), "replacements": replacements}
    return {
        "description": _text(_escape(title)),
        "artifactChanges": [change],
        "properties": {"safe": fix.safe},
    }


def _replacement(edit: Edit, mark: int) -> Record:
    """Return what an edit deletes and inserts. A byte-order mark has a place in bytes only."""
    start, end = max(0, edit.start - mark), max(0, edit.end - mark)
    deleted = {"charOffset": start, "charLength": end - start}
    if mark and (edit.start, edit.end) == (0, mark):
        deleted = {"byteOffset": 0, "byteLength": len("\ufeff".encode())}
    text = edit.text.removeprefix("\ufeff") if mark and not edit.start else edit.text
    replacement: Record = {"deletedRegion": deleted}
    if text:
        replacement["insertedContent"] = _text(text)
    return replacement


def _count_marks(report: Report, outside: frozenset[str]) -> int:
    """Return how many characters at the start of a file places do not count.

    It is 1 for a byte-order mark, which is what the rules ``outside`` of the text report.
    """
    return int(any(diagnostic.rule in outside for diagnostic in report.diagnostics))


# ------------------------------------------------------------------------------------ the values


def _artifact(path: str) -> Record:
    """Return the location of a file: a relative reference, or the URI of an absolute path."""
    path = path.replace(os.sep, "/").removeprefix("./")
    try:
        quoted = quote(path, errors="surrogateescape")  # names may be any bytes
    except UnicodeEncodeError:
        quoted = quote(without_surrogates(path))
    if is_url(path):
        scheme, slashes, rest = quoted.partition("%3A//")
        return {"uri": f"{scheme}://{rest}" if slashes else quoted}
    if path.startswith("/"):
        return {"uri": f"file://{quoted}"}
    if _DRIVE.match(path):
        drive, rest = path[:2], quoted.removeprefix(quote(path[:2]))
        return {"uri": f"file:///{drive}{rest}"}
    return {"uri": quoted}


def _text(text: str) -> Record:
    return {"text": without_surrogates(text)}


def _escape(text: str) -> str:
    """Return a message whose braces are not placeholders and whose brackets are not links."""
    text = text.replace("{", "{{").replace("}", "}}")
    return text.replace("[", "\\[") if "](" in text else text
