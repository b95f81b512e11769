"""The manifest of a quarantine: a row of JSON for each file, ``manifest.jsonl``.

A row has the ``path`` that the file had below the root, which is its path in the quarantine too, the ``sha256`` of its
bytes, and its ``findings``. The manifest lies beside the data, so no row is trusted.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from corpusfmt.files.paths import relative_path_problem
from corpusfmt.files.quarantine_marker import MARKER
from corpusfmt.files.untrusted import read_untrusted
from corpusfmt.files.write import write_atomically

MANIFEST = "manifest.jsonl"
LARGEST = 1 << 29
"""The largest manifest that is read, in bytes."""

_DIGEST = re.compile(r"[0-9a-f]{64}")
_OWN = (MARKER, MANIFEST)
_TOOLS = re.compile(r"\.git|git~\d+|\.corpusfmt", re.IGNORECASE)
"""Folders whose files are run or believed by a program: no article is restored there."""


@dataclass(frozen=True, slots=True)
class Row:
    """A file in a quarantine: its path below the root, its digest, and the rules that found something."""

    path: str
    sha256: str
    rules: tuple[str, ...]
    line: bytes


@dataclass(frozen=True, slots=True)
class Damaged:
    """A line of a manifest that is not a row: its number from 1, what is wrong, and the line."""

    number: int
    reason: str
    line: bytes


@dataclass(frozen=True, slots=True)
class Manifest:
    """The rows of a manifest, in the order of the file, and its damaged lines."""

    rows: tuple[Row, ...] = ()
    damaged: tuple[Damaged, ...] = ()


def make_row(path: str, digest: str, findings: list[dict[str, object]]) -> Row:
    """Return the row of a file."""
    line = json.dumps({"path": path, "sha256": digest, "findings": findings}).encode("ascii")
    return Row(path, digest, _rules(findings), line)


def read_manifest(folder: str) -> Manifest:
    """Return the manifest of a quarantine, empty where there is none; ReadError where it cannot be trusted.

    A last line without a line end is what a run that was killed had begun to write; its file has not been moved.
    """
    path = os.path.join(folder, MANIFEST)
    if not os.path.lexists(path):
        return Manifest()
    rows: list[Row] = []
    damaged: list[Damaged] = []
    lines = read_untrusted(path, LARGEST).split(b"\n")
    for number, line in enumerate(lines, 1):
        parsed = _parse(line)
        if isinstance(parsed, Row):
            rows.append(parsed)
        elif line.strip() and number < len(lines):
            damaged.append(Damaged(number, parsed, line))
    return Manifest(tuple(rows), tuple(damaged))


def write_manifest(folder: str, lines: Iterable[bytes]) -> None:
    """Replace the manifest of a quarantine; WriteError where that fails."""
    write_atomically(os.path.join(folder, MANIFEST), b"".join(line + b"\n" for line in lines))


def _parse(line: bytes) -> Row | str:
    """Return the row of a line, or why it is not one."""
    try:
        value: Any = json.loads(line)
    except (ValueError, RecursionError):
        return "is not JSON"
    if not isinstance(value, dict):
        return "is not an object"
    path, digest = value.get("path"), value.get("sha256")
    if not isinstance(path, str) or not isinstance(digest, str) or not _DIGEST.fullmatch(digest):
        return "does not have a path and a sha256"
    problem = relative_path_problem(path)
    if problem is not None:
        return f"its path {problem}; expected a path below the root"
    if path in _OWN or any(map(_TOOLS.fullmatch, path.split("/"))):
        return "its path cannot be that of an article"
    return Row(path, digest, _rules(value.get("findings")), line)


def _rules(findings: object) -> tuple[str, ...]:
    if not isinstance(findings, list):
        return ()
    named = (finding.get("rule") for finding in findings if isinstance(finding, dict))
    return tuple(dict.fromkeys(rule for rule in named if isinstance(rule, str)))
