"""The change of a file as a patch."""

from __future__ import annotations

import os


def make_patch(before: bytes, after: bytes, name: str) -> bytes:
    """The change as a unified diff, in bytes, whose lines end at line feeds only."""
    import difflib

    name_bytes = os.fsencode(name) + (b"\t" if " " in name else b"")  # the tab tells patch where the name ends
    lines = difflib.diff_bytes(difflib.unified_diff, _split(before), _split(after), name_bytes, name_bytes)
    return b"".join(line if line.endswith(b"\n") else line + b"\n\\ No newline at end of file\n" for line in lines)


def _split(text: bytes) -> list[bytes]:
    *lines, last = text.split(b"\n")
    return [line + b"\n" for line in lines] + ([last] if last else [])
