"""The undo journal of a run that rewrites files: what was in each of them. `corpusfmt.project.undo` reads it.

A run has a folder of its own below ``.corpusfmt/undo``, with a record for each file: a line of JSON, then the bytes
that were in the file. The paths in it are relative to the project, so that a copy of the project undoes its own files.
"""

from __future__ import annotations

import json
import os
import shutil
import stat
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime

from corpusfmt.files.project_folder import LinkedFolderError, folder_of, make_folder
from corpusfmt.files.read import WriteError, reason_of, sha256
from corpusfmt.files.write import rewrite, write_atomically

FORMAT = 1
RUN, RECORD, ENDED, UNDONE = "run.json", ".journal", "ended", "undone"
"""The names in the folder of a run: its description, the end of a record's name, and marks of what became of it."""

KEPT_RUNS, KEPT_BYTES = 10, 500_000_000
"""How many runs are kept, and how much of what was in their files. The last one is always kept, as a whole."""


def undo_folder(root: str) -> str:
    """Return the folder of a project in which each run has a folder."""
    return os.path.join(folder_of(root), "undo")


@dataclass(slots=True)
class Journal:
    """The journal that a run writes. Nothing is on the disk before the first record.

    ``root`` is the folder of the project, ``command`` what was run, without the program's name.
    """

    root: str
    command: str
    run: str
    started: str
    count: int = 0
    _folders: dict[str, str | None] = field(default_factory=dict)

    @classmethod
    def begin(cls, root: str, command: str) -> Journal:
        """Return a journal for a new run."""
        now = datetime.now(UTC)
        run = f"{now:%Y%m%dT%H%M%S%f}-{os.getpid()}"
        return cls(root, command, run, now.isoformat(timespec="seconds"))

    @property
    def folder(self) -> str:
        """Where the records are."""
        return os.path.join(undo_folder(self.root), self.run)

    def covers(self, path: str) -> bool:
        """Return whether a file is in the project: only there can the run be undone."""
        return self._relative(path) is not None

    def write(self, path: str, before: bytes, after: bytes) -> None:
        """Rewrite an article, and keep what was in it, which is on the disk first.

        WriteError where either fails, or where the file does not hold ``before`` any more. A file outside of the
        project is written without a record.
        """
        relative = self._relative(path)
        if relative is None:
            rewrite(path, before, after)
            return
        record = os.path.join(self.folder, f"{os.getpid()}-{self.count:09}{RECORD}")
        self.count += 1
        try:
            self._make_folder()
            write_atomically(record, _row(relative, _mode(path), before, after))
        except (OSError, WriteError, LinkedFolderError) as error:
            message = f"its journal in {self.folder} cannot be written: {_reason(error)}"
            raise WriteError(path, message) from error
        try:
            rewrite(path, before, after)
        except BaseException:
            with suppress(OSError):
                os.unlink(record)
            raise

    def written(self) -> int:
        """Return how many records there are: one for each file that was rewritten, by whatever process."""
        return len(record_sizes(self.folder))

    def end(self, *, complete: bool = True) -> None:
        """Mark the run as ended, by itself or before its time, and drop the oldest runs that are not kept."""
        sizes = record_sizes(self.folder)
        if not sizes:
            remove_run(self.folder)
            with suppress(OSError):
                os.rmdir(undo_folder(self.root))
            return
        marks = {"complete": complete, "files": len(sizes), "bytes": sum(sizes)}
        with suppress(OSError, WriteError):
            write_atomically(os.path.join(self.folder, ENDED), json.dumps(marks).encode())
        _drop_old(self.root)

    def _relative(self, path: str) -> str | None:
        """Return the path of a file from the root, with slashes; None where it is outside."""
        folder, name = os.path.split(path)
        if folder not in self._folders:
            self._folders[folder] = _relative_folder(folder, self.root)
        inside = self._folders[folder]
        return None if inside is None else f"{inside}{name}"

    def _make_folder(self) -> None:
        head_path = os.path.join(self.folder, RUN)
        if os.path.exists(head_path):
            return
        make_folder(self.root)
        if os.path.islink(undo_folder(self.root)):
            raise LinkedFolderError(undo_folder(self.root))
        os.makedirs(undo_folder(self.root), exist_ok=True)
        with suppress(FileExistsError):
            os.mkdir(self.folder, 0o700)  # an article may be private
        head = {"corpusfmt-undo": FORMAT, "command": self.command, "started": self.started}
        write_atomically(head_path, json.dumps(head).encode())


def run_names(root: str) -> list[str]:
    """Return the names of the runs that have a folder, the oldest first."""
    try:
        return sorted(name for name in os.listdir(undo_folder(root)) if name[:1].isdigit())
    except OSError:
        return []


def record_sizes(folder: str) -> list[int]:
    """Return the size of each record of a run."""
    try:
        with os.scandir(folder) as entries:
            records = [entry for entry in entries if is_record(entry.name)]
            return [entry.stat(follow_symlinks=False).st_size for entry in records]
    except OSError:
        return []


def is_record(name: str) -> bool:
    """Return whether the name of a file is that of a record."""
    return name.endswith(RECORD) and not name.startswith(".")


def remove_run(folder: str) -> None:
    """Remove the folder of a run: all of it, or, where the process ends meanwhile, what a later run removes."""
    going = os.path.join(os.path.dirname(folder), f".{os.path.basename(folder)}")
    with suppress(OSError):
        os.rename(folder, going)
    shutil.rmtree(going, ignore_errors=True)


def _drop_old(root: str) -> None:
    """Remove the runs that are more than are kept, and what is left of those that were being removed."""
    folder = undo_folder(root)
    with suppress(OSError):
        for name in os.listdir(folder):
            if name[:1] == "." and name[1:2].isdigit():
                shutil.rmtree(os.path.join(folder, name), ignore_errors=True)
    total = 0
    for number, run in enumerate(reversed(run_names(root))):
        total += _size(os.path.join(folder, run))
        if number and (number >= KEPT_RUNS or total > KEPT_BYTES):
            remove_run(os.path.join(folder, run))


def _size(folder: str) -> int:
    """Return how many bytes the records of a run have, as its end says, or else as they are."""
    try:
        with open(os.path.join(folder, ENDED), encoding="ascii") as file:
            return int(json.load(file)["bytes"])
    except (OSError, ValueError, KeyError, TypeError):
        return sum(record_sizes(folder))


def _relative_folder(folder: str, root: str) -> str | None:
    """Return a folder from the root, with slashes and one at its end; empty for the root; None outside."""
    try:
        real, top = os.path.realpath(folder or "."), os.path.realpath(root)
    except (OSError, ValueError):
        return None
    if real == top:
        return ""
    inside = real.removeprefix(top.rstrip(os.sep) + os.sep)
    return None if inside == real else inside.replace(os.sep, "/") + "/"


def _mode(path: str) -> int:
    """Return the mode of a file; of one that is gone anything, since it is not rewritten."""
    try:
        return stat.S_IMODE(os.lstat(path).st_mode) & 0o777
    except (OSError, ValueError):
        return 0


def _row(path: str, mode: int, before: bytes, after: bytes) -> bytes:
    head = {
        "path": path,
        "mode": mode,
        "size": len(before),
        "before": sha256(before),
        "after": sha256(after),
    }
    return json.dumps(head).encode() + b"\n" + before


def _reason(error: OSError | WriteError | LinkedFolderError) -> str:
    if isinstance(error, WriteError):
        return error.reason
    return reason_of(error) if isinstance(error, OSError) else str(error)
