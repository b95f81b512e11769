"""Write a report to a file."""

from __future__ import annotations

from collections.abc import Iterable

from corpusfmt.cli import console
from corpusfmt.files.read import WriteError
from corpusfmt.files.streams import write_output


def write_report(path: str, pieces: Iterable[str]) -> bool:
    """Write a report to a file; report where that fails, and return whether it succeeded."""
    chunks = (piece.encode("utf-8", "backslashreplace") for piece in pieces)
    try:
        write_output(path, chunks, durable=False)
    except WriteError as error:
        console.note_path(error.path, f"the report could not be written: {error.reason}")
        return False
    return True
