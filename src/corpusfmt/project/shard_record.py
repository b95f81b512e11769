"""The record of a run that writes shards, from which the same run goes on after it was killed.

``.corpusfmt/shards.jsonl`` in the folder of the shards has a first row that says which run it is,
and then a row for each shard, which is written before the shard has its name. A last row says that
there are no more.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Literal, TypeVar

from corpusfmt.files.project_folder import LinkedFolderError, folder_of, make_folder
from corpusfmt.files.read import ReadError, WriteError, reason_of
from corpusfmt.files.temporary_files import remove_abandoned
from corpusfmt.files.untrusted import read_untrusted
from corpusfmt.files.write import open_to_append, write_atomically
from corpusfmt.project.json_lines import format_line, parse_object
from corpusfmt.text.patterns import regex

SHARD_NAME = regex(r"part-[0-9]{5,9}(?:\.[a-z]{1,9}){1,2}")
"""What the files are called; a record with other names was not written by corpusfmt."""

_NAME = "shards.jsonl"
_LARGEST = 1 << 29  # bytes

_Row = TypeVar("_Row", "RunIdentity", "ShardCounts", "Shard")


@dataclass(frozen=True, slots=True)
class RunIdentity:
    """What decides which bytes a run writes: digests of the software, the settings, the input."""

    release: str
    settings: str
    input: str

    def difference(self, other: RunIdentity) -> Literal["release", "settings", "input"]:
        """Return the first field that is another one in another run."""
        if self.release != other.release:
            return "release"
        return "settings" if self.settings != other.settings else "input"


@dataclass(frozen=True, slots=True)
class ShardCounts:
    """How many files were read, not read or not converted, and documents not written, so far."""

    read: int = 0
    unread: int = 0
    refused: int = 0
    failed: int = 0


@dataclass(frozen=True, slots=True)
class Shard:
    """A shard: its name, how much it has, and where the next one begins.

    ``size`` is that of the file, ``content`` that of its lines before they are compressed, both in
    bytes. The next shard begins in the text ``text`` after so many of its ``documents_before``;
    ``counts`` are those of the texts before that one.
    """

    name: str
    documents: int
    content: int
    size: int
    sha256: str
    text: int
    documents_before: int
    counts: ShardCounts


class ShardRecord:
    """The record in the folder ``root``: which run, the shards, and the counts once it has ended.

    ``identity`` is None if there is no record.
    """

    def __init__(self, root: str) -> None:
        self.root = root
        self.path = os.path.join(folder_of(root), _NAME)
        self.identity: RunIdentity | None = None
        self.shards: list[Shard] = []
        self.ended: ShardCounts | None = None
        self._is_torn = False

    def begin(self, identity: RunIdentity) -> None:
        """Replace the record by that of a run without shards; raise WriteError on failure."""
        self.identity, self.shards, self.ended = identity, [], None
        self._rewrite()

    def keep(self, number: int) -> None:
        """Keep the first shards only, if there are more; remove what a killed run has torn."""
        if self._is_torn or number < len(self.shards):
            del self.shards[number:]
            self.ended = None
            self._rewrite()

    def add(self, shard: Shard) -> None:
        """Add a shard; raise WriteError on failure."""
        self._append(asdict(shard))
        self.shards.append(shard)

    def end(self, counts: ShardCounts) -> None:
        """Record that all shards are written; raise WriteError on failure."""
        self._append({"end": asdict(counts)})
        self.ended = counts

    def load(self) -> None:
        """Read the rows up to the first that is not whole; raise WriteError if that fails.

        Call it while the folder is locked: what killed runs have left is removed.
        """
        remove_abandoned([os.path.dirname(self.path)])
        if not os.path.lexists(self.path):
            return
        try:
            lines = read_untrusted(self.path, _LARGEST).split(b"\n")
        except ReadError as error:
            raise WriteError(error.path, error.reason) from error
        self._is_torn = lines.pop() != b""
        for number, line in enumerate(lines):
            if not self._take(number, parse_object(line) or {}):
                self._is_torn = True
                return

    def _take(self, number: int, row: Mapping[str, object]) -> bool:
        """Take over a row; return whether it is one."""
        if number == 0:
            self.identity = _from_row(RunIdentity, row)
            return self.identity is not None
        if "end" in row:
            self.ended = _from_row(ShardCounts, row["end"])
            return self.ended is not None
        counts = _from_row(ShardCounts, row.get("counts"))
        shard = _from_row(Shard, {**row, "counts": counts})
        if shard is None or self.ended is not None or not SHARD_NAME.fullmatch(shard.name):
            return False
        self.shards.append(shard)
        return True

    def _rewrite(self) -> None:
        assert self.identity is not None
        rows = [asdict(self.identity), *map(asdict, self.shards)]
        self._make_folder()
        write_atomically(self.path, b"".join(map(format_line, rows)))
        self._is_torn = False

    def _append(self, row: Mapping[str, object]) -> None:
        self._make_folder()
        data = format_line(row)
        try:
            descriptor = open_to_append(self.path)
            try:
                written = os.write(descriptor, data)
                if written < len(data):  # the disk is full: the rest fails with the reason
                    os.write(descriptor, data[written:])
                os.fsync(descriptor)
            finally:
                os.close(descriptor)
        except OSError as error:
            self._is_torn = True
            raise WriteError(self.path, reason_of(error)) from error

    def _make_folder(self) -> None:
        try:
            make_folder(self.root)
        except LinkedFolderError as error:
            raise WriteError(error.path, "is a symbolic link; expected a folder") from error
        except OSError as error:
            raise WriteError(folder_of(self.root), reason_of(error)) from error


def _from_row(kind: type[_Row], row: object) -> _Row | None:
    """Return a value of a class from what a row has of it, or None if something is missing."""
    if not isinstance(row, dict):
        return None
    values: dict[str, object] = {}
    for field in fields(kind):
        value = row.get(field.name)
        if type(value).__name__ != field.type:  # annotations are texts
            return None
        values[field.name] = value
    return kind(**values)  # type: ignore[arg-type]  # just checked
