"""The change of a file as a patch."""

from __future__ import annotations

import os


def make_patch(before: bytes, after: bytes, name: str) -> bytes:
    """The change as a unified diff, in bytes, whose lines end at line feeds only."""
    import difflib

    name_bytes = _named(os.fsencode(name))
    lines = difflib.diff_bytes(difflib.unified_diff, _split(before), _split(after), name_bytes, name_bytes)
    return b"".join(line if line.endswith(b"\n") else line + b"\n\\ No newline at end of file\n" for line in lines)


def _named(name: bytes) -> bytes:
    """A name as patch and git read it: quoted where it holds what ends a line; a tab tells where blanks end."""
    if any(byte < 32 or byte in b'"\\' for byte in name):
        return b'"' + b"".join(_escaped(byte) for byte in name) + b'"'
    return name + (b"\t" if b" " in name else b"")


def _escaped(byte: int) -> bytes:
    return b"\\%03o" % byte if byte < 32 else b"\\%c" % byte if byte in b'"\\' else b"%c" % byte


def _split(text: bytes) -> list[bytes]:
    *lines, last = text.split(b"\n")
    return [line + b"\n" for line in lines] + ([last] if last else [])
