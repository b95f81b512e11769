"""What a run reads, one text after another: files, and the members of archives."""

from __future__ import annotations

import os
import stat
from collections import Counter
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing
from itertools import groupby, islice
from typing import TYPE_CHECKING, Generic, TypeVar, overload

from corpusfmt.files.archives.kinds import archive_kind, is_plain_rows, may_be_archive
from corpusfmt.files.archives.limits import Budget, Limits, MemberError
from corpusfmt.files.git import GitError
from corpusfmt.files.git_revision import Blob, open_blobs
from corpusfmt.files.input import Input
from corpusfmt.files.paths import is_url
from corpusfmt.files.patterns import Patterns
from corpusfmt.files.pool import (
    CHUNK,
    PARALLEL_FILES,
    Care,
    Rescue,
    in_order,
    in_order_of_stream,
    processes_for,
)
from corpusfmt.files.read import READ_FLAGS, ReadError, describe_kind, reason_of
from corpusfmt.files.revision_files import RevisionFiles
from corpusfmt.files.spool import Spool
from corpusfmt.files.walk import SkippedFile
from corpusfmt.text.values import dataclass

if TYPE_CHECKING:
    from typing import BinaryIO

    from corpusfmt.files.archives.parquet import RecordColumns

_Result = TypeVar("_Result")

_FETCHED = 16
"""How many files are fetched from a remote file system at the same time."""

_BATCH_BYTES = 1 << 20
"""From how many bytes of members on a batch is not filled further."""


@dataclass(frozen=True, slots=True)
class InputOptions:
    """How archives are read.

    The patterns select their members. ``text_field`` is the field of a row that holds its text.
    ``reads_rows`` is whether JSON Lines that are not compressed are rows, too. ``revision`` has the
    files of a git revision, if they are not read from the disk. ``is_record`` returns whether the
    rows of a table with some columns are records; None if none are.
    """

    patterns: Patterns
    limits: Limits
    text_field: str
    reads_rows: bool = True
    revision: RevisionFiles | None = None
    is_record: RecordColumns | None = None

    def kind_of(self, path: str) -> str | None:
        """Return the kind of archive at a path, or None for a file with one text."""
        if not self.reads_rows and is_plain_rows(path):
            return None
        return archive_kind(path)

    def is_archive_or_url(self, path: str) -> bool:
        """Return whether a path names no file with one text on the disk."""
        return self.kind_of(path) is not None or is_url(path)


class Inputs:
    """The texts of a run, in the order of its files; those of an archive in its own order.

    ``unwritable`` are the files that are archives, or at a URL. ``is_streamed`` is whether this
    process reads all texts, so that their number may not be known. ``skipped`` counts what else is
    in the archives, by reason; it grows as the texts are read. ``spool``, if it is set, keeps the
    members, which can then be read again.
    """

    def __init__(self, files: Sequence[str], options: InputOptions, first: int = 0) -> None:
        self.files = files
        self.options = options
        self._first = first
        self.skipped: Counter[str] = Counter()
        self.spool: Spool | None = None
        self.unwritable = tuple(
            path for path in files if may_be_archive(path) and options.is_archive_or_url(path)
        )
        self.is_streamed = bool(self.unwritable) or options.revision is not None

    def __iter__(self) -> Iterator[Input]:
        return islice(self._all(), self._first, None)

    def _all(self) -> Iterator[Input]:
        if self.options.revision is not None:
            yield from _read_revision(self.files, self.options.revision, self.options)
            return
        for system, paths in groupby(self.files, self._remote_system):
            if system is None:
                for path in paths:
                    yield from self._read(path)
            else:
                yield from self._fetch([*paths])

    def only(self, files: Sequence[str]) -> Inputs:
        """Return the texts of some of the files; what is skipped in them is counted here, too."""
        inputs = Inputs(files, self.options)
        inputs.skipped = self.skipped
        return inputs

    def after(self, number: int) -> Inputs:
        """Return the texts after so many of them; those of archives are read, and not returned."""
        if not self.is_streamed:
            return self.only(self.files[number:])
        inputs = Inputs(self.files, self.options, number)
        inputs.skipped = self.skipped
        return inputs

    def batches(self, size: int) -> Sequence[tuple[Input, ...]]:
        """Return the files in batches, if there are no archives."""
        return _Batches(self.files, size)

    def stream(self) -> Iterator[tuple[Input, ...]]:
        """Yield the texts in batches, and read members as they are needed."""
        batch: list[Input] = []
        weight = 0
        for item in self:
            if self.spool is not None:
                self.spool.add(item)
            batch.append(item)
            weight += len(item.data or b"")
            if len(batch) >= CHUNK or weight >= _BATCH_BYTES:
                yield tuple(batch)
                batch.clear()
                weight = 0
        if batch:
            yield tuple(batch)

    def _remote_system(self, path: str) -> str | None:
        """Return the file system of a URL that is not an archive; None for another path."""
        if not is_url(path) or self.options.kind_of(path) is not None:
            return None
        from corpusfmt.files.remote import system_of

        return system_of(path)

    def _fetch(self, urls: Sequence[str]) -> Iterator[Input]:
        """Yield the files at URLs of one file system; some are fetched at the same time."""
        from corpusfmt.files.remote import read_remote

        budget = Budget(self.options.limits)
        for start in range(0, len(urls), _FETCHED):
            some = urls[start : start + _FETCHED]
            answers = read_remote(some, self.options.limits.member)
            for url, answer in zip(some, answers, strict=True):
                yield _fetched(url, answer, budget)

    def _read(self, path: str) -> Iterator[Input]:
        options = self.options
        kind = options.kind_of(path)
        if kind is None:
            yield Input(path)
            return
        from corpusfmt.files.archives.members import Archive, read_archive

        archive = Archive(
            path, kind, options.patterns, options.limits, options.text_field, options.is_record
        )
        try:
            with _open_any(path) as file:
                for item in read_archive(archive, file):
                    if isinstance(item, SkippedFile):
                        self.skipped[item.reason] += 1
                    else:
                        yield item
        except ReadError as error:
            yield Input(path, error=error.reason)
        except Exception as error:  # each remote file system has its own
            if not is_url(path):
                raise
            from corpusfmt.files.remote import reason_of_failure

            yield Input(path, error=reason_of_failure(error))


class _Batches(Sequence[tuple[Input, ...]]):
    """Files in batches, each of which is made when it is needed."""

    def __init__(self, files: Sequence[str], size: int) -> None:
        self._files = files
        self._starts = range(0, len(files), size)

    def __len__(self) -> int:
        return len(self._starts)

    @overload
    def __getitem__(self, index: int) -> tuple[Input, ...]: ...

    @overload
    def __getitem__(self, index: slice) -> _Batches: ...

    def __getitem__(self, index: int | slice) -> tuple[Input, ...] | _Batches:
        if isinstance(index, slice):
            batches = _Batches(self._files, self._starts.step)
            batches._starts = self._starts[index]
            return batches
        start = self._starts[index]
        end = min(start + self._starts.step, len(self._files))
        return tuple([Input(self._files[number]) for number in range(start, end)])


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
        return [self.lost(item) for item in batch]


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


def _read_revision(
    paths: Sequence[str], files: RevisionFiles, options: InputOptions
) -> Iterator[Input]:
    budget = Budget(options.limits)
    with open_blobs(files.revision) as reader:
        for path in paths:
            blob = files.blob(path)
            try:
                _refuse_blob(blob, budget, options)
                yield Input(path, reader.read(blob))
            except MemberError as error:
                yield Input(path, error=error.reason)
            except GitError as error:
                yield Input(path, error=str(error))


def _refuse_blob(blob: Blob, budget: Budget, options: InputOptions) -> None:
    """Raise MemberError for a file of a revision that is not read."""
    if blob.problem is not None:
        raise MemberError(f"is a {blob.problem}, not a file")
    if options.kind_of(blob.path) is not None:
        raise MemberError("is an archive in a git revision, and is not read")
    budget.refuse_large(blob.size)


def _fetched(url: str, answer: bytes | str, budget: Budget) -> Input:
    if isinstance(answer, str):
        return Input(url, error=answer)
    try:
        budget.refuse_large(len(answer))
    except MemberError:
        most = f"{budget.limits.member:,} bytes (max-member-bytes)"
        return Input(url, error=f"has more than {most}")
    return Input(url, answer)


def _open_any(path: str) -> BinaryIO:
    """Open a file on the disk or at a URL; raise ReadError if that fails."""
    if not is_url(path):
        return _open(path)
    from corpusfmt.files.remote import open_remote

    return open_remote(path)


def _open(path: str) -> BinaryIO:
    """Open a regular file; raise ReadError for anything else."""
    try:
        descriptor = os.open(path, READ_FLAGS)
    except (OSError, ValueError) as error:
        raise ReadError(path, reason_of(error)) from error
    status = os.fstat(descriptor)
    if not stat.S_ISREG(status.st_mode):
        os.close(descriptor)
        raise ReadError(path, describe_kind(status.st_mode))
    return os.fdopen(descriptor, "rb")
