"""Work on many files: in this process or in several, always in the order of the files."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from itertools import islice
from typing import TypeVar

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")

WORTH_IT = 400
"""How many files make it worth starting other processes."""

_CHUNK = 64
_AHEAD = 4  # chunks handed out for each process, so that results do not pile up before a slow one


def in_order(function: Callable[[_Item], _Result], items: Sequence[_Item], jobs: int | None) -> Iterator[_Result]:
    """Yield ``function(item)`` for each item, in the order of the items, whatever the number of processes.

    ``jobs`` is that number; None means one for each processor, and one alone for few items. The function and the
    results must be picklable. What is under way is given up when the caller stops or is interrupted.
    """
    if jobs is None:
        jobs = _processors() if len(items) >= WORTH_IT else 1
    if jobs <= 1 or len(items) <= 1:
        yield from map(function, items)
        return
    size = max(1, min(_CHUNK, -(-len(items) // jobs)))
    chunks = iter([items[start : start + size] for start in range(0, len(items), size)])
    yield from _spread(function, chunks, jobs)


def _spread(function: Callable[[_Item], _Result], chunks: Iterator[Sequence[_Item]], jobs: int) -> Iterator[_Result]:
    from collections import deque
    from concurrent.futures import ProcessPoolExecutor

    executor = ProcessPoolExecutor(jobs, initializer=_leave_interrupts_to_parent)
    try:
        waiting = deque(executor.submit(_each, function, chunk) for chunk in islice(chunks, jobs * _AHEAD))
        while waiting:
            yield from waiting.popleft().result()
            for chunk in islice(chunks, 1):
                waiting.append(executor.submit(_each, function, chunk))
    except BaseException:
        executor.shutdown(wait=False, cancel_futures=True)
        raise
    executor.shutdown()


def _each(function: Callable[[_Item], _Result], items: Sequence[_Item]) -> list[_Result]:
    return [function(item) for item in items]


def _leave_interrupts_to_parent() -> None:
    with suppress(ValueError):
        signal.signal(signal.SIGINT, signal.SIG_IGN)


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
