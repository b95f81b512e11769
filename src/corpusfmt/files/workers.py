"""Processes that work on items for their parent, which gets the results in order."""

from __future__ import annotations

import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress

from corpusfmt.files.arrived import IN_MEMORY, Arrived
from corpusfmt.files.heartbeat import HEARTBEAT
from corpusfmt.files.worker_process import INTERRUPTS, Chunk, work
from corpusfmt.model.errors import CorpusfmtError
from corpusfmt.text.annotations import TYPE_CHECKING, Generic, TypeVar
from corpusfmt.text.values import dataclass

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import BaseContext
    from multiprocessing.process import BaseProcess

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")

_CHUNKS_AHEAD = 4
"""How many chunks per process may be given out beyond the one whose results are returned.

More are given out while these have not arrived, as long as there is room for their results.
"""

_TERMINATION_SECONDS = 5.0
"""How long a process may take to end after it is terminated."""


class WorkerError(CorpusfmtError):
    """A process ended before its work was complete."""


def _only_itself(item: _Item) -> Sequence[_Item]:
    return (item,)


@dataclass(frozen=True, slots=True)
class Rescue(Generic[_Item, _Result]):
    """What is done when a process ends in the middle of its work.

    The items that it had are given to other processes, each part of an item on its own: ``split``
    returns these parts, each of which has results of its own. If two processes have ended in the
    middle of a part, ``lost`` returns its result.
    """

    lost: Callable[[_Item], _Result]
    split: Callable[[_Item], Sequence[_Item]] = _only_itself


class _Worker:
    """A process, seen from its parent."""

    def __init__(self, process: BaseProcess, connection: Connection[object, object]) -> None:
        self.process = process
        self.connection = connection
        self.chunks: deque[Chunk] = deque()  # sent and not returned; it works on the first


class Workers(Generic[_Item, _Result]):
    """Processes that hold the function, receive chunks of items and return results.

    A process is given ``ahead`` chunks at most before its oldest result has arrived. Without a
    ``rescue``, a process that ends early raises WorkerError. Results of more than ``in_memory``
    bytes wait for their turn in a temporary file.
    """

    def __init__(
        self,
        function: Callable[[_Item], _Result],
        ahead: int,
        rescue: Rescue[_Item, _Result] | None = None,
        in_memory: int = IN_MEMORY,
    ) -> None:
        self.function = function
        self.ahead = ahead
        self.rescue = rescue
        self.workers: list[_Worker] = []
        self._arrived = Arrived(in_memory)
        self._again: deque[Chunk] = deque()
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
            target=work, args=(self.function, child_end, inherited), daemon=True
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
        number = 0
        self._send(feed, number + _CHUNKS_AHEAD * len(self.workers))
        while number < self._sent:
            while not self._arrived.has(number):
                self._receive()
                self._send(feed, self._limit(number))
            yield from self._arrived.take(number)
            number += 1
            self._send(feed, number + _CHUNKS_AHEAD * len(self.workers))

    def _limit(self, number: int) -> int:
        """Return up to which chunk to send, if this one is waited for."""
        if self._arrived.has_room:
            return sys.maxsize
        return number + _CHUNKS_AHEAD * len(self.workers)

    def _send(self, feed: Iterator[Sequence[_Item]], limit: int) -> None:
        """Send chunks up to a limit to the processes that can take one; first those of old ones."""
        for load in range(self.ahead):
            for worker in self.workers:
                if len(worker.chunks) != load:
                    continue
                if self._again:
                    self._send_to(worker, self._again.popleft())
                elif self._sent < limit:
                    items = next(feed, None)
                    if items is None:
                        return
                    self._send_to(worker, Chunk(self._sent, items))
                    self._sent += 1

    def _send_to(self, worker: _Worker, chunk: Chunk) -> None:
        worker.chunks.append(chunk)
        # A process that has ended is noticed when its results are received.
        with suppress(OSError):
            worker.connection.send(chunk)

    def _receive(self) -> None:
        """Wait for results, and keep those that have arrived."""
        from multiprocessing.connection import wait

        busy = [worker for worker in self.workers if worker.chunks]
        connections = [worker.connection for worker in busy]
        while not (ready := wait(connections, HEARTBEAT.seconds)):
            HEARTBEAT.beat()
        for worker in busy:
            if worker.connection not in ready:
                continue
            try:
                data = worker.connection.recv_bytes()
            except (EOFError, OSError):
                self._replace(worker)
                continue
            chunk = worker.chunks.popleft()
            self._arrived.add(chunk.number, chunk.part, data)

    def _replace(self, worker: _Worker) -> None:
        """Start another process for one that has ended, and send again what that one had."""
        if self.rescue is None:
            raise WorkerError
        worker.connection.close()
        worker.process.kill()  # it has ended, or cannot be reached
        worker.process.join()
        self.workers.remove(worker)
        suspect = worker.chunks.popleft()
        self._again.extend(worker.chunks)
        self._suspect(suspect, self.rescue)
        with suppress(OSError), _interrupts_blocked():
            self._start_one(_context())
        if not self.workers:
            raise WorkerError

    def _suspect(self, chunk: Chunk, rescue: Rescue[_Item, _Result]) -> None:
        """Give out a chunk again that a process has worked on when it ended, in parts."""
        if chunk.deaths:
            lost = list(map(rescue.lost, chunk.items))
            import pickle  # which is not imported for few files

            self._arrived.add(chunk.number, chunk.part, pickle.dumps(lost))
            return
        parts: list[object] = []
        for item in chunk.items:
            parts += rescue.split(item)
        if len(parts) == 1:
            self._again.append(chunk._replace(items=parts, deaths=1))
            return
        self._arrived.split(chunk.number, len(parts))
        for index, part in enumerate(parts):
            self._again.append(Chunk(chunk.number, (part,), index))

    def end(self) -> None:
        """Let every process end after its current item; an interrupt meanwhile terminates them."""
        self._arrived.close()
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


@contextmanager
def _interrupts_blocked() -> Iterator[None]:
    """Delay interrupts: a process that is starting would end with a traceback."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    previous = signal.pthread_sigmask(signal.SIG_BLOCK, INTERRUPTS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, previous)
