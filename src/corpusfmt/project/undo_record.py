"""A record of the undo journal: a line of JSON about a file, then the previous bytes of the file.

There are two kinds: of a file that was rewritten, and of one that was replaced by new files.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping

from corpusfmt.files.paths import relative_path_problem
from corpusfmt.files.read import ReadError, sha256
from corpusfmt.files.safe_names import is_tool_folder
from corpusfmt.files.untrusted import read_untrusted
from corpusfmt.project.json_lines import format_line, parse_object
from corpusfmt.text.annotations import TypedDict, TypeVar, cast
from corpusfmt.text.patterns import regex
from corpusfmt.text.values import dataclass

DAMAGED = "is damaged, or not a record of an undo journal; it was skipped"

LARGEST = 1 << 34
"""The largest record that is read, in bytes."""

_DIGEST = regex("[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Record:
    """A file that a run has rewritten, or replaced by new files.

    Its path is relative to the root; ``before`` is the previous content, ``after`` the digest of
    the new one, empty if the run has removed the file. ``created`` has the digests of the new
    files, by their names in its folder.
    """

    path: str
    mode: int
    before: bytes
    after: str
    created: Mapping[str, str]


class _Rewritten(TypedDict):
    path: str
    mode: int
    size: int
    before: str
    after: str


class _Replaced(TypedDict):
    path: str
    mode: int
    size: int
    before: str
    created: dict[str, str]


_Header = TypeVar("_Header")


def parse_header(data: bytes, kind: type[_Header]) -> _Header:
    """Return a JSON object of a TypedDict; raise ValueError for other keys or types."""
    from typing import get_type_hints

    value = parse_object(data)
    types = get_type_hints(kind)
    if value is None or value.keys() != types.keys():
        raise ValueError("other keys")
    for key, expected in types.items():
        if type(value[key]) is not getattr(expected, "__origin__", expected):
            raise ValueError("other types")
    return cast(_Header, value)


def format_record(record: Record) -> bytes:
    """Return the bytes of a record."""
    header: dict[str, object] = {
        "path": record.path,
        "mode": record.mode,
        "size": len(record.before),
        "before": sha256(record.before),
    }
    if record.after:
        header["after"] = record.after
    else:
        header["created"] = dict(record.created)
    return format_line(header) + record.before


def read_record(path: str) -> Record:
    """Return the record in a file; raise ReadError unless it is intact."""
    first_line, _, before = read_untrusted(path, LARGEST).partition(b"\n")
    try:
        record = _parse(first_line, before)
    except ValueError as error:
        raise ReadError(path, DAMAGED) from error
    if not _is_allowed(record.path) or not 0 <= record.mode <= 0o777:
        raise ReadError(path, DAMAGED)
    for name, digest in record.created.items():
        if "/" in name or not _is_allowed(name) or not _is_digest(digest):
            raise ReadError(path, DAMAGED)
    return record


def _parse(line: bytes, before: bytes) -> Record:
    """Return the record of a line and the bytes after it; raise ValueError if they do not match."""
    header: _Rewritten | _Replaced
    after, created = "", {}
    if "created" in (parse_object(line) or {}):
        header = parse_header(line, _Replaced)
        created = header["created"]
    else:
        header = parse_header(line, _Rewritten)
        after = header["after"]
        if not _is_digest(after):
            raise ValueError("not a digest")
    if header["size"] != len(before) or header["before"] != sha256(before):
        raise ValueError("other content")
    return Record(header["path"], header["mode"], before, after, created)


def _is_digest(value: object) -> bool:
    return isinstance(value, str) and _DIGEST.fullmatch(value) is not None


def _is_allowed(path: str) -> bool:
    """Return whether a path stays below the root on every system, and out of tool folders."""
    if relative_path_problem(path) is not None:
        return False
    if os.name == "nt" and re.search(r"[\\:]", path):
        return False
    return not any(is_tool_folder(name.rstrip(". ")) for name in path.split("/"))
