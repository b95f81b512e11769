"""The marker of a quarantine, a file of JSON: its version, and the root of the files."""

from __future__ import annotations

import os

from corpusfmt.files.quarantine_marker import MARKER, MARKER_LIMIT
from corpusfmt.files.read import ReadError, WriteError
from corpusfmt.files.untrusted import read_untrusted
from corpusfmt.files.write import write_atomically
from corpusfmt.project.json_lines import format_line, parse_object

_KEY = "corpusfmt-quarantine"
_VERSION = 1


def read_marker(folder: str) -> str | None:
    """Return the root of a quarantine, with symbolic links resolved.

    Return None for a folder without a marker. Raise ReadError for an invalid or untrusted marker.
    """
    path = os.path.join(folder, MARKER)
    if not os.path.lexists(path):
        return None
    value = parse_object(read_untrusted(path, MARKER_LIMIT))
    if value is None or value.get(_KEY) != _VERSION:
        raise ReadError(path, "is not the marker of a quarantine of this version")
    root = value.get("root")
    if not isinstance(root, str) or not root or "\0" in root:
        raise ReadError(path, "does not name the root of the files")
    return os.path.realpath(os.path.join(os.path.realpath(folder), root))


def write_marker(folder: str, root: str) -> None:
    """Make a folder a quarantine of files from below the root; raise WriteError on failure."""
    try:
        relative = os.path.relpath(root, os.path.realpath(folder)).replace(os.sep, "/")
    except ValueError as error:
        raise WriteError(folder, "is on another drive than the files") from error
    line = format_line({_KEY: _VERSION, "root": relative})
    write_atomically(os.path.join(folder, MARKER), line)
