"""Work on the texts of a run in batches, in this process or in several."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from contextlib import closing

from corpusfmt.files.input import Input
from corpusfmt.files.inputs import Inputs
from corpusfmt.files.pool import (
    CHUNK,
    PARALLEL_FILES,
    Care,
    Rescue,
    in_order,
    in_order_of_stream,
    processes_for,
)
from corpusfmt.text.annotations import Generic, TypeVar
from corpusfmt.text.values import dataclass

_Result = TypeVar("_Result")


@dataclass(frozen=True, slots=True)
class BatchWork(Generic[_Result]):
    """What is done with texts.

    ``work`` returns the results of a batch. ``lost`` returns that of a text in whose work processes
    have ended. ``sample`` is a text to load with what the work needs, or None. ``writes`` is
    whether files are rewritten: the results of few of them are then unknown if a process ends.
    """

    work: Callable[[Sequence[Input]], Sequence[_Result]]
    lost: Callable[[Input], _Result]
    sample: Input | None
    writes: bool = False

    def care(self) -> Care[tuple[Input, ...], Sequence[_Result]]:
        """Return how the processes are cared for."""
        return Care(Rescue(self._lost, _one_by_one), self._warm_up)

    def _warm_up(self) -> None:
        if self.sample is not None:
            self.work((self.sample, self.sample))  # the second loads what many need

    def _lost(self, batch: Sequence[Input]) -> Sequence[_Result]:
        return list(map(self.lost, batch))


def _one_by_one(batch: Sequence[Input]) -> list[tuple[Input, ...]]:
    return [(item,) for item in batch]


def in_batches(
    batch_work: BatchWork[_Result], inputs: Inputs, size: int, jobs: int | None
) -> Generator[_Result, None, None]:
    """Yield the results of all texts, in order.

    ``size`` is that of a batch of files, ``jobs`` the number of processes as for `in_order`.
    """
    work, care = batch_work.work, batch_work.care()
    if inputs.is_streamed:
        few = PARALLEL_FILES // CHUNK
        finished = in_order_of_stream(work, inputs.stream(), jobs, few, care)
    else:
        jobs = processes_for(len(inputs.files), jobs)
        chunk = 1 if batch_work.writes else max(1, CHUNK // size)
        finished = in_order(work, inputs.batches(size), jobs, chunk, care)
    with closing(finished):
        for results in finished:
            yield from results
