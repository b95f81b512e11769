"""A diagnostic as JSON, the same in ``json`` and ``jsonl``, and how JSON reports are written."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from corpusfmt.model.diagnostic import Diagnostic
from corpusfmt.report.wording import without_surrogates
from corpusfmt.report.workflow import harmless_json
from corpusfmt.text.edits import Edit, Fix

Record = dict[str, object]


def finding_record(diagnostic: Diagnostic, fingerprint: str) -> Record:
    """Return every field of a diagnostic, null where it has no value, and its fingerprint.

    Lines and columns count from 1, columns in characters; offsets of edits count characters of the
    text from 0.
    """
    return {
        "path": without_surrogates(diagnostic.path),
        "rule": diagnostic.rule,
        "level": diagnostic.level,
        "kind": text_or_null(diagnostic.kind),
        "severity": diagnostic.severity,
        "message": without_surrogates(diagnostic.message),
        "expected": text_or_null(diagnostic.expected),
        "line": diagnostic.line,
        "column": diagnostic.column,
        "end_line": diagnostic.end_line,
        "end_column": diagnostic.end_column,
        "byte_offset": diagnostic.byte_offset,
        "pointer": text_or_null(diagnostic.pointer),
        "excerpt": without_surrogates(diagnostic.excerpt),
        "others": [*map(without_surrogates, diagnostic.others)],
        "articles": diagnostic.articles,
        "fingerprint": fingerprint,
        "fix": None if diagnostic.fix is None else _fix_record(diagnostic.fix),
    }


def unchecked_record(path: str, reason: str) -> Record:
    """Return a path, and why it was not checked or not fixed."""
    return {"path": without_surrogates(path), "reason": without_surrogates(reason)}


def text_or_null(text: str | None) -> str | None:
    """Return a text as JSON can contain it, or None, which is null there."""
    return None if text is None else without_surrogates(text)


def to_json(value: object) -> str:
    """Return JSON on one line, in ASCII, and without anything a CI job takes for a command."""
    return harmless_json(json.dumps(value, ensure_ascii=True))


def rows_to_json(rows: Iterable[object], before: str = "", after: str = "\n") -> Iterator[str]:
    """Yield the lines of a list with each item on its own line, between other texts.

    Such a list is quick to write and to compare.
    """
    yield f"{before}[\n"
    line = ""
    for row in rows:
        if line:
            yield f"{line},\n"
        line = to_json(row)
    yield f"{line}\n"
    yield f"]{after}"


def object_to_json(
    head: Record, name: str, rows: Iterable[object], before: str = "", after: str = "\n"
) -> Iterator[str]:
    """Yield the lines of an object whose last member is a list, with each item on its own line.

    ``head`` has the other members, at least one. The object is between other texts.
    """
    yield f"{before}{to_json(head)[:-1]},\n"
    yield from rows_to_json(rows, f"{to_json(name)}: ", f"}}{after}")


def _fix_record(fix: Fix) -> Record:
    record: Record = {
        "title": without_surrogates(fix.title),
        "safe": fix.safe,
        "why": without_surrogates(fix.why),
        "edits": [*map(_edit_record, fix.edits)],
    }
    if fix.encoding is not None:
        record["encoding"] = fix.encoding
    return record


def _edit_record(edit: Edit) -> Record:
    return {"start": edit.start, "end": edit.end, "text": without_surrogates(edit.text)}
