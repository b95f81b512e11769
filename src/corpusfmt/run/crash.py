"""The message for an exception that is a bug in corpusfmt, or an installation that is damaged."""

from __future__ import annotations

import os

from corpusfmt.text.display import printable

CRASH = "internal error: "
"""What the message for a bug begins with."""

_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def crash(error: Exception) -> str:
    """Return the message for an exception of a file that should not occur.

    An installation that is damaged fails for every file: its exception is raised again, so that it
    ends the run.
    """
    if _is_of_installation(error):
        raise error
    return crash_of_run(error)


def crash_of_run(error: Exception) -> str:
    """Return the message for an exception of a run that should not occur."""
    if isinstance(error, MemoryError):
        return "there is not enough memory for it"
    name = type(error).__name__
    what = printable(f"{name}: {error}" if str(error) else name)
    if _is_of_installation(error):
        return f"this installation of corpusfmt is damaged: {what}; install it again"
    return f"{CRASH}{what}{_place(error)}; please report it"


def _is_of_installation(error: Exception) -> bool:
    """Return whether a module, or a file of corpusfmt, is missing or cannot be read."""
    if isinstance(error, (OSError, SyntaxError)) and isinstance(error.filename, str):
        return error.filename.startswith(_PACKAGE + os.sep)
    return isinstance(error, ImportError)


def _place(error: Exception) -> str:
    """Return where the exception was raised."""
    frame = error.__traceback__
    if frame is None:
        return ""
    while frame.tb_next is not None:
        frame = frame.tb_next
    file = os.path.basename(frame.tb_frame.f_code.co_filename)
    return f" at {file}:{frame.tb_lineno}"
