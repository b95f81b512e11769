"""The change of a file as a unified diff."""

from __future__ import annotations

import os

_QUOTED = b'"\\'
"""Characters that are escaped in a quoted name; control characters are too."""


def make_patch(before: bytes, after: bytes, name: str) -> bytes:
    """Return the change as a unified diff in bytes; lines end at line feeds only."""
    import difflib

    header_name = _format_name(os.fsencode(name))
    lines = difflib.diff_bytes(
        difflib.unified_diff, _split_lines(before), _split_lines(after), header_name, header_name
    )
    return b"".join(map(_end_line, lines))


def _end_line(line: bytes) -> bytes:
    if line.endswith(b"\n"):
        return line
    return line + b"\n\\ No newline at end of file\n"


def _format_name(name: bytes) -> bytes:
    """Return a name as patch and git read it.

    It is quoted if it contains control characters; a tab ends a name with spaces.
    """
    if any(map(_needs_escape, name)):
        return b'"' + b"".join(map(_escape, name)) + b'"'
    return name + (b"\t" if b" " in name else b"")


def _needs_escape(byte: int) -> bool:
    return byte < 0x20 or byte in _QUOTED


def _escape(byte: int) -> bytes:
    if byte < 0x20:
        return b"\\%03o" % byte
    if byte in _QUOTED:
        return b"\\%c" % byte
    return b"%c" % byte


def _split_lines(text: bytes) -> list[bytes]:
    *lines, last = text.split(b"\n")
    ended = [line + b"\n" for line in lines]
    return [*ended, last] if last else ended
