"""The message for an exception that is a bug in corpusfmt."""

from __future__ import annotations

import os

from corpusfmt.text.display import printable


def crash(error: Exception) -> str:
    """Return the message for an exception of a file or of a run that should not occur."""
    if isinstance(error, MemoryError):
        return "there is not enough memory for it"
    name = type(error).__name__
    what = f"{name}: {error}" if str(error) else name
    return f"internal error: {printable(what)}{_place(error)}; please report it"


def _place(error: Exception) -> str:
    """Return where the exception was raised."""
    frame = error.__traceback__
    if frame is None:
        return ""
    while frame.tb_next is not None:
        frame = frame.tb_next
    file = os.path.basename(frame.tb_frame.f_code.co_filename)
    return f" at {file}:{frame.tb_lineno}"
