"""The journal of a run that rewrites files: what stood in each, so that the last run can be undone."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, BinaryIO

from corpusfmt.files import FileProblem, Unreadable, Unwritable, read_bytes, reason_of, sha256, write_atomically

_FOLDER = ".corpusfmt"
_SUFFIX = ".journal"


@dataclass(slots=True)
class Journal:
    """What a run writes, in a folder of its own below the settings' folder; every process in a file of its own.

    Nothing is on the disk before the first record. Git ignores the folder.
    """

    root: str
    run: str

    @classmethod
    def begin(cls, root: str) -> Journal:
        """A journal for a new run."""
        from datetime import UTC, datetime

        return cls(root, f"{datetime.now(UTC):%Y%m%dT%H%M%S%f}-{os.getpid()}")

    @property
    def folder(self) -> str:
        """Where the records are."""
        return os.path.join(self.root, _FOLDER, "undo", self.run)

    def record(self, path: str, before: bytes, after: bytes) -> None:
        """Keep what stands in a file before it is written; Unwritable where that cannot be done."""
        row = _row(Record(os.path.abspath(path), before, sha256(after)))
        try:
            self._make_folder()
            with open(os.path.join(self.folder, f"{os.getpid()}{_SUFFIX}"), "ab") as file:
                file.write(row)
        except OSError as error:
            raise Unwritable(path, f"its journal in {self.folder} {reason_of(error)}") from error

    def end(self) -> None:
        """Drop the journals of the runs before, if this one has records."""
        if os.path.isdir(self.folder):
            for run in _runs(self.root)[:-1]:
                _remove(os.path.join(self.root, _FOLDER, "undo", run))

    def _make_folder(self) -> None:
        if not os.path.isdir(self.folder):
            os.makedirs(self.folder, exist_ok=True)
            with suppress(FileExistsError), open(os.path.join(self.root, _FOLDER, ".gitignore"), "x") as file:
                file.write("*\n")


@dataclass(frozen=True, slots=True)
class Record:
    """A file that the last run has written: what stood in it before, and the digest of what was written."""

    path: str
    before: bytes
    after: str


def last_run(root: str) -> list[Record]:
    """What the last run below a folder has written, the last written first; empty where there is no journal.

    Unreadable where the journal is damaged.
    """
    runs = _runs(root)
    return [*_read(os.path.join(root, _FOLDER, "undo", runs[-1]))][::-1] if runs else []


def put_back(record: Record, *, force: bool = False) -> str | None:
    """Put back what stood in a file, which may be gone; return why it was left alone, if it was changed since."""
    try:
        if os.path.lexists(record.path) and not force:
            now = read_bytes(record.path)
            if now == record.before:
                return None
            if sha256(now) != record.after:
                return "was changed after the run; it is left as it is"
        write_atomically(record.path, record.before)
    except FileProblem as problem:
        return problem.reason
    return None


def forget_last_run(root: str, kept: list[Record]) -> None:
    """Drop the journal of the last run, but for some of its records."""
    for run in _runs(root)[-1:]:
        folder = os.path.join(root, _FOLDER, "undo", run)
        if kept:
            rows = b"".join(map(_row, reversed(kept)))
            write_atomically(os.path.join(folder, f"kept{_SUFFIX}"), rows)
            for name in os.listdir(folder):
                if name != f"kept{_SUFFIX}":
                    os.unlink(os.path.join(folder, name))
        else:
            _remove(folder)


def _remove(folder: str) -> None:
    import shutil

    shutil.rmtree(folder, ignore_errors=True)


def _row(record: Record) -> bytes:
    head = {"path": record.path, "size": len(record.before), "after": record.after}
    return json.dumps(head).encode() + b"\n" + record.before + b"\n"


def _runs(root: str) -> list[str]:
    try:
        return sorted(os.listdir(os.path.join(root, _FOLDER, "undo")))
    except OSError:
        return []


def _read(folder: str) -> Iterator[Record]:
    for name in sorted(os.listdir(folder)):
        path = os.path.join(folder, name)
        try:
            with open(path, "rb") as file:
                yield from _records(file)
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise Unreadable(path, "is no journal, or a damaged one") from error


def _records(file: BinaryIO) -> Iterator[Record]:
    while head := file.readline():
        told: dict[str, Any] = json.loads(head)
        before = file.read(told["size"])
        if len(before) != told["size"] or file.read(1) != b"\n":
            raise ValueError("cut off")
        yield Record(told["path"], before, told["after"])
