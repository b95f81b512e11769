"""Work on many files in this process or in several, always in the order of the files."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from functools import partial
from itertools import chain, islice

from corpusfmt.files.arrived import IN_MEMORY
from corpusfmt.files.workers import Rescue, WorkerError, Workers
from corpusfmt.text.annotations import Generic, TypeVar, cast
from corpusfmt.text.named_tuples import NamedTuple
from corpusfmt.text.values import dataclass

__all__ = ["CHUNK", "LOST", "PARALLEL_FILES", "Care", "Rescue", "WorkerError", "in_order"]

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")

PARALLEL_FILES = 400
"""From how many files on it pays to start other processes."""

CHUNK = 64
"""How many files a process is given at once."""

LOST = "its process was killed twice, perhaps because it ran out of memory"
"""Why there is no result for a file."""

_CHUNKS_EACH = 4
"""How many chunks there are for each process at least, so that all end at about one time."""

_MOST_PROCESSES = 60
"""What Windows can wait for; it also keeps a typing error from starting thousands."""


def processes_for(files: int, jobs: int | None) -> int:
    """Return the number of processes for so many files.

    That is ``jobs``, or if it is None, one for each processor, and one alone for few files.
    """
    if jobs is not None:
        return jobs
    return _processors() if files >= PARALLEL_FILES else 1


@dataclass(frozen=True, slots=True)
class Care(Generic[_Item, _Result]):
    """How the processes of a run are cared for.

    ``rescue`` is what is done with the items of a process that ended early; without it, that raises
    WorkerError. ``warm_up`` loads what the function needs, before processes are forked; without it,
    the first item is worked on in this process. ``in_memory`` is how many bytes of results wait
    there for their turn; more are in a temporary file.
    """

    rescue: Rescue[_Item, _Result] | None = None
    warm_up: Callable[[], object] | None = None
    in_memory: int = IN_MEMORY


def in_order(
    function: Callable[[_Item], _Result],
    items: Sequence[_Item],
    jobs: int | None,
    chunk: int = CHUNK,
    care: Care[_Item, _Result] | None = None,
) -> Generator[_Result, None, None]:
    """Yield ``function(item)`` for each item, in the order of the items.

    ``jobs`` is the number of processes; None means one for each processor, and one alone for few
    items. A process is given ``chunk`` items at once. The function, the items and the results must
    be picklable. Close the iterator to stop early: each process then ends after its current item,
    so that nothing is left half-done.
    """
    jobs = processes_for(len(items), jobs)
    if jobs <= 1 or len(items) <= 2:
        yield from map(function, items)
        return
    care = care or Care()
    first = yield from _warm_up(function, items, care)
    rest = items[first:]
    number, chunks = _split(len(rest), jobs, chunk)
    # A process has all items from its start, so that only their indices are sent.
    work = partial(_work_at, function, rest)
    rescue = None if care.rescue is None else _by_index(care.rescue, rest)
    workers = Workers(work, 2, rescue, care.in_memory)
    yield from _share(workers, work, chunks, min(jobs, number))


def in_order_of_stream(
    function: Callable[[_Item], _Result],
    items: Iterable[_Item],
    jobs: int | None,
    few: int,
    care: Care[_Item, _Result] | None = None,
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
    care = care or Care()
    done = yield from _warm_up(function, first, care)
    chunks = ((item,) for item in chain(first[done:], stream))
    workers = Workers(function, 1, care.rescue, care.in_memory)
    yield from _share(workers, function, chunks, jobs)


def _warm_up(
    function: Callable[[_Item], _Result], items: Sequence[_Item], care: Care[_Item, _Result]
) -> Generator[_Result, None, int]:
    """Load what forked processes then inherit; yield the results, and return how many there are."""
    if care.warm_up is not None:
        care.warm_up()
        return 0
    yield function(items[0])
    return 1


def _share(
    workers: Workers[_Item, _Result],
    function: Callable[[_Item], _Result],
    chunks: Iterable[Sequence[_Item]],
    jobs: int,
) -> Iterator[_Result]:
    """Yield the results of all chunks."""
    try:
        if workers.start(min(jobs, _MOST_PROCESSES)):
            yield from workers.results(chunks)
        else:
            for chunk in chunks:
                yield from map(function, chunk)
    finally:
        workers.end()


class _Part(NamedTuple):
    """A part of an item, in the place of an index."""

    item: object


def _work_at(
    function: Callable[[_Item], _Result], items: Sequence[_Item], index: object
) -> _Result:
    return function(_item_at(items, index))


def _item_at(items: Sequence[_Item], index: object) -> _Item:
    if isinstance(index, _Part):
        return cast(_Item, index.item)
    return items[cast(int, index)]


def _by_index(rescue: Rescue[_Item, _Result], items: Sequence[_Item]) -> Rescue[object, _Result]:
    """Return what is done with an item, for its index."""

    def lost(index: object) -> _Result:
        return rescue.lost(_item_at(items, index))

    def split(index: object) -> Sequence[object]:
        return list(map(_Part, rescue.split(_item_at(items, index))))

    return Rescue(lost, split)


def _split(count: int, jobs: int, largest: int) -> tuple[int, Iterator[range]]:
    """Return how many chunks there are, and the indices of the items of each.

    They are of equal size, smaller ones for few items.
    """
    share = -(-count // (jobs * _CHUNKS_EACH))  # rounded up
    size = max(1, min(largest, share))
    chunks = (range(start, min(start + size, count)) for start in range(0, count, size))
    return -(-count // size), chunks


def _processors() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
