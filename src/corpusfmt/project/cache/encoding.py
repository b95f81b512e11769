"""Results as bytes: JSON with a checksum, validated when it is read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import product
from zlib import crc32

from corpusfmt.lint.fact_values import from_fact, to_fact
from corpusfmt.model.diagnostic import SEVERITIES, Diagnostic
from corpusfmt.model.errors import CorpusfmtError
from corpusfmt.text.annotations import cast
from corpusfmt.text.edits import Edit, Fix

_CHECKSUM = 4  # bytes
_NOTHING = b"[[],[]]"
"""What corpus rules found in most runs: they need no import of ``json``, 2 % of a short run."""

_OPTIONAL_TEXT = (str, type(None))
_DIAGNOSTIC = (
    ("rule", (str,)),
    ("level", (int,)),
    ("severity", (str,)),
    ("message", (str,)),
    ("line", (int,)),
    ("column", (int,)),
    ("end_line", (int,)),
    ("end_column", (int,)),
    ("excerpt", (str,)),
    ("expected", _OPTIONAL_TEXT),
    ("pointer", _OPTIONAL_TEXT),
    ("byte_offset", (int, type(None))),
    ("kind", _OPTIONAL_TEXT),
    ("articles", (int,)),
)
"""The simple fields of a diagnostic in their order, without the path, and their types.

Its other articles and its fix follow them.
"""

_NAMES = tuple(name for name, _ in _DIAGNOSTIC)
_TYPES = frozenset(product(*(types for _, types in _DIAGNOSTIC)))
"""The types of all simple fields together, in each combination: 16."""

_FIX = frozenset(product((str,), (list,), (bool,), (str,), _OPTIONAL_TEXT))
_EDIT = frozenset({(int, int, str)})


class DamagedEntryError(CorpusfmtError):
    """Bytes that are not an intact result."""


def seal(value: object) -> bytes:
    """Return a value of JSON as bytes with a checksum."""
    import json  # which is not imported if the cache has only files without findings

    data = json.dumps(value, separators=(",", ":")).encode("ascii")
    return crc32(data).to_bytes(_CHECKSUM, "big") + data


def unseal(sealed: object) -> object:
    """Return the value in sealed bytes; raise DamagedEntryError if they are not intact."""
    if not isinstance(sealed, bytes):
        raise DamagedEntryError("not bytes")
    data = sealed[_CHECKSUM:]
    if crc32(data).to_bytes(_CHECKSUM, "big") != sealed[:_CHECKSUM]:
        raise DamagedEntryError("another checksum")
    if data == _NOTHING:
        return [[], []]
    import json

    try:
        value: object = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise DamagedEntryError("not JSON") from error
    return value


def from_diagnostics(diagnostics: Sequence[Diagnostic]) -> list[object]:
    """Return diagnostics of one file as values of JSON, without their path."""
    rows: list[object] = []
    for diagnostic in diagnostics:
        row = [getattr(diagnostic, name) for name, _ in _DIAGNOSTIC]
        rows.append([*row, diagnostic.others, _from_fix(diagnostic.fix)])
    return rows


def to_diagnostics(rows: object, path: str) -> tuple[Diagnostic, ...]:
    """Return the diagnostics in values of JSON; raise DamagedEntryError for any other value."""
    return tuple(_to_diagnostic(row, path) for row in to_list(rows))


def to_list(value: object) -> list[object]:
    """Return a value that is a list; raise DamagedEntryError for any other."""
    if not isinstance(value, list):
        raise DamagedEntryError("not a list")
    return value


def to_texts(value: object) -> tuple[str, ...]:
    """Return a value that is a list of strings; raise DamagedEntryError for any other."""
    texts: list[str] = []
    for text in to_list(value):
        if not isinstance(text, str):
            raise DamagedEntryError("not a string")
        texts.append(text)
    return tuple(texts)


def from_facts(host: str, facts: Mapping[str, object]) -> list[object]:
    """Return the host of an article and what corpus rules have collected as values of JSON."""
    return [host, {name: from_fact(fact) for name, fact in facts.items()}]


def to_facts(value: object) -> tuple[str, dict[str, object]]:
    """Return the host and the facts in a value of JSON; raise DamagedEntryError for any other."""
    fields = to_list(value)
    if len(fields) != 2 or not isinstance(fields[0], str) or not isinstance(fields[1], dict):
        raise DamagedEntryError("not facts")
    try:
        return fields[0], {name: to_fact(fact) for name, fact in fields[1].items()}
    except ValueError as error:
        raise DamagedEntryError("not facts") from error


def _from_fix(fix: Fix | None) -> object:
    if fix is None:
        return None
    edits = [[edit.start, edit.end, edit.text] for edit in fix.edits]
    return [fix.title, edits, fix.safe, fix.why, fix.encoding]


def _to_diagnostic(row: object, path: str) -> Diagnostic:
    fields = to_list(row)
    if len(fields) != len(_DIAGNOSTIC) + 2:
        raise DamagedEntryError("another number of fields")
    simple = fields[:-2]
    if tuple(map(type, simple)) not in _TYPES:
        raise DamagedEntryError("another type of a field")
    values = dict(zip(_NAMES, simple, strict=True))
    if values["severity"] not in SEVERITIES:
        raise DamagedEntryError("another severity")
    values |= {"others": to_texts(fields[-2]), "fix": _to_fix(fields[-1])}
    return Diagnostic(path=path, **values)  # type: ignore[arg-type]  # checked above


def _to_fix(value: object) -> Fix | None:
    if value is None:
        return None
    fields = to_list(value)
    if tuple(map(type, fields)) not in _FIX:
        raise DamagedEntryError("not a fix")
    title, rows, safe, why, encoding = fields
    edits = tuple(map(_to_edit, to_list(rows)))
    return Fix(cast(str, title), edits, bool(safe), cast(str, why), cast("str | None", encoding))


def _to_edit(row: object) -> Edit:
    fields = to_list(row)
    if tuple(map(type, fields)) not in _EDIT:
        raise DamagedEntryError("not an edit")
    start, end, text = fields
    return Edit(cast(int, start), cast(int, end), cast(str, text))
