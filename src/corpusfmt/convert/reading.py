"""The documents in a file: one in a text or a JSON file, one a line in JSON Lines."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from corpusfmt.builder import read_document
from corpusfmt.checker import check
from corpusfmt.diagnostic import Diagnostic
from corpusfmt.files import decode, sha256
from corpusfmt.validator import is_valid, problems

KINDS = ("text", "json", "jsonl")
"""What can be read: the text of an article, a document as JSON, documents as JSON Lines."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """A document, or why there is none; ``line`` is its line in JSON Lines, from 1, otherwise None."""

    document: dict[str, Any] | None
    diagnostics: tuple[Diagnostic, ...] = ()
    line: int | None = None


def kind_of(path: str) -> str:
    """The kind of a file by the ending of its name; what is no JSON is text."""
    ending = path.lower().rpartition(".")[2]
    return ending if ending in ("json", "jsonl") else "jsonl" if ending == "ndjson" else "text"


def read_documents(data: bytes, path: str, kind: str) -> Iterator[Outcome]:
    """The documents of a file of that kind; each satisfies the schema and says in ``source`` where it comes from."""
    if kind == "text":
        yield _from_text(data, path)
    elif kind == "json":
        yield _from_json(data, path, None, sha256(data))
    else:
        digest = sha256(data)
        for number, line in enumerate(data.split(b"\n"), 1):
            if line.strip():
                yield _from_json(line, path, number, digest)


def _from_text(data: bytes, path: str) -> Outcome:
    text = decode(data).text
    if text is not None:
        document = read_document(text)
        if is_valid(document):
            document["source"] = {"path": _name(path), "sha256": sha256(data)}
            return Outcome(document)
    faults = check(data, path).diagnostics
    return Outcome(None, tuple(fault for fault in faults if fault.rule in ("invalid-utf8", "schema")))


def _from_json(data: bytes, path: str, line: int | None, digest: str) -> Outcome:
    decoded = decode(data)
    if decoded.text is None:
        faults = tuple(fault for fault in check(data, path).diagnostics if fault.rule == "invalid-utf8")
        return Outcome(None, tuple(_moved(fault, line) for fault in faults), line)
    try:
        document = json.loads(decoded.text.removeprefix("\ufeff"), object_pairs_hook=_object, parse_constant=_refuse)
    except json.JSONDecodeError as error:
        place = (line or error.lineno, error.colno)
        return Outcome(
            None, (_fault(path, "invalid-json", f"not JSON: {error.msg[:1].lower()}{error.msg[1:]}", place),), line
        )
    except (ValueError, RecursionError) as error:
        reason = "nested too deep" if isinstance(error, RecursionError) else str(error)
        return Outcome(None, (_fault(path, "invalid-json", f"not JSON: {reason}", (line or 1, 1)),), line)
    found = problems(document)
    if found:
        return Outcome(
            None, tuple(_schema_fault(path, line or 1, p.pointer, p.message, p.expected) for p in found), line
        )
    if "source" not in document:
        document["source"] = {"path": _name(path), "sha256": digest} | ({} if line is None else {"line": line})
    return Outcome(document, (), line)


def _object(pairs: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    members: dict[str, Any] = {}
    for name, value in pairs:
        if name in members:
            raise ValueError(f"the property {name[:60]!a} stands twice in one object")
        members[name] = value
    return members


def _refuse(constant: str) -> None:
    raise ValueError(f"{constant} is no value of JSON")


def _schema_fault(path: str, line: int, pointer: str, message: str, expected: str | None) -> Diagnostic:
    return _fault(path, "schema", message, (line, 1), pointer=pointer, expected=expected)


def _fault(
    path: str, rule: str, message: str, place: tuple[int, int], pointer: str | None = None, expected: str | None = None
) -> Diagnostic:
    line, column = place
    return Diagnostic(path, rule, 3, "error", message, line, column, line, column, "", expected, pointer)


def _moved(fault: Diagnostic, line: int | None) -> Diagnostic:
    from dataclasses import replace

    return fault if line is None else replace(fault, line=line, end_line=line, byte_offset=None)


def _name(path: str) -> str:
    """The path as JSON can hold it: a byte of a file name that is no UTF-8 is written as ``\\xff``."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
