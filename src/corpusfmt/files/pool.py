"""Work on many files in this process or in several, always in the order of the files."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager, suppress
from time import monotonic
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar, cast

from corpusfmt.model.errors import CorpusfmtError

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import BaseContext
    from multiprocessing.process import BaseProcess

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")

PARALLEL_FILES = 400
"""From how many files on it pays to start other processes."""

CHUNK = 64
"""How many files a process is given at once."""

_CHUNKS_AHEAD = 4
"""How many chunks are given out per process before the oldest result has arrived.

A limit, so that results do not accumulate while one process is slow.
"""

_MOST_PROCESSES = 60
"""What Windows can wait for; it also keeps a typing error from starting thousands."""

_TERMINATION_SECONDS = 5.0
"""How long a process may take to end after it is terminated."""

_POLL_SECONDS = 0.05
"""How often a process checks whether its work is still wanted."""

_INTERRUPTS = {
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)
}


class WorkerError(CorpusfmtError):
    """A process ended before its work was complete."""


class _Chunk(NamedTuple):
    """Items to work on: those from ``start`` up to ``end``, and the number of the chunk."""

    number: int
    start: int
    end: int


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
    workers = _Workers(function, rest)
    try:
        if workers.start(min(jobs, len(chunks), _MOST_PROCESSES)):
            yield from workers.results(chunks)
        else:
            yield from map(function, rest)
    finally:
        workers.end()


def _split(count: int, jobs: int, largest: int) -> list[_Chunk]:
    """Return chunks of equal size for so many items; with few items the chunks are smaller."""
    share = -(-count // jobs)  # rounded up
    size = max(1, min(largest, share))
    chunks: list[_Chunk] = []
    for number, start in enumerate(range(0, count, size)):
        chunks.append(_Chunk(number, start, min(start + size, count)))
    return chunks


class _Worker:
    """A process, seen from its parent."""

    def __init__(self, process: BaseProcess, connection: Connection[object, object]) -> None:
        self.process = process
        self.connection = connection
        self.load = 0  # chunks sent and not returned


class _Workers(Generic[_Item, _Result]):
    """Processes that hold the function and the items, receive chunks and return results."""

    def __init__(self, function: Callable[[_Item], _Result], items: Sequence[_Item]) -> None:
        self.function = function
        self.items = items
        self.workers: list[_Worker] = []

    def start(self, count: int) -> int:
        """Start so many processes, or as many as the system allows; return how many there are."""
        from multiprocessing import current_process

        if current_process().daemon:  # such as a worker of a pool, which may not have children
            return 0
        context = _context()
        with suppress(OSError), _interrupts_blocked():
            for _ in range(count):
                self._start_one(context)
        return len(self.workers)

    def _start_one(self, context: BaseContext) -> None:
        parent_end, child_end = context.Pipe()
        inherited: list[Connection[object, object]] = []
        if context.get_start_method() == "fork":
            # A forked process has the pipes of earlier ones too, and would keep them open.
            inherited = [parent_end, *(worker.connection for worker in self.workers)]
        process = context.Process(  # type: ignore[attr-defined]  # every real context has it
            target=_work, args=(self.function, self.items, child_end, inherited), daemon=True
        )
        try:
            process.start()
        except BaseException:
            parent_end.close()
            raise
        finally:
            child_end.close()
        self.workers.append(_Worker(process, parent_end))

    def results(self, chunks: Sequence[_Chunk]) -> Iterator[_Result]:
        """Yield the results of the chunks in their order."""
        arrived: dict[int, list[_Result]] = {}
        sent = 0
        for number in range(len(chunks)):
            while number not in arrived:
                limit = number + _CHUNKS_AHEAD * len(self.workers)
                sent = self._send(chunks[:limit], sent)
                self._receive(arrived)
            yield from arrived.pop(number)

    def _send(self, chunks: Sequence[_Chunk], sent: int) -> int:
        """Send chunks to the processes that have fewer than two; return how many are sent."""
        for load in (0, 1):
            for worker in self.workers:
                if worker.load == load and sent < len(chunks):
                    try:
                        worker.connection.send(chunks[sent])
                    except OSError as error:
                        raise WorkerError from error
                    worker.load += 1
                    sent += 1
        return sent

    def _receive(self, arrived: dict[int, list[_Result]]) -> None:
        """Wait for results, and store those that have arrived."""
        from multiprocessing.connection import wait

        busy = [worker for worker in self.workers if worker.load]
        ready = wait([worker.connection for worker in busy])
        for worker in busy:
            if worker.connection not in ready:
                continue
            number, results = self._receive_from(worker)
            worker.load -= 1
            arrived[number] = results

    def _receive_from(self, worker: _Worker) -> tuple[int, list[_Result]]:
        try:
            answer = worker.connection.recv()
        except (EOFError, OSError) as error:
            raise WorkerError from error
        number, results = cast("tuple[int, list[_Result] | Exception]", answer)
        if isinstance(results, Exception):
            raise results
        return number, results

    def end(self) -> None:
        """Let every process end after its current item; an interrupt meanwhile terminates them."""
        for worker in self.workers:
            _hang_up(worker.connection)
        try:
            for worker in self.workers:
                worker.process.join()
        except KeyboardInterrupt:
            for worker in self.workers:
                worker.process.terminate()
            for worker in self.workers:  # what they did is counted after this
                worker.process.join(_TERMINATION_SECONDS)
            raise


def _context() -> BaseContext:
    """Return how processes are started: forked where that is safe, which is fastest.

    A fork has only the thread that called it, and locks that other threads hold are never
    released in it. The commands have one thread, and on Linux no library starts others; a caller
    from Python may have many.
    """
    from multiprocessing import get_context
    from threading import active_count

    if sys.platform != "linux":
        return get_context()
    return get_context("fork" if active_count() == 1 else "spawn")


def _hang_up(connection: Connection[object, object]) -> None:
    """Close a connection, also in processes that the caller has forked meanwhile."""
    if sys.platform != "win32":
        import socket

        with suppress(OSError), socket.socket(fileno=os.dup(connection.fileno())) as duplicate:
            duplicate.shutdown(socket.SHUT_RDWR)
    connection.close()


def _work(
    function: Callable[[_Item], _Result],
    items: Sequence[_Item],
    connection: Connection[object, object],
    inherited: Sequence[Connection[object, object]],
) -> None:
    """Work on the chunks that arrive until the parent closes the pipe; run in each process."""
    for other in inherited:
        other.close()
    _leave_interrupts_to_parent()
    pending: list[_Chunk] = []
    with suppress(EOFError, OSError):
        while True:
            chunk = pending.pop(0) if pending else _receive_chunk(connection)
            try:
                work = _results(function, items[chunk.start : chunk.end], connection, pending)
                results: object = list(work)
            except Exception as error:
                results = error
            connection.send((chunk.number, results))


def _results(
    function: Callable[[_Item], _Result],
    items: Sequence[_Item],
    connection: Connection[object, object],
    pending: list[_Chunk],
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


def _receive_chunk(connection: Connection[object, object]) -> _Chunk:
    chunk = connection.recv()
    assert isinstance(chunk, _Chunk)
    return chunk


def _leave_interrupts_to_parent() -> None:
    """Ignore keyboard interrupts; on requests to end, exit normally."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), lambda number, frame: sys.exit(1))
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _INTERRUPTS)


@contextmanager
def _interrupts_blocked() -> Iterator[None]:
    """Delay interrupts: a process that is starting would end with a traceback."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    previous = signal.pthread_sigmask(signal.SIG_BLOCK, _INTERRUPTS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, previous)


def _processors() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
