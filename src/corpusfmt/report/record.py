"""A diagnostic as JSON: the same record in ``json`` and ``jsonl``."""

from __future__ import annotations

import json
from collections.abc import Iterable

from corpusfmt.model.diagnostic import Diagnostic
from corpusfmt.report.wording import without_surrogates
from corpusfmt.report.workflow import harmless_json
from corpusfmt.text.edits import Fix

Record = dict[str, object]


def finding_record(diagnostic: Diagnostic, fingerprint: str) -> Record:
    """Every field of a diagnostic, null where it has no value, and its fingerprint.

    Lines and columns count from 1 and columns in characters; the places of edits count characters from 0, in the text.
    """
    return {
        "path": without_surrogates(diagnostic.path),
        "rule": diagnostic.rule,
        "level": diagnostic.level,
        "severity": diagnostic.severity,
        "message": without_surrogates(diagnostic.message),
        "expected": _clean(diagnostic.expected),
        "line": diagnostic.line,
        "column": diagnostic.column,
        "end_line": diagnostic.end_line,
        "end_column": diagnostic.end_column,
        "byte_offset": diagnostic.byte_offset,
        "pointer": _clean(diagnostic.pointer),
        "excerpt": without_surrogates(diagnostic.excerpt),
        "fingerprint": fingerprint,
        "fix": None if diagnostic.fix is None else _fix_record(diagnostic.fix),
    }


def unchecked_record(path: str, reason: str) -> Record:
    """A path, and why it was not checked or not fixed."""
    return {"path": without_surrogates(path), "reason": without_surrogates(reason)}


def to_json(value: object) -> str:
    """Return JSON on one line, in ASCII, so that it survives every encoding, and without a command of a CI job."""
    return harmless_json(json.dumps(value, ensure_ascii=True))


def rows_to_json(rows: Iterable[object]) -> str:
    """A list, each item on a line of its own: quick to write for a million, and to compare."""
    return "[\n" + ",\n".join(map(to_json, rows)) + "\n]"


def object_to_json(head: Record, name: str, rows: Iterable[object]) -> str:
    """An object whose last member is a list, each item on a line of its own. The head has at least one member."""
    return f"{to_json(head)[:-1]},\n{to_json(name)}: {rows_to_json(rows)}}}"


def _fix_record(fix: Fix) -> Record:
    edits = [
        {"start": edit.start, "end": edit.end, "text": without_surrogates(edit.text)}
        for edit in fix.edits
    ]
    record = {
        "title": without_surrogates(fix.title),
        "safe": fix.safe,
        "why": without_surrogates(fix.why),
        "edits": edits,
    }
    return record if fix.encoding is None else record | {"encoding": fix.encoding}


def _clean(text: str | None) -> str | None:
    return None if text is None else without_surrogates(text)
