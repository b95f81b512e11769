"""Processes that work on items for their parent, which gets the results in order."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from time import monotonic
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar, cast

from corpusfmt.model.errors import CorpusfmtError

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import BaseContext
    from multiprocessing.process import BaseProcess

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")

_CHUNKS_AHEAD = 4
"""How many chunks are given out per process before the oldest result has arrived.

A limit, so that results do not accumulate while one process is slow.
"""

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
    """Items to work on, and the number of the chunk."""

    number: int
    items: Sequence[Any]


class _Worker:
    """A process, seen from its parent."""

    def __init__(self, process: BaseProcess, connection: Connection[object, object]) -> None:
        self.process = process
        self.connection = connection
        self.load = 0  # chunks sent and not returned


class Workers(Generic[_Item, _Result]):
    """Processes that hold the function, receive chunks of items and return results.

    A process is given ``ahead`` chunks at most before its oldest result has arrived.
    """

    def __init__(self, function: Callable[[_Item], _Result], ahead: int) -> None:
        self.function = function
        self.ahead = ahead
        self.workers: list[_Worker] = []
        self._sent = 0

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
            target=_work, args=(self.function, child_end, inherited), daemon=True
        )
        try:
            process.start()
        except BaseException:
            parent_end.close()
            raise
        finally:
            child_end.close()
        self.workers.append(_Worker(process, parent_end))

    def results(self, chunks: Iterable[Sequence[_Item]]) -> Iterator[_Result]:
        """Yield the results of the chunks in their order; chunks are taken as they are needed."""
        feed = iter(chunks)
        arrived: dict[int, list[_Result]] = {}
        number = 0
        self._send(feed, number)
        while number < self._sent:
            while number not in arrived:
                self._receive(arrived)
                self._send(feed, number)
            yield from arrived.pop(number)
            number += 1
            self._send(feed, number)

    def _send(self, feed: Iterator[Sequence[_Item]], oldest: int) -> None:
        """Send chunks to the processes that can take one; ``oldest`` is the oldest not returned."""
        limit = oldest + _CHUNKS_AHEAD * len(self.workers)
        for load in range(self.ahead):
            for worker in self.workers:
                if worker.load == load and self._sent < limit:
                    items = next(feed, None)
                    if items is None:
                        return
                    self._send_to(worker, _Chunk(self._sent, items))

    def _send_to(self, worker: _Worker, chunk: _Chunk) -> None:
        try:
            worker.connection.send(chunk)
        except OSError as error:
            raise WorkerError from error
        worker.load += 1
        self._sent += 1

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
                work = _results(function, chunk.items, connection, pending)
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
