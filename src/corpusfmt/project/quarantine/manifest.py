"""The manifest of a quarantine, ``manifest.jsonl``: a row of JSON for each file.

A row has the ``path`` of the file below the root, which is its path in the quarantine too, the
``sha256`` of its bytes, and its ``findings``. The manifest is beside the articles, so no row is
trusted.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from corpusfmt.files.paths import relative_path_problem
from corpusfmt.files.quarantine_marker import MARKER
from corpusfmt.files.safe_names import is_tool_folder
from corpusfmt.files.untrusted import read_untrusted
from corpusfmt.files.write import write_atomically
from corpusfmt.project.json_lines import format_line, parse_object
from corpusfmt.text.patterns import regex

MANIFEST = "manifest.jsonl"

LARGEST = 1 << 29
"""The largest manifest that is read, in bytes."""

OWN_FILES = (MARKER, MANIFEST)
"""The files at the top of a quarantine that are not articles."""

_DIGEST = regex(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Row:
    """A file in a quarantine: its path below the root, its digest, and the rules with findings.

    ``line`` is the line of the manifest without its end.
    """

    path: str
    sha256: str
    rules: tuple[str, ...]
    line: bytes


@dataclass(frozen=True, slots=True)
class DamagedLine:
    """A line of a manifest that is not a row: its number from 1, the problem, and the line."""

    number: int
    reason: str
    line: bytes


@dataclass(frozen=True, slots=True)
class Manifest:
    """The rows of a manifest, in the order of the file, and its damaged lines."""

    rows: tuple[Row, ...] = ()
    damaged: tuple[DamagedLine, ...] = ()


def make_row(path: str, digest: str, findings: Sequence[Mapping[str, object]]) -> Row:
    """Return the row of a file."""
    line = format_line({"path": path, "sha256": digest, "findings": findings})
    return Row(path, digest, _rules(findings), line.removesuffix(b"\n"))


def read_manifest(folder: str) -> Manifest:
    """Return the manifest of a quarantine; it is empty if the file is missing.

    A last line without a line end is ignored: a run was killed while it wrote the row, before it
    moved the file. Raise ReadError if the file cannot be trusted.
    """
    path = os.path.join(folder, MANIFEST)
    if not os.path.lexists(path):
        return Manifest()
    rows: list[Row] = []
    damaged: list[DamagedLine] = []
    lines = read_untrusted(path, LARGEST).split(b"\n")
    for number, line in enumerate(lines, 1):
        row = _parse_row(line)
        if isinstance(row, Row):
            rows.append(row)
        elif line.strip() and number < len(lines):
            damaged.append(DamagedLine(number, row, line))
    return Manifest(tuple(rows), tuple(damaged))


def write_manifest(folder: str, lines: Iterable[bytes]) -> None:
    """Replace the manifest of a quarantine; raise WriteError on failure."""
    data = b"".join(line + b"\n" for line in lines)
    write_atomically(os.path.join(folder, MANIFEST), data)


def _parse_row(line: bytes) -> Row | str:
    """Return the row in a line, or what is wrong with it."""
    value = parse_object(line)
    if value is None:
        return "is not a JSON object"
    path, digest = value.get("path"), value.get("sha256")
    if not isinstance(path, str) or not _is_digest(digest):
        return "does not have a path and a sha256"
    problem = relative_path_problem(path)
    if problem is not None:
        return f"its path {problem}; expected a path below the root"
    if path in OWN_FILES or any(map(is_tool_folder, path.split("/"))):
        return "its path cannot be that of an article"
    return Row(path, str(digest), _rules(value.get("findings")), line)


def _is_digest(value: object) -> bool:
    return isinstance(value, str) and _DIGEST.fullmatch(value) is not None


def _rules(findings: object) -> tuple[str, ...]:
    """Return the names of the rules in findings, each once."""
    if not isinstance(findings, Sequence):
        return ()
    names: dict[str, None] = {}
    for finding in findings:
        rule = finding.get("rule") if isinstance(finding, Mapping) else None
        if isinstance(rule, str):
            names[rule] = None
    return tuple(names)
