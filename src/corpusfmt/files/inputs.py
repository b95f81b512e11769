"""What a run reads, one text after another: files, and the members of archives."""

from __future__ import annotations

import os
import stat
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from corpusfmt.files.archives.kinds import archive_kind, is_plain_rows, possible_archives
from corpusfmt.files.archives.limits import Budget, Limits, MemberError
from corpusfmt.files.input import Input
from corpusfmt.files.paths import is_url
from corpusfmt.files.patterns import Patterns
from corpusfmt.files.pool import CHUNK
from corpusfmt.files.read import (
    READ_FLAGS,
    STANDARD_INPUT,
    ReadError,
    describe_kind,
    reason_of,
)
from corpusfmt.files.row_part import RowFiles
from corpusfmt.files.walk import SkippedFile
from corpusfmt.text.annotations import TYPE_CHECKING, overload
from corpusfmt.text.values import dataclass, replace

if TYPE_CHECKING:
    from typing import BinaryIO

    from corpusfmt.files.archives.parquet import RecordColumns
    from corpusfmt.files.git_revision import Blob
    from corpusfmt.files.revision_files import RevisionFiles
    from corpusfmt.files.spool import Spool

_FETCHED = 16
"""How many files are fetched from a remote file system at the same time."""

_BATCH_BYTES = 1 << 20
"""From how many bytes of members on a batch is not filled further."""

_MOST_DETAILS = 1000
"""How many skipped members are kept by name."""


@dataclass(frozen=True, slots=True)
class InputOptions:
    """How archives are read.

    The patterns select their members. ``text_field`` is the field of a row that holds its text.
    ``reads_rows`` is whether JSON Lines that are not compressed are rows, too. ``revision`` has the
    files of a git revision, if they are not read from the disk. ``is_record`` returns whether the
    rows of a table with some columns are records; None if none are. ``row_files`` says which large
    files are read in parts; None if none are.
    """

    patterns: Patterns
    limits: Limits
    text_field: str
    reads_rows: bool = True
    revision: RevisionFiles | None = None
    is_record: RecordColumns | None = None
    row_files: RowFiles | None = None

    def kind_of(self, path: str) -> str | None:
        """Return the kind of archive at a path, or None for a file with one text."""
        if not self.reads_rows and is_plain_rows(path):
            return None
        return archive_kind(path)

    def is_archive_or_url(self, path: str) -> bool:
        """Return whether a path names no file with one text on the disk."""
        return self.kind_of(path) is not None or is_url(path)

    def is_in_parts(self, path: str) -> bool:
        """Return whether a file is read in parts, if it has rows."""
        if self.row_files is None or self.revision is not None:
            return False
        if is_url(path) or not self.row_files.may_have_rows(path):
            return False
        from corpusfmt.files.row_parts import is_large

        return self.kind_of(path) is None and is_large(path)


class Inputs:
    """The texts of a run, in the order of its files; those of an archive in its own order.

    ``unwritable`` are the files that are archives, or at a URL. ``is_streamed`` is whether this
    process reads all texts, so that their number may not be known. ``skipped`` counts what else is
    in the archives, by reason, and ``details`` has the first of them; both grow as the texts are
    read. ``spool``, if it is set, keeps the members, which can then be read again.
    """

    def __init__(self, files: Sequence[str], options: InputOptions, first: int = 0) -> None:
        self.files = files
        self.options = options
        self._first = first
        self.skipped: Counter[str] = Counter()
        self.details: list[SkippedFile] = []
        self.spool: Spool | None = None
        self.unwritable = tuple(filter(options.is_archive_or_url, possible_archives(files)))
        self.is_streamed = (
            bool(self.unwritable) or options.revision is not None or self._has_parts()
        )

    def _has_parts(self) -> bool:
        """Return whether a file is read in parts."""
        if self.options.row_files is None:
            return False
        return any(map(self.options.is_in_parts, self.files))

    def __iter__(self) -> Iterator[Input]:
        passed = 0
        for item in self._all():
            if passed >= self._first:
                yield item
            passed += item.is_end

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
        inputs.skipped, inputs.details = self.skipped, self.details
        return inputs

    def in_parts(self, row_files: RowFiles) -> Inputs:
        """Return the same texts, where large files of rows are read in parts."""
        return Inputs(self.files, replace(self.options, row_files=row_files))

    def after(self, number: int) -> Inputs:
        """Return the texts after so many of them; those of archives are read, and not returned."""
        if not self.is_streamed:
            return self.only(self.files[number:])
        inputs = Inputs(self.files, self.options, number)
        inputs.skipped, inputs.details = self.skipped, self.details
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
            yield from self._read_file(path)
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
                        if len(self.details) < _MOST_DETAILS:
                            self.details.append(item)
                    else:
                        yield item
        except ReadError as error:
            yield Input(path, error=error.reason)
        except Exception as error:  # each remote file system has its own
            if not is_url(path):
                raise
            from corpusfmt.files.remote import reason_of_failure

            yield Input(path, error=reason_of_failure(error))

    def _read_file(self, path: str) -> Iterator[Input]:
        """Yield the text of a file, or the parts of a large file of rows."""
        files = self.options.row_files
        if files is None or not self.options.is_in_parts(path):
            yield Input(path)
            return
        from corpusfmt.files.row_parts import read_parts, read_standard_input_in_parts

        try:
            if path == STANDARD_INPUT:
                yield from read_standard_input_in_parts(files)
                return
            with _open(path) as file:
                yield from read_parts(path, file, files)
        except ReadError as error:
            yield Input(path, error=error.reason)
        except OSError as error:
            yield Input(path, error=reason_of(error))


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


def _read_revision(
    paths: Sequence[str], files: RevisionFiles, options: InputOptions
) -> Iterator[Input]:
    budget = Budget(options.limits)
    from corpusfmt.files.git import GitError
    from corpusfmt.files.git_revision import open_blobs

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
