"""Write a report to a file."""

from __future__ import annotations

from corpusfmt.cli import console
from corpusfmt.files.read import WriteError
from corpusfmt.files.streams import write_output


def write_report(path: str, text: str) -> bool:
    """Write a report to a file; report where that fails, and return whether it succeeded."""
    try:
        write_output(path, text.encode("utf-8", "backslashreplace"), durable=False)
    except WriteError as error:
        console.note_path(error.path, f"the report could not be written: {error.reason}")
        return False
    return True
