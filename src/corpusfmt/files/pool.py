"""Work on many files in this process or in several, always in the order of the files."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from functools import partial
from itertools import chain, islice
from typing import TypeVar

from corpusfmt.files.workers import WorkerError, Workers

__all__ = ["CHUNK", "PARALLEL_FILES", "WorkerError", "in_order", "in_order_of_stream"]

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")

PARALLEL_FILES = 400
"""From how many files on it pays to start other processes."""

CHUNK = 64
"""How many files a process is given at once."""

_MOST_PROCESSES = 60
"""What Windows can wait for; it also keeps a typing error from starting thousands."""


def processes_for(files: int, jobs: int | None) -> int:
    """Return the number of processes for so many files.

    That is ``jobs``, or if it is None, one for each processor, and one alone for few files.
    """
    if jobs is not None:
        return jobs
    return _processors() if files >= PARALLEL_FILES else 1


def in_order(
    function: Callable[[_Item], _Result],
    items: Sequence[_Item],
    jobs: int | None,
    chunk: int = CHUNK,
) -> Generator[_Result, None, None]:
    """Yield ``function(item)`` for each item, in the order of the items.

    ``jobs`` is the number of processes; None means one for each processor, and one alone for few
    items. A process is given ``chunk`` items at once. The function, the items and the results must
    be picklable. Close the iterator to stop early: each process then ends after its current item,
    so that nothing is left half-done. Raise WorkerError if a process ends unexpectedly.
    """
    jobs = processes_for(len(items), jobs)
    if jobs <= 1 or len(items) <= 2:
        yield from map(function, items)
        return
    # Forked processes inherit what the function loads for the first item.
    yield function(items[0])
    rest = items[1:]
    chunks = _split(len(rest), jobs, chunk)
    # A process has all items from its start, so that only their indices are sent.
    work = partial(_work_at, function, rest)
    yield from _share(work, chunks, min(jobs, len(chunks)), ahead=2)


def in_order_of_stream(
    function: Callable[[_Item], _Result], items: Iterable[_Item], jobs: int | None, few: int
) -> Generator[_Result, None, None]:
    """Yield results as `in_order` does, for items that are made as they are needed.

    With ``jobs`` None, one process works alone if there are not more than a ``few`` items. Each
    item is sent to a process that has nothing else to do: while one works on an item, another item
    that is larger than what the pipe holds would block both ends of it.
    """
    stream = iter(items)
    first = list(islice(stream, few + 1))
    if jobs is None:
        jobs = _processors() if len(first) > few else 1
    if jobs <= 1 or len(first) <= 2:
        yield from map(function, chain(first, stream))
        return
    yield function(first[0])
    chunks = ((item,) for item in chain(first[1:], stream))
    yield from _share(function, chunks, jobs, ahead=1)


def _share(
    function: Callable[[_Item], _Result],
    chunks: Iterable[Sequence[_Item]],
    jobs: int,
    ahead: int,
) -> Iterator[_Result]:
    """Yield the results of all chunks; ``ahead`` is how many a process is given at most."""
    workers = Workers(function, ahead)
    try:
        if workers.start(min(jobs, _MOST_PROCESSES)):
            yield from workers.results(chunks)
        else:
            for chunk in chunks:
                yield from map(function, chunk)
    finally:
        workers.end()


def _work_at(function: Callable[[_Item], _Result], items: Sequence[_Item], index: int) -> _Result:
    return function(items[index])


def _split(count: int, jobs: int, largest: int) -> list[range]:
    """Return the indices of so many items in chunks of equal size, smaller ones for few items."""
    share = -(-count // jobs)  # rounded up
    size = max(1, min(largest, share))
    return [range(start, min(start + size, count)) for start in range(0, count, size)]


def _processors() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
