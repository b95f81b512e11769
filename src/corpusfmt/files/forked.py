"""A function that runs in a forked process, while this one goes on."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import suppress


def may_fork() -> bool:
    """Return whether this process may be forked: it is on Linux, and has no other thread.

    A fork has only the thread that called it, and locks that other threads hold are never
    released in it.
    """
    if sys.platform != "linux":
        return False
    threading = sys.modules.get("threading")
    return threading is None or threading.active_count() == 1


def in_fork(function: Callable[[], bytes]) -> Callable[[], bytes | None]:
    """Call a function in a forked process; return a function that waits for its result.

    That returns None if there is no result: the process could not be started, or it ended early,
    or the function raised an exception. Call it in any case, so that no process is left.
    """
    reading, writing = os.pipe()
    try:
        child = os.fork()
    except OSError:
        os.close(reading)
        os.close(writing)
        return lambda: None
    if child == 0:
        os.close(reading)
        _run(function, writing)
    os.close(writing)
    return lambda: _wait(child, reading)


def _run(function: Callable[[], bytes], writing: int) -> None:
    """Write the result of a function, and end this process without what is done at an exit."""
    status = 1
    try:
        with suppress(Exception), open(writing, "wb") as pipe:
            pipe.write(function())
            status = 0
    finally:
        os._exit(status)


def _wait(child: int, reading: int) -> bytes | None:
    with open(reading, "rb") as pipe:
        result = pipe.read()
    _, status = os.waitpid(child, 0)
    return result if status == 0 else None
