"""The part of `workers` that runs in each process: items are received, and results sent."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from time import monotonic

from corpusfmt.text.annotations import TYPE_CHECKING, TypeVar
from corpusfmt.text.named_tuples import NamedTuple

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from typing import Any

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")

_ENDED_FIRST = 500
"""How much sooner Linux ends a process that works for another, from 0 to 1000."""

_POLL_SECONDS = 0.05
"""How often a process checks whether its work is still wanted."""

INTERRUPTS = {
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)
}
"""The signals that ask a process to end, as far as the system has them."""


class Chunk(NamedTuple):
    """Items to work on, the number of the chunk, and which part of it this is.

    ``deaths`` counts the processes that have ended in the middle of this part.
    """

    number: int
    items: Sequence[Any]
    part: int = 0
    deaths: int = 0


def work(
    function: Callable[[_Item], _Result],
    connection: Connection[object, object],
    inherited: Sequence[Connection[object, object]],
) -> None:
    """Work on the chunks that arrive until the parent closes the pipe; run in each process."""
    for other in inherited:
        other.close()
    _leave_interrupts_to_parent()
    _volunteer()
    pending: list[Chunk] = []
    # Without memory this process ends; the parent gives its items to others, one by one.
    with suppress(EOFError, OSError, MemoryError):
        while True:
            chunk = pending.pop(0) if pending else _receive_chunk(connection)
            try:
                found = _results(function, chunk.items, connection, pending)
                results: object = list(found)
            except (EOFError, MemoryError):
                raise
            except Exception as error:
                results = error
            connection.send(results)


def _results(
    function: Callable[[_Item], _Result],
    items: Sequence[_Item],
    connection: Connection[object, object],
    pending: list[Chunk],
) -> Iterator[_Result]:
    """Yield the result of each item, and store the chunks that arrive meanwhile.

    Raise EOFError if the parent has closed the pipe.
    """
    last_poll = monotonic()
    for item in items:
        yield function(item)
        if monotonic() - last_poll > _POLL_SECONDS:
            while connection.poll():
                pending.append(_receive_chunk(connection))
            last_poll = monotonic()


def _receive_chunk(connection: Connection[object, object]) -> Chunk:
    chunk = connection.recv()
    assert isinstance(chunk, Chunk)
    return chunk


def _leave_interrupts_to_parent() -> None:
    """Ignore keyboard interrupts; on requests to end, exit normally."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), lambda number, frame: sys.exit(1))
    sys.unraisablehook = _end_if_asked
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, INTERRUPTS)


def _end_if_asked(ignored: sys.UnraisableHookArgs) -> None:
    """End this process where Python would ignore that it exits: in a callback of an import."""
    if issubclass(ignored.exc_type, SystemExit):
        os._exit(1)
    sys.__unraisablehook__(ignored)


def _volunteer() -> None:
    """Let the system end this process before its parent where there is not enough memory."""
    with suppress(OSError), open("/proc/self/oom_score_adj", "r+", encoding="ascii") as file:
        if int(file.read()) < _ENDED_FIRST:
            file.write(str(_ENDED_FIRST))
