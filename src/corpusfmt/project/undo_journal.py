"""The journal of a run that rewrites files: what stood in each, so that the last run can be undone."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from corpusfmt.files.read import FileProblem, Unreadable, Unwritable, read_bytes, reason_of, sha256
from corpusfmt.files.write import write_atomically
from corpusfmt.project.folder import make_folder

_FOLDER = ".corpusfmt"
_SUFFIX, _ENDED = ".journal", "ended"


@dataclass(slots=True)
class Journal:
    """What a run writes, in a folder of its own below the settings' folder: a file for each article.

    Nothing is on the disk before the first record. Git ignores the folder.
    """

    root: str
    run: str
    count: int = 0

    @classmethod
    def begin(cls, root: str) -> Journal:
        """A journal for a new run."""
        from datetime import UTC, datetime

        return cls(root, f"{datetime.now(UTC):%Y%m%dT%H%M%S%f}-{os.getpid()}")

    @property
    def folder(self) -> str:
        """Where the records are."""
        return os.path.join(self.root, _FOLDER, "undo", self.run)

    def write(self, path: str, before: bytes, after: bytes) -> None:
        """Write an article, and keep what stood in it before, which is on the disk first; Unwritable where it fails."""
        record = os.path.join(self.folder, f"{os.getpid()}-{self.count:09}{_SUFFIX}")
        self.count += 1
        try:
            self._make_folder()
            write_atomically(record, _row(Record(os.path.abspath(path), before, sha256(after))))
        except (OSError, Unwritable) as error:
            reason = error.reason if isinstance(error, Unwritable) else reason_of(error)
            raise Unwritable(path, f"its journal in {self.folder} cannot be written: {reason}") from error
        try:
            write_atomically(path, after)
        except BaseException:
            with suppress(OSError):
                os.unlink(record)
            raise

    def end(self) -> None:
        """Say that the run has ended, and drop the journals of the runs that ended before it, if it has records."""
        with suppress(OSError):
            os.rmdir(self.folder)  # nothing was written
        if os.path.isdir(self.folder):
            for run in _runs(self.root):
                folder = os.path.join(self.root, _FOLDER, "undo", run)
                if run < self.run and os.path.exists(os.path.join(folder, _ENDED)):
                    _remove(folder)
            with suppress(OSError), open(os.path.join(self.folder, _ENDED), "x"):
                pass

    def _make_folder(self) -> None:
        if not os.path.isdir(self.folder):
            make_folder(self.root)
            os.makedirs(self.folder, exist_ok=True)


@dataclass(frozen=True, slots=True)
class Record:
    """A file that the last run has written: what stood in it before, and the digest of what was written."""

    path: str
    before: bytes
    after: str


def last_run(root: str) -> list[Record]:
    """What the last run below a folder has written, by path; empty where there is no journal.

    Unreadable where the journal is damaged.
    """
    for run in _runs(root)[-1:]:
        folder = os.path.join(root, _FOLDER, "undo", run)
        records = [_read(os.path.join(folder, name)) for name in _records_in(folder)]
        return sorted(records, key=lambda record: record.path)
    return []


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
        if not kept:
            _remove(folder)
            return
        paths = {record.path for record in kept}
        for name in _records_in(folder):
            if _read(os.path.join(folder, name)).path not in paths:
                os.unlink(os.path.join(folder, name))


def _remove(folder: str) -> None:
    import shutil

    shutil.rmtree(folder, ignore_errors=True)


def _row(record: Record) -> bytes:
    head = {"path": record.path, "size": len(record.before), "after": record.after}
    return json.dumps(head).encode() + b"\n" + record.before


def _runs(root: str) -> list[str]:
    try:
        return sorted(os.listdir(os.path.join(root, _FOLDER, "undo")))
    except OSError:
        return []


def _records_in(folder: str) -> list[str]:
    return sorted(name for name in os.listdir(folder) if name.endswith(_SUFFIX) and not name.startswith("."))


def _read(path: str) -> Record:
    try:
        head, _, before = read_bytes(path).partition(b"\n")
        told: dict[str, Any] = json.loads(head)
        if len(before) == told["size"]:
            return Record(told["path"], before, told["after"])
    except (ValueError, KeyError, TypeError) as error:
        raise Unreadable(path, "is no journal, or a damaged one") from error
    raise Unreadable(path, "is no journal, or a damaged one")
