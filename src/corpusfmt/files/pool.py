"""Work on many files: in this process or in several, always in the order of the files."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager, suppress
from time import monotonic
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import BaseContext

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")

WORTH_IT = 400
"""How many files make it worth starting other processes."""

CHUNK = 64
"""How many files are handed out at once."""

_AHEAD = 4  # chunks handed out for each process, so that results do not pile up before a slow one
_MOST = 60  # processes: what Windows can wait for, and no fork bomb from a slip of the finger
_ENDING = 5.0  # seconds that a process may take to end when it is terminated
_LOOK_UP = 0.05  # seconds between a process's looks at whether it is still wanted


class WorkerLost(Exception):  # noqa: N818 - named for what is so
    """A process that did a part of the work came to an end before it was done."""


def processes_for(files: int, jobs: int | None) -> int:
    """The number of processes for so many files: what is asked for, or one for each processor, and one for few."""
    if jobs is None:
        return _processors() if files >= WORTH_IT else 1
    return jobs


def in_order(
    function: Callable[[_Item], _Result], items: Sequence[_Item], jobs: int | None, chunk: int = CHUNK
) -> Generator[_Result, None, None]:
    """Yield ``function(item)`` for each item, in the order of the items, whatever the number of processes.

    ``jobs`` is that number; None means one for each processor, and one alone for few items. A process is given so many
    items at once, a ``chunk``. The function, the items
    and the results must be picklable. Close the iterator where the work is given up: each process then ends with the
    item that it is at, so that nothing is left half-done. WorkerLost where a process ended by itself.
    """
    jobs = processes_for(len(items), jobs)
    if jobs <= 1 or len(items) <= 2:
        yield from map(function, items)
        return
    # What the first item makes the function load, forked processes have.
    yield function(items[0])
    rest = items[1:]
    size = max(1, min(chunk, -(-len(rest) // jobs)))
    chunks = [(start, min(start + size, len(rest))) for start in range(0, len(rest), size)]
    workers = _Workers(function, rest)
    try:
        if workers.start(min(jobs, len(chunks), _MOST)):
            yield from workers.results(chunks)
        else:
            yield from map(function, rest)
    finally:
        workers.end()


class _Worker:
    """A process as its parent sees it: the pipe to it, and how many chunks it has been given and not returned."""

    def __init__(self, process: Any, connection: Connection[Any, Any]) -> None:
        self.process = process
        self.connection = connection
        self.load = 0


class _Workers(Generic[_Item, _Result]):
    """Processes that hold the function and the items, are told which items to work on, and send back the results."""

    def __init__(self, function: Callable[[_Item], _Result], items: Sequence[_Item]) -> None:
        self.function = function
        self.items = items
        self.workers: list[_Worker] = []

    def start(self, number: int) -> int:
        """Start so many processes, or as many as the system allows; return how many there are."""
        from multiprocessing import current_process

        if current_process().daemon:  # such as a worker of a pool, which may not have processes of its own
            return 0

        context = _context()
        with suppress(OSError), _interrupts_held_back():
            for _ in range(number):
                self._start_one(context)
        return len(self.workers)

    def _start_one(self, context: BaseContext) -> None:
        ours, theirs = context.Pipe()
        # A forked process has the pipes of those before it as well, and would keep them open.
        is_forked = context.get_start_method() == "fork"
        inherited = [ours, *(worker.connection for worker in self.workers)] if is_forked else []
        process = context.Process(  # type: ignore[attr-defined]  # every real context has it
            target=_work, args=(self.function, self.items, theirs, inherited), daemon=True
        )
        try:
            process.start()
        except BaseException:
            ours.close()
            raise
        finally:
            theirs.close()
        self.workers.append(_Worker(process, ours))

    def results(self, chunks: Sequence[tuple[int, int]]) -> Iterator[_Result]:
        """Yield the results of the chunks in their order."""
        arrived: dict[int, list[_Result]] = {}
        given = 0
        for due in range(len(chunks)):
            while due not in arrived:
                given = self._hand_out(chunks, given, due + _AHEAD * len(self.workers))
                self._collect(arrived)
            yield from arrived.pop(due)

    def _hand_out(self, chunks: Sequence[tuple[int, int]], given: int, limit: int) -> int:
        """Give chunks to those who have fewer than two, up to a limit; return how many are given."""
        for load in (0, 1):
            for worker in self.workers:
                if worker.load == load and given < min(limit, len(chunks)):
                    try:
                        worker.connection.send((given, *chunks[given]))
                    except OSError as error:
                        raise WorkerLost from error
                    worker.load += 1
                    given += 1
        return given

    def _collect(self, arrived: dict[int, list[_Result]]) -> None:
        """Wait for results, and take what is there."""
        from multiprocessing.connection import wait

        busy = {worker.connection: worker for worker in self.workers if worker.load}
        for connection in wait(list(busy)):
            worker = busy[connection]  # type: ignore[index]  # only ours are waited for
            try:
                number, results = worker.connection.recv()
            except (EOFError, OSError) as error:
                raise WorkerLost from error
            if isinstance(results, Exception):
                raise results
            worker.load -= 1
            arrived[number] = results

    def end(self) -> None:
        """Let every process come to an end, with the item that it is at; an interrupt meanwhile ends them at once."""
        for worker in self.workers:
            _hang_up(worker.connection)
        try:
            for worker in self.workers:
                worker.process.join()
        except KeyboardInterrupt:
            for worker in self.workers:
                worker.process.terminate()
            for worker in self.workers:  # what they did is counted after this
                worker.process.join(_ENDING)
            raise


def _context() -> BaseContext:
    """Return how processes are started: forked where that is safe, which is quickest.

    A fork takes only the thread it is called in, and locks that other threads hold stay locked in it for ever. The
    commands have one thread, and on Linux no library starts others; a caller from Python may have many.
    """
    from multiprocessing import get_context
    from threading import active_count

    if sys.platform != "linux":
        return get_context()
    return get_context("fork" if active_count() == 1 else "spawn")


def _hang_up(connection: Connection[Any, Any]) -> None:
    """Close a connection for every process: one that the caller forked meanwhile has it too, and keeps it open."""
    if sys.platform != "win32":
        import socket

        with suppress(OSError), socket.socket(fileno=os.dup(connection.fileno())) as ours:
            ours.shutdown(socket.SHUT_RDWR)
    connection.close()


def _work(
    function: Callable[[_Item], _Result],
    items: Sequence[_Item],
    connection: Connection[Any, Any],
    inherited: Sequence[Connection[Any, Any]],
) -> None:
    """What a process does: work on the chunks it is told of, until its parent closes the pipe or is gone."""
    for other in inherited:
        other.close()
    _leave_interrupts_to_parent()
    with suppress(EOFError, OSError):
        ahead: list[tuple[int, int, int]] = []
        while True:
            number, start, end = ahead.pop(0) if ahead else connection.recv()
            try:
                results: object = list(_results(function, items[start:end], connection, ahead))
            except Exception as error:
                results = error
            connection.send((number, results))


def _results(
    function: Callable[[_Item], _Result],
    items: Sequence[_Item],
    connection: Connection[Any, Any],
    ahead: list[tuple[int, int, int]],
) -> Iterator[_Result]:
    """Yield the result of each item, looking up now and then; EOFError where the work is not wanted any more."""
    looked = monotonic()
    for item in items:
        yield function(item)
        if monotonic() - looked > _LOOK_UP:
            while connection.poll():
                ahead.append(connection.recv())
            looked = monotonic()


def _leave_interrupts_to_parent() -> None:
    """Let the parent decide what an interrupt means; a process asked to end does so in good order."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), lambda number, frame: sys.exit(1))
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _INTERRUPTS)


_INTERRUPTS = {getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)}


@contextmanager
def _interrupts_held_back() -> Iterator[None]:
    """Let interrupts wait: a process being made would take them for its own, and end with a traceback."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _INTERRUPTS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
