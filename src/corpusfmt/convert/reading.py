"""The documents in a file: one in a text or a JSON file, one a line in JSON Lines."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

from corpusfmt.config.policy import default_policy
from corpusfmt.convert.encodings import contradicting_mark, decode_as
from corpusfmt.convert.json_text import Fault, find_faults, find_places, read_json, read_leniently
from corpusfmt.files.read import sha256
from corpusfmt.lint.checker import MOST_LISTED, Checker
from corpusfmt.lint.context import Context
from corpusfmt.lint.rule import LAYOUT, Stage
from corpusfmt.model.diagnostic import Diagnostic
from corpusfmt.syntax.date_order import NO_ORDERS, DateOrders
from corpusfmt.syntax.reading import read_document
from corpusfmt.text.decode import decode
from corpusfmt.text.source import SourceText
from corpusfmt.validation.validator import is_valid, problems

KINDS = ("text", "json", "jsonl")
"""What can be read: the text of an article, a document as JSON, documents as JSON Lines."""

_MOST_BAD_BYTES = 20
"""How many bad sequences of one file are reported, if its encoding was named."""


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


def kind_of_data(data: bytes) -> str:
    """Return the kind of data that has no name: JSON begins with an object, or with an array of objects.

    JSON Lines has an object on its first line, and more below it. No article begins like that.
    """
    start = data.removeprefix(b"\xef\xbb\xbf").lstrip(b" \t\r\n")
    if not _JSON_START.match(start):
        return "text"
    first, _, rest = start.partition(b"\n")
    if not rest.strip():
        return "json"
    try:
        json.loads(first)
    except (ValueError, RecursionError):
        return "json"
    return "jsonl"


def read_documents(
    data: bytes,
    path: str,
    kind: str,
    orders: DateOrders = NO_ORDERS,
    *,
    source_path: str | None = None,
    encoding: str | None = None,
) -> Iterator[Outcome]:
    """Yield the documents of a file of that kind; each satisfies the schema and has a ``source``.

    ``source_path`` is the ``path`` of that, if it is not the one to report. ``encoding`` is that of a text, if it is
    not UTF-8. What a document would lose keeps a text from being one: bytes that are not in its encoding, and control
    characters. Numeric dates in a text are read by ``orders``.
    """
    source = {"path": _name(source_path or path), "sha256": sha256(data)}
    if kind == "text":
        yield _read_text_as(data, path, source, orders, encoding)
    elif kind == "json":
        yield _read_json_file(data, path, source)
    else:
        yield from _read_rows(data, path, source)


def _find_blocking(data: bytes, path: str, *stages: Stage) -> tuple[Diagnostic, ...]:
    policy = default_policy()
    return Checker(policy).find(Context(data, path), policy.blocking_reading(*stages))


def _read_text_as(data: bytes, path: str, source: dict[str, Any], orders: DateOrders, encoding: str | None) -> Outcome:
    """Read a text in an encoding that was named; what is reported of its bytes is about that encoding."""
    if encoding is None:
        return _read_text(data, path, source, orders)
    marked = contradicting_mark(data, encoding)
    if marked is not None:
        message = f"the file begins with a byte order mark of {marked}, not of {encoding}"
        fault = Fault(message, (0, 0), f"--encoding {marked}")
        return Outcome(None, _diagnostics([fault], "", path, None, _BAD_BYTES))
    text, bad, number = decode_as(data, encoding, _MOST_BAD_BYTES)
    if text is not None:
        return _read_text(text.encode("utf-8", "surrogatepass"), path, source, orders)
    faults = [_bad_bytes(each.raw, each.offset, each.start, encoding) for each in bad]
    if number > len(bad):
        last = Fault(f"{number - len(bad):,} more sequences of bytes that are not {encoding}", (0, 0))
        faults.append(last)
    return Outcome(None, _diagnostics(faults, bad[0].lossy, path, None, _BAD_BYTES))


def _bad_bytes(raw: bytes, offset: int, start: int, encoding: str) -> Fault:
    are, name = ("bytes", "are") if len(raw) > 1 else ("byte", "is")
    message = f"{are} {raw.hex(' ').upper()} at offset {offset} {name} not {encoding}"
    return Fault(message, (start, start + 1), "a file in that encoding, or another --encoding")


def _read_text(data: bytes, path: str, source: dict[str, Any], orders: DateOrders) -> Outcome:
    if _find_blocking(data, path, "bytes", "text"):
        return Outcome(None, _find_blocking(data, path, "bytes", "text", "document"))
    document = read_document(data.decode(), orders)
    if not is_valid(document):
        return Outcome(None, _find_blocking(data, path, "bytes", "text", "document"))
    document["source"] = source
    return Outcome(document)


def _read_json_file(data: bytes, path: str, source: dict[str, Any]) -> Outcome:
    faults = _find_blocking(data, path, "bytes")
    if faults:
        return Outcome(None, faults)
    text = data.decode().removeprefix("\ufeff")
    return _read_json(text, path, source, None)


def _read_rows(data: bytes, path: str, source: dict[str, Any]) -> Iterator[Outcome]:
    """Yield the rows. All bytes that are not UTF-8 are told first, and the rows that hold them passed over."""
    faults = _find_blocking(data, path, "bytes")
    if faults:
        yield Outcome(None, faults)
        if (decode(data).encoding or "").startswith(("utf-16", "utf-32")):  # its lines are no lines here
            return
    if not data.strip():
        yield Outcome(
            None, _diagnostics([Fault("the file has no rows", (0, 0), "a document on each line")], "", path, None)
        )
    for number, row in enumerate(data.removeprefix(b"\xef\xbb\xbf").split(b"\n"), 1):
        text = decode(row).text
        if text is not None and text.strip(" \t\r"):
            yield _read_json(text, path, source | {"line": number}, number)


def _read_json(text: str, path: str, source: dict[str, Any], line: int | None) -> Outcome:
    """The document of a JSON text. It keeps a source that it names; if it names none, ``source`` is what it has."""
    document, faults = read_json(text)
    if not faults and is_valid(document):
        if "path" not in document.get("source", {}):
            document["source"] = source
        return Outcome(document, (), line)
    told = list(islice(faults or find_faults(text), MOST_LISTED)) or _schema_faults(document, text)
    if any(fault.place is not None for fault in told):
        told = _with_expectations(told, text)
    return Outcome(None, _diagnostics(told, text, path, line), line)


def _with_expectations(faults: Iterable[Fault], text: str) -> list[Fault]:
    """Return the faults; where a value is not one of JSON, with what the schema expects in its place."""
    expected = {problem.pointer: problem.expected for problem in problems(read_leniently(text))}
    return [
        fault if fault.place is None else fault._replace(expected=expected.get(fault.place, fault.expected))
        for fault in faults
    ]


def _schema_faults(document: object, text: str) -> list[Fault]:
    """What the schema says, no more than can be read, and the number of what is left out."""
    found = problems(document)
    told, left_out = found[:MOST_LISTED], len(found) - MOST_LISTED
    spans = find_places(text, {problem.pointer for problem in told})
    faults = [Fault(p.message, spans[p.pointer], p.expected, p.pointer) for p in told]
    if left_out > 0:
        faults.append(Fault(f"{left_out:,} more faults of this document", spans[""], None, ""))
    return faults


_BAD_BYTES = "bad-encoding"
"""The name of what is reported of bytes that are not in the encoding named."""


def _diagnostics(
    faults: Iterable[Fault], text: str, path: str, line: int | None, rule: str | None = None
) -> tuple[Diagnostic, ...]:
    """Return the faults of a text, which is a file, or the row ``line`` of one."""
    source = SourceText(text, path)
    found = (_sign(fault, source, line) for fault in faults)
    return tuple(replace(one, rule=rule, level=1) if rule else one for one in found)


def _sign(fault: Fault, source: SourceText, row: int | None) -> Diagnostic:
    start, end = fault.span[0], min(fault.span[1], len(source.text))
    line, column = source.position(start)
    end_line, end_column = source.position(max(start, end))
    above = 0 if row is None else row - line
    rule, level = "invalid-json", LAYOUT
    if fault.pointer is not None:
        [found] = default_policy().blocking_reading("document")
        rule, level = found.name, found.level
    return Diagnostic(
        path=source.name,
        rule=rule,
        level=level,
        severity="error",
        message=fault.message,
        line=line + above,
        column=column,
        end_line=end_line + above,
        end_column=end_column,
        excerpt=source.excerpt(start, end),
        expected=fault.expected,
        pointer=fault.pointer,
    )


_JSON_START = re.compile(rb'\{[ \t\r\n]*["}]|\[[ \t\r\n]*[\]{]')
_NO_NAME = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff]")


def _name(path: str) -> str:
    """The path as a document can hold it: what is no text is written as an escape, such as ``\\xff`` for a byte."""
    return _NO_NAME.sub(_escape, path)


def _escape(match: re.Match[str]) -> str:
    code = ord(match[0])
    if 0xDC80 <= code <= 0xDCFF:  # how Python holds a byte of a file name that is not UTF-8
        code -= 0xDC00
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
