"""The undo journal of a run that rewrites files; `corpusfmt.project.undo` reads it.

A run has a folder of its own below ``.corpusfmt/undo``, with a record for each file: a line of
JSON, then the previous bytes of the file. Paths are relative to the project, so that a copy of the
project undoes its own files.
"""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime

from corpusfmt.files.new_files import NewFile, find_missing, replace_by_files
from corpusfmt.files.paths import folder_below
from corpusfmt.files.project_folder import LinkedFolderError, folder_of, make_folder
from corpusfmt.files.read import WriteError, reason_of, sha256
from corpusfmt.files.rewriting import Change, Rewriting, Threads, flush_folders
from corpusfmt.files.write import CHANGED as WAS_CHANGED
from corpusfmt.files.write import check_target, write_atomically
from corpusfmt.project.json_lines import parse_object
from corpusfmt.project.turns import turn
from corpusfmt.project.undo_record import Record, format_record
from corpusfmt.text.values import dataclass, field

FORMAT = 1

RUN = "run.json"
"""The file that describes a run, in its folder."""

RECORD = ".journal"
"""The ending of the name of a record."""

ENDED = "ended"
"""The file that marks a run as ended."""

UNDONE = "undone"
"""The file that marks a run as partly undone."""

_ENDED = "the run has ended"

KEPT_RUNS = 10
KEPT_BYTES = 500_000_000
"""How many runs are kept, and how many bytes of records. The last run is always kept."""


def undo_folder(root: str) -> str:
    """Return the folder of a project in which each run has a folder."""
    return os.path.join(folder_of(root), "undo")


@dataclass(slots=True)
class Journal:
    """The journal that a run writes. Nothing is on the disk before the first record.

    ``root`` is the folder of the project, ``command`` the command without the program's name,
    ``run`` the name of the folder, ``count`` the number of records of this process. ``process`` is
    that of the run: others that write for it take turns (`project.turns`), and write nothing when
    it has ended.
    """

    root: str
    command: str
    run: str
    started: str
    process: int = field(default_factory=os.getpid)
    count: int = 0
    _relative_folders: dict[str, str | None] = field(default_factory=dict)

    @classmethod
    def begin(cls, root: str, command: str) -> Journal:
        """Return a journal for a new run."""
        now = datetime.now(UTC)
        run = f"{now:%Y%m%dT%H%M%S%f}-{os.getpid()}"
        return cls(root, command, run, now.isoformat(timespec="seconds"))

    @property
    def folder(self) -> str:
        """The folder of the records."""
        return os.path.join(undo_folder(self.root), self.run)

    def covers(self, path: str) -> bool:
        """Return whether a file is in the project; only then can its changes be undone."""
        return self._relative(path) is not None

    def write(self, path: str, before: bytes, after: bytes) -> None:
        """Rewrite an article as `write_all` does; raise WriteError if that fails."""
        [error] = self.write_all([Change(path, before, after)])
        if error is not None:
            raise error

    def write_all(self, changes: Sequence[Change]) -> list[WriteError | None]:
        """Rewrite articles; their previous bytes are recorded on the disk first.

        Return, for each, why that failed, or None. A file outside of the project is written without
        a record. After a power cut, each article is the old or the new one, and a new one has its
        record; what was rewritten before this returned is the new one.
        """
        with turn(self.root, self.process) as lives:
            if not lives:
                return [WriteError(change.path, _ENDED) for change in changes]
            return self._write_all(changes)

    def _write_all(self, changes: Sequence[Change]) -> list[WriteError | None]:
        with (
            Threads() as threads,
            Rewriting(threads) as articles,
            Rewriting(threads) as records,
        ):
            recorded: dict[int, int] = {}
            for number, change in enumerate(changes):
                relative = self._relative(change.path)
                if not articles.stage(change) or relative is None:
                    continue
                try:
                    made = self._record(change, relative)
                except WriteError as error:
                    articles.failed[number] = error
                    continue
                recorded[number] = records.count
                records.stage(made)
            articles.flush(records)
            try:
                self._move(articles, records, recorded)
            finally:  # an interrupt must leave no record of an article that was not rewritten
                for number, record in recorded.items():
                    if not articles.is_moved(number):
                        with suppress(OSError):
                            os.unlink(records.path(record))
            flush_folders(articles.folders())
            return list(map(articles.failed.get, range(len(changes))))

    def _move(self, articles: Rewriting, records: Rewriting, recorded: Mapping[int, int]) -> None:
        """Move records to their places, and after that the articles."""
        sound = {n: record for n, record in recorded.items() if n not in articles.failed}
        records.move_all(sound.values())
        for article, record in sound.items():
            if record in records.failed:
                error = self._failure(articles.path(article), records.failed[record])
                articles.failed[article] = error
        if recorded:
            flush_folders([self.folder])
        articles.move_all(range(articles.count))

    def _record(self, change: Change, relative: str) -> Change:
        """Return the file to write that has the record of a change; raise WriteError."""
        path = os.path.join(self.folder, f"{os.getpid()}-{self.count:09}{RECORD}")
        self.count += 1
        try:
            self._make_folder()
        except (OSError, WriteError, LinkedFolderError) as error:
            raise self._failure(change.path, error) from error
        before = change.before or b""
        record = Record(relative, _mode(change.path), before, sha256(change.after), {})
        return Change(path, None, format_record(record))

    def _failure(self, path: str, error: OSError | WriteError | LinkedFolderError) -> WriteError:
        reason = f"its journal in {self.folder} cannot be written: {_reason(error)}"
        return WriteError(path, reason)

    def replace(self, path: str, before: bytes, files: Sequence[NewFile]) -> None:
        """Replace an article by new files in its folder; its bytes are recorded on the disk first.

        A run that is killed leaves the article, or all of the files. They have the mode of the
        article. Those that exist already are left, if they have the right content. As `write` does,
        raise WriteError.
        """
        with turn(self.root, self.process) as lives:
            if not lives:
                raise WriteError(path, _ENDED)
            self._replace(path, before, files)

    def _replace(self, path: str, before: bytes, files: Sequence[NewFile]) -> None:
        if check_target(path) is None:
            raise WriteError(path, WAS_CHANGED)
        missing = find_missing(files)
        relative = self._relative(path)
        mode = _mode(path)
        if relative is None:
            replace_by_files(path, before, missing, mode)
            return
        created: dict[str, str] = {}
        for file in missing:
            created[os.path.basename(file.path)] = sha256(file.data)
        with self._recorded(Record(relative, mode, before, "", created), path):
            replace_by_files(path, before, missing, mode)

    @contextmanager
    def _recorded(self, record: Record, path: str) -> Iterator[None]:
        """Write a record; remove it again after an exception that leaves the file as it was."""
        record_path = os.path.join(self.folder, f"{os.getpid()}-{self.count:09}{RECORD}")
        self.count += 1
        try:
            self._make_folder()
            write_atomically(record_path, format_record(record))
            flush_folders([self.folder])
        except (OSError, WriteError, LinkedFolderError) as error:
            raise self._failure(path, error) from error
        try:
            yield
        except BaseException:
            if record.after or os.path.lexists(path):
                with suppress(OSError):
                    os.unlink(record_path)
            raise

    def written(self) -> int:
        """Return the number of files that the run has rewritten, in all its processes."""
        return len(record_sizes(self.folder))

    def end(self, *, complete: bool = True) -> None:
        """Mark the run as ended, completely or not, and remove the oldest runs."""
        sizes = record_sizes(self.folder)
        if not sizes:
            remove_run(self.folder)
            with suppress(OSError):
                os.rmdir(undo_folder(self.root))
            return
        summary = {"complete": complete, "files": len(sizes), "bytes": sum(sizes)}
        with suppress(OSError, WriteError):
            write_atomically(os.path.join(self.folder, ENDED), json.dumps(summary).encode())
        _remove_old_runs(self.root)

    def _relative(self, path: str) -> str | None:
        """Return the path of a file relative to the root, with "/"; None if it is outside."""
        folder, name = os.path.split(path)
        if folder not in self._relative_folders:
            self._relative_folders[folder] = folder_below(folder, self.root)
        inside = self._relative_folders[folder]
        return None if inside is None else f"{inside}{name}"

    def _make_folder(self) -> None:
        description_path = os.path.join(self.folder, RUN)
        if os.path.exists(description_path):
            return
        make_folder(self.root)
        if os.path.islink(undo_folder(self.root)):
            raise LinkedFolderError(undo_folder(self.root))
        os.makedirs(undo_folder(self.root), exist_ok=True)
        with suppress(FileExistsError):
            os.mkdir(self.folder, 0o700)  # articles may be private
        description = {"corpusfmt-undo": FORMAT, "command": self.command, "started": self.started}
        write_atomically(description_path, json.dumps(description).encode())
        flush_folders([undo_folder(self.root), folder_of(self.root), self.root])


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
    """Remove the folder of a run.

    It is renamed first, so that a later run can complete an interrupted removal.
    """
    parent, name = os.path.split(folder)
    removed = os.path.join(parent, f".{name}")
    with suppress(OSError):
        os.rename(folder, removed)
    _remove_folder(removed)


def _remove_folder(folder: str) -> None:
    import shutil  # which takes long to import, and few runs need it

    shutil.rmtree(folder, ignore_errors=True)


def _remove_old_runs(root: str) -> None:
    """Remove the runs beyond the limits, and the rest of those whose removal was interrupted."""
    folder = undo_folder(root)
    with suppress(OSError):
        for name in os.listdir(folder):
            if name[:1] == "." and name[1:2].isdigit():
                _remove_folder(os.path.join(folder, name))
    total = 0
    for index, run in enumerate(reversed(run_names(root))):
        total += _size(os.path.join(folder, run))
        if index > 0 and (index >= KEPT_RUNS or total > KEPT_BYTES):
            remove_run(os.path.join(folder, run))


def _size(folder: str) -> int:
    """Return how many bytes the records of a run have."""
    try:
        with open(os.path.join(folder, ENDED), "rb") as file:
            summary = parse_object(file.read())
    except OSError:
        summary = None
    size = None if summary is None else summary.get("bytes")
    return size if isinstance(size, int) else sum(record_sizes(folder))


def _mode(path: str) -> int:
    """Return the mode of a file; 0 if it is missing, since it is not rewritten then."""
    try:
        return stat.S_IMODE(os.lstat(path).st_mode) & 0o777
    except (OSError, ValueError):
        return 0


def _reason(error: OSError | WriteError | LinkedFolderError) -> str:
    if isinstance(error, WriteError):
        return error.reason
    return reason_of(error) if isinstance(error, OSError) else str(error)
