"""The message for an error that should not occur."""

from __future__ import annotations

import os

from corpusfmt.text.display import printable


def crash(error: Exception) -> str:
    """What to say of a file, or of a run, where an error of ours has come up that should not be."""
    frame = error.__traceback__
    while frame is not None and frame.tb_next is not None:
        frame = frame.tb_next
    place = (
        f" at {os.path.basename(frame.tb_frame.f_code.co_filename)}:{frame.tb_lineno}"
        if frame
        else ""
    )
    what = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    return f"a fault in corpusfmt ({printable(what)}{place}); please report it, with the file if you can"
