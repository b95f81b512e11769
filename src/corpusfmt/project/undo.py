"""Putting back what a run has rewritten, as its undo journal says.

A journal is a file beside the data, so nothing in it is trusted: it must be this user's own and not from git, and it
can lead to no file outside of the project. One record that is damaged keeps none of the others from being put back.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from corpusfmt.files.git import GitError, GitMissingError, ask_git, work_tree
from corpusfmt.files.ownership import foreign_owner
from corpusfmt.files.paths import relative_path_problem
from corpusfmt.files.project_folder import folder_of
from corpusfmt.files.read import ReadError, WriteError, read_bytes, sha256
from corpusfmt.files.untrusted import read_untrusted
from corpusfmt.files.write import rewrite, write_atomically
from corpusfmt.project.undo_journal import (
    ENDED,
    FORMAT,
    RUN,
    UNDONE,
    is_record,
    record_sizes,
    remove_run,
    run_names,
    undo_folder,
)
from corpusfmt.text.display import printable

_HOW_ON = "remove it, or undo more --runs"
DAMAGED = "is damaged, or not a record of an undo journal; it was skipped"


Outcome = Literal["put back", "as before already", "changed since"]


class JournalError(Exception):
    """A journal that cannot be used; ``message`` names it and says why."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


@dataclass(frozen=True, slots=True)
class Run:
    """A run that can be undone: its folder, what was run and when, how many files, and its state.

    The state is "complete", "interrupted", or "undone in part". ``problem`` says why a run cannot be used.
    """

    root: str
    folder: str
    command: str = ""
    started: datetime | None = None
    files: int = 0
    state: str = ""
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """A file that a run has written: its path from the root, its mode, what was in it, and what was written."""

    path: str
    mode: int
    before: bytes
    after: str


def runs(root: str) -> list[Run]:
    """Return the runs of a project that are recorded, the last one first; JournalError where none can be trusted."""
    names = [
        name for name in run_names(root) if _is_recorded(os.path.join(undo_folder(root), name))
    ]
    if not names:
        return []
    for folder in (folder_of(root), undo_folder(root)):
        if os.path.islink(folder):
            raise JournalError(
                f"{printable(folder)} is a symbolic link; it is not used as an undo journal"
            )
    if _is_tracked(root):
        raise JournalError(
            f"{printable(folder_of(root))} is tracked by git, so it may be somebody else's; it is not used as an undo "
            "journal (to remove it from git: git rm -r --cached .corpusfmt)"
        )
    return [_run(root, name) for name in reversed(names)]


def records(run: Run) -> Iterator[tuple[str, Record | str]]:
    """Yield the file of each record of a run, with the record, or with why it cannot be used."""
    for name in sorted(filter(is_record, os.listdir(run.folder)), reverse=True):
        path = os.path.join(run.folder, name)
        try:
            yield path, _read(path)
        except ReadError as problem:
            yield path, problem.reason


def put_back(run: Run, record: Record, *, force: bool) -> Outcome:
    """Put back what was in a file, which may be gone; return what came of it.

    WriteError, or ReadError, where it could not be put back.
    """
    path = target_of(run, record)
    _check_way(run.root, record.path)
    now = read_bytes(path) if os.path.lexists(path) else None
    if now == record.before:
        return "as before already"
    if now is not None and not force and sha256(now) != record.after:
        return "changed since"
    rewrite(path, now, record.before, mode=record.mode)
    return "put back"


def target_of(run: Run, record: Record) -> str:
    """Return the path of the file of a record."""
    return os.path.join(run.root, *record.path.split("/"))


def end_undo(run: Run, *, is_whole: bool) -> None:
    """Forget a run that was undone; or, if that was not the whole of it, mark it."""
    if is_whole:
        remove_run(run.folder)
        return
    with suppress(WriteError):  # it is a mark for the list only
        write_atomically(os.path.join(run.folder, UNDONE), b"", durable=False)


_DIGEST = re.compile("[0-9a-f]{64}")
_GUARDED = re.compile(r"\.git|git~\d+|\.corpusfmt", re.IGNORECASE)
"""Folders whose files are run or believed by a program: nothing is put back there."""

_LARGEST = 1 << 34
"""The largest record that is read, in bytes."""


def _is_recorded(folder: str) -> bool:
    """Return whether a run has records, or may have some that only another user can read."""
    return bool(record_sizes(folder)) or not os.access(folder, os.R_OK)


def _run(root: str, name: str) -> Run:
    folder = os.path.join(undo_folder(root), name)
    described = os.path.join(folder, RUN)
    try:
        if os.path.islink(folder):
            raise JournalError(
                f"{printable(folder)} is a symbolic link; it is not used as an undo journal"
            )
        foreign = foreign_owner(folder)
        if foreign is not None:
            raise JournalError(f"{printable(folder)}: {foreign}; it is not used as an undo journal")
        head = _object(
            read_untrusted(described, _LARGEST),
            {"corpusfmt-undo": int, "command": str, "started": str},
        )
        if head["corpusfmt-undo"] != FORMAT:
            raise ValueError("another format")
        started = datetime.fromisoformat(head["started"]).astimezone()
    except JournalError as problem:
        return Run(root, folder, problem=problem.message)
    except ReadError as problem:
        message = f"{printable(problem.path)}: {problem.reason}; {_HOW_ON}"
        return Run(root, folder, problem=message)
    except (ValueError, OverflowError, OSError):
        message = f"{printable(folder)} is damaged, or of another version of corpusfmt; {_HOW_ON}"
        return Run(root, folder, problem=message)
    return Run(
        root, folder, head["command"][:200], started, len(record_sizes(folder)), _state(folder)
    )


def _state(folder: str) -> str:
    if os.path.lexists(os.path.join(folder, UNDONE)):
        return "undone in part"
    try:
        ended = json.loads(read_bytes(os.path.join(folder, ENDED)))
        return "complete" if ended["complete"] is True else "interrupted"
    except (ValueError, KeyError, TypeError, ReadError):
        return "interrupted"


def _object(data: bytes, types: dict[str, type]) -> dict[str, Any]:
    """Return an object of JSON that has exactly these keys, with values of these types; ValueError for others."""
    try:
        value = json.loads(data)
    except RecursionError as error:
        raise ValueError("nested too deep") from error
    if not isinstance(value, dict) or value.keys() != types.keys():
        raise ValueError("other keys")
    if any(type(value[key]) is not kind for key, kind in types.items()):
        raise ValueError("other types")
    return value


def _read(path: str) -> Record:
    """Return the record in a file; ReadError where any of it is not as it was written."""
    head, _, before = read_untrusted(path, _LARGEST).partition(b"\n")
    try:
        said = _object(head, {"path": str, "mode": int, "size": int, "before": str, "after": str})
        is_right = (
            _is_inside(said["path"])
            and 0 <= said["mode"] <= 0o777
            and said["size"] == len(before)
            and said["before"] == sha256(before)
            and _DIGEST.fullmatch(said["after"]) is not None
        )
    except ValueError as error:
        raise ReadError(path, DAMAGED) from error
    if not is_right:
        raise ReadError(path, DAMAGED)
    return Record(said["path"], said["mode"], before, said["after"])


def _is_inside(path: str) -> bool:
    """Return whether a path is relative and leads down only, on every system, and not into git's or our own folder."""
    if relative_path_problem(path) is not None or (os.name == "nt" and re.search(r"[\\:]", path)):
        return False
    return not any(_GUARDED.fullmatch(part.rstrip(". ")) for part in path.split("/"))


def _check_way(root: str, path: str) -> None:
    """Raise ReadError where a folder on the way to a file is a symbolic link."""
    folder = root
    for part in path.split("/")[:-1]:
        folder = os.path.join(folder, part)
        if os.path.islink(folder):
            raise ReadError(
                os.path.join(root, path),
                f"{printable(folder)} is a symbolic link now; it is not followed",
            )


def _is_tracked(root: str) -> bool:
    """Return whether git tracks anything in the project folder; JournalError where git cannot say."""
    if work_tree(root) is None:
        return False
    try:
        listed = ask_git(root, "ls-files", "-z", "--", ":(icase).corpusfmt")
    except GitMissingError:
        return False
    except GitError as problem:
        if "not a git repository" in str(problem):
            return False
        where = printable(folder_of(root))
        raise JournalError(
            f"{where} may have come with the repository: {printable(str(problem))}"
        ) from problem
    return any(path.lower() != b".corpusfmt/.gitignore" for path in listed.split(b"\0") if path)
