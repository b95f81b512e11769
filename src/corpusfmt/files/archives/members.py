"""The members of an archive as inputs: those that are wanted and safe to read, and the others."""

from __future__ import annotations

import posixpath
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from corpusfmt.files.archives.entry import Entry
from corpusfmt.files.archives.kinds import archive_kind
from corpusfmt.files.archives.limits import ArchiveError, Budget, Limits, MemberError
from corpusfmt.files.archives.names import (
    escape_name,
    name_problem,
    plain_name,
    skip_reason,
)
from corpusfmt.files.archives.parquet import RecordColumns, Row, read_parquet
from corpusfmt.files.archives.rows import read_rows
from corpusfmt.files.archives.streams import ByteStream, open_stream
from corpusfmt.files.archives.tar import read_tar
from corpusfmt.files.archives.warc import Page, read_warc
from corpusfmt.files.archives.zip import read_zip
from corpusfmt.files.input import Input
from corpusfmt.files.patterns import Patterns
from corpusfmt.files.read import reason_of
from corpusfmt.files.walk import SkippedFile, find_prefix
from corpusfmt.text.display import count


@dataclass(frozen=True, slots=True)
class Archive:
    """An archive to read; the patterns select its members, but not its rows.

    ``field`` is the field of a row that has its text. ``is_record`` returns whether the rows of a
    table with some columns are records; None if none are.
    """

    path: str
    kind: str
    patterns: Patterns
    limits: Limits
    field: str
    is_record: RecordColumns | None = None


def read_archive(archive: Archive, file: BinaryIO) -> Iterator[Input | SkippedFile]:
    """Yield the members of an archive in their order.

    What is wrong with the archive is the error of an input with its path, the last one.
    """
    budget = Budget(archive.limits)
    try:
        if archive.kind == "rows":
            entries = read_rows(open_stream(file, budget), archive.limits)
            yield from _read_rows(archive, (Row(one, archive.field) for one in entries), budget)
        elif archive.kind == "table":
            rows = read_parquet(file, archive.field, budget, archive.is_record)
            yield from _read_rows(archive, rows, budget)
        elif archive.kind == "warc":
            yield from _read_pages(archive, read_warc(open_stream(file, budget), budget), budget)
        elif archive.kind == "file":
            yield _Members(archive, budget).read_one(open_stream(file, budget))
        else:
            yield from _Members(archive, budget).read(file)
    except ArchiveError as error:
        yield Input(archive.path, error=with_progress(error.reason, budget.members))
    except OSError as error:
        yield Input(archive.path, error=reason_of(error))


def with_progress(reason: str, members: int) -> str:
    """Return why an archive is not read further, with the number of members before that."""
    if not members:
        return reason
    read = f"after {count(members, 'member')}"
    return f"{reason[:-1]}, {read})" if reason.endswith(")") else f"{reason} ({read})"


def _read_rows(archive: Archive, rows: Iterator[Row], budget: Budget) -> Iterator[Input]:
    """Yield the rows."""
    for entry, field, kind in rows:
        path = f"{archive.path}/{entry.name}"
        budget.members += 1
        try:
            budget.refuse_large(entry.size)
            if entry.problem is not None:
                raise MemberError(entry.problem)
        except MemberError as error:
            yield Input(path, error=error.reason)
            continue
        data = entry.read()
        number = int(entry.name)
        yield Input(path, data, archive=archive.path, row=number, field=field, kind=kind)


def _read_pages(
    archive: Archive, pages: Iterable[Page], budget: Budget
) -> Iterator[Input | SkippedFile]:
    """Yield the pages, each with its URL as its name; a URL that has one already has its number."""
    urls: set[int] = set()  # hashes take less memory than URLs
    prefix = find_prefix(archive.path, archive.patterns.root)
    for page in pages:
        name = escape_name(page.url) if page.url else str(page.number)
        if hash(name) in urls:
            name += f"#record-{page.number}"
        path = f"{archive.path}/{name}"
        budget.members += 1
        if page.skipped is not None:
            yield SkippedFile(page.skipped, path)
            continue
        urls.add(hash(name))
        if archive.patterns.exclude.match_above(prefix + name):
            yield SkippedFile("excluded", path)
        elif page.problem is not None:
            yield Input(path, error=f"{page.problem} (record {page.number})")
        else:
            yield Input(
                path,
                page.data,
                archive=archive.path,
                member=page.url,
                row=page.number,
                kind="html",
                encoding=page.charset,
            )


class _Members:
    """The members of a tar or zip archive."""

    def __init__(self, archive: Archive, budget: Budget) -> None:
        self._archive = archive
        self._budget = budget
        self._prefix = find_prefix(archive.path, archive.patterns.root)
        self._names: set[int] = set()  # hashes take less memory than names

    def read(self, file: BinaryIO) -> Iterator[Input | SkippedFile]:
        """Yield the members."""
        if self._archive.kind == "zip":
            entries = read_zip(file, self._budget)
        else:
            entries = read_tar(open_stream(file, self._budget))
        for entry in entries:
            yield self._take(entry)
            self._budget.members += 1

    def read_one(self, stream: ByteStream) -> Input | SkippedFile:
        """Return the one file that is compressed; its name is that of the archive without `.gz`."""
        data = stream.read(self._archive.limits.member + 1)
        size = len(data) + stream.skip(sys.maxsize)
        name = posixpath.basename(self._archive.path.replace("\\", "/")).rpartition(".")[0]
        return self._take(Entry(name, size, lambda: data))

    def _take(self, entry: Entry) -> Input | SkippedFile:
        problem = name_problem(entry.name)
        if problem is not None:
            return Input(self._path(escape_name(entry.name)), error=problem)
        name = plain_name(entry.name)
        reason = (
            None if entry.is_device else skip_reason(name, self._prefix, self._archive.patterns)
        )
        if reason is not None:
            return SkippedFile(reason, self._path(name))
        try:
            self._refuse(name, entry)
            data = entry.read()
        except MemberError as error:
            return Input(self._path(name), error=error.reason)
        return Input(self._path(name), data, archive=self._archive.path, member=name)

    def _path(self, name: str) -> str:
        return f"{self._archive.path}/{name}"

    def _refuse(self, name: str, entry: Entry) -> None:
        """Raise MemberError for a member that is not read."""
        if entry.problem is not None:
            raise MemberError(entry.problem)
        if archive_kind(name) is not None:
            raise MemberError("is an archive in an archive, and is not read")
        if hash(name) in self._names:
            raise MemberError("is in the archive twice; only the first is read")
        self._names.add(hash(name))
        self._budget.refuse_large(entry.size)
