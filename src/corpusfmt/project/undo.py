"""Reading the undo journal, and restoring the files that a run has rewritten.

A journal is a file beside the articles, so nothing in it is trusted: it must be this user's own and
not from git, and it can lead to no file outside of the project. A damaged record does not prevent
the others from being restored.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, TypedDict

from corpusfmt.files.git import GitError, GitMissingError, ask_git, work_tree
from corpusfmt.files.ownership import foreign_owner
from corpusfmt.files.project_folder import folder_of
from corpusfmt.files.read import FileError, ReadError, WriteError, read_bytes, sha256
from corpusfmt.files.rewriting import Change, Rewriting, Threads, flush_folders
from corpusfmt.files.untrusted import read_untrusted
from corpusfmt.files.write import check_target, remove, write_atomically
from corpusfmt.model.errors import CorpusfmtError
from corpusfmt.project.json_lines import parse_object
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
from corpusfmt.project.undo_record import LARGEST, Record, parse_header, read_record
from corpusfmt.text.display import printable

_NOT_USED = "it is not used as an undo journal"
_REMEDY = "remove it, or use --runs to undo more runs"

CHANGED = "was changed after the run; not restored"

_LONGEST_COMMAND = 200  # characters
UndoResult = Literal["restored", "already as before"]


class JournalError(CorpusfmtError):
    """A journal that cannot be used; ``message`` names it and has the reason."""


class ChangedError(FileError):
    """A file that was changed after the run, and is not restored for that reason."""


@dataclass(frozen=True, slots=True)
class Run:
    """A run that can be undone: its folder, command and start, the number of files, its state.

    The state is "complete", "interrupted", or "partly undone". ``problem`` is the reason why a
    run cannot be used.
    """

    root: str
    folder: str
    command: str = ""
    started: datetime | None = None
    files: int = 0
    state: str = ""
    problem: str | None = None


_Description = TypedDict(
    "_Description",
    {"corpusfmt-undo": int, "command": str, "started": str},
)


def runs(root: str) -> list[Run]:
    """Return the recorded runs of a project, the last one first.

    Raise JournalError if none can be trusted.
    """
    names = [
        name for name in run_names(root) if _is_recorded(os.path.join(undo_folder(root), name))
    ]
    if not names:
        return []
    for folder in (folder_of(root), undo_folder(root)):
        if os.path.islink(folder):
            raise JournalError(f"{printable(folder)} is a symbolic link; {_NOT_USED}")
    if _is_tracked(root):
        where = printable(folder_of(root))
        raise JournalError(
            f"{where} is tracked by git, so it may be somebody else's; {_NOT_USED} "
            "(to remove it from git: git rm -r --cached .corpusfmt)"
        )
    return [_read_run(root, name) for name in reversed(names)]


def records(run: Run) -> Iterator[tuple[str, Record | str]]:
    """Yield the path of each record of a run, with the record or the reason it cannot be used."""
    for name in sorted(filter(is_record, os.listdir(run.folder)), reverse=True):
        path = os.path.join(run.folder, name)
        try:
            yield path, read_record(path)
        except ReadError as error:
            yield path, error.reason


@dataclass(frozen=True, slots=True)
class _Restoring:
    """A file to restore: what is written, if anything, and the files that are then removed."""

    change: Change | None
    created: list[tuple[str, bytes]]


def restore_all(
    run: Run, records_: Sequence[Record], *, force: bool
) -> list[UndoResult | FileError]:
    """Restore different files, which may be missing, and wait for the disk once.

    The files that have replaced one are removed after that. Return, for each, what was done; a
    ChangedError if it or one of these has changed since the run, unless ``force`` is set; another
    FileError if it cannot be restored.
    """
    results: list[UndoResult | FileError] = []
    numbers: dict[int, int] = {}
    with Threads() as threads, Rewriting(threads) as rewriting:
        found = [_find(run, record, force=force) for record in records_]
        for number, one in enumerate(found):
            if isinstance(one, _Restoring) and one.change is not None:
                numbers[number] = rewriting.count
                rewriting.stage(one.change)
        rewriting.flush()
        rewriting.move_all(range(rewriting.count))
        for number, one in enumerate(found):
            if isinstance(one, FileError):
                results.append(one)
            else:
                place = numbers.get(number)
                error = None if place is None else rewriting.failed.get(place)
                results.append(error or _finish(one))
        folders = {os.path.dirname(target_of(run, record)) for record in records_}
        flush_folders(sorted(folders))
    return results


def _find(run: Run, record: Record, *, force: bool) -> _Restoring | FileError:
    """Return what is to be done to restore a file, or why it cannot be restored."""
    path = target_of(run, record)
    try:
        _check_folders(run.root, record.path)
        current = read_bytes(path) if os.path.lexists(path) else None
        is_same = current == record.before
        if not is_same and current is not None and not force and sha256(current) != record.after:
            return ChangedError(path, CHANGED)
        created = _find_created(path, record, force=force)
    except FileError as error:
        return error
    change = None if is_same else Change(path, current, record.before, record.mode)
    return _Restoring(change, created)


def _finish(one: _Restoring) -> UndoResult | FileError:
    """Remove the files that have replaced one, which is in its place."""
    try:
        for created_path, data in one.created:
            remove(created_path, data)
    except FileError as error:
        return error
    return "already as before" if one.change is None and not one.created else "restored"


def _find_created(path: str, record: Record, *, force: bool) -> list[tuple[str, bytes]]:
    """Return the files that have replaced the one at ``path`` and still exist, with their content.

    Raise ChangedError if one has changed since the run, unless ``force`` is set; WriteError if one
    cannot be removed.
    """
    folder = os.path.dirname(path)
    found: list[tuple[str, bytes]] = []
    for name, digest in record.created.items():
        created = os.path.join(folder, name)
        try:
            status = check_target(created)
        except WriteError as error:
            raise WriteError(path, f"{printable(name)} {error.reason}; not restored") from error
        if status is None:
            continue
        data = read_bytes(created)
        if sha256(data) != digest and not force:
            raise ChangedError(path, f"{printable(name)} {CHANGED}")
        found.append((created, data))
    return found


def target_of(run: Run, record: Record) -> str:
    """Return the path of the file of a record."""
    return os.path.join(run.root, *record.path.split("/"))


def end_undo(run: Run, *, is_whole: bool) -> None:
    """Remove a run that has been undone; or mark it, if it was undone only in part."""
    if is_whole:
        remove_run(run.folder)
        return
    with suppress(WriteError):  # the mark is only for the list of runs
        write_atomically(os.path.join(run.folder, UNDONE), b"", durable=False)


def _is_recorded(folder: str) -> bool:
    """Return whether a run has records, or may have some that only another user can read."""
    return bool(record_sizes(folder)) or not os.access(folder, os.R_OK)


def _read_run(root: str, name: str) -> Run:
    folder = os.path.join(undo_folder(root), name)
    try:
        _check_run_folder(folder)
        data = read_untrusted(os.path.join(folder, RUN), LARGEST)
        description = parse_header(data, _Description)
        if description["corpusfmt-undo"] != FORMAT:
            raise ValueError("another format")
        started = datetime.fromisoformat(description["started"]).astimezone()
    except JournalError as error:
        return Run(root, folder, problem=error.message)
    except ReadError as error:
        problem = f"{printable(error.path)}: {error.reason}; {_REMEDY}"
        return Run(root, folder, problem=problem)
    except (ValueError, OverflowError, OSError):
        reason = "is damaged, or of another version of corpusfmt"
        return Run(root, folder, problem=f"{printable(folder)} {reason}; {_REMEDY}")
    command = description["command"][:_LONGEST_COMMAND]
    return Run(root, folder, command, started, len(record_sizes(folder)), _state(folder))


def _check_run_folder(folder: str) -> None:
    """Raise JournalError unless the folder of a run can be trusted."""
    if os.path.islink(folder):
        raise JournalError(f"{printable(folder)} is a symbolic link; {_NOT_USED}")
    problem = foreign_owner(folder)
    if problem is not None:
        raise JournalError(f"{printable(folder)}: {problem}; {_NOT_USED}")


def _state(folder: str) -> str:
    if os.path.lexists(os.path.join(folder, UNDONE)):
        return "partly undone"
    try:
        summary = parse_object(read_bytes(os.path.join(folder, ENDED)))
    except ReadError:
        summary = None
    is_complete = summary is not None and summary.get("complete") is True
    return "complete" if is_complete else "interrupted"


def _check_folders(root: str, path: str) -> None:
    """Raise ReadError if a folder on the way to a file is a symbolic link."""
    folder = root
    for name in path.split("/")[:-1]:
        folder = os.path.join(folder, name)
        if os.path.islink(folder):
            reason = f"{printable(folder)} is a symbolic link now; it is not followed"
            raise ReadError(os.path.join(root, path), reason)


def _is_tracked(root: str) -> bool:
    """Return whether git tracks anything in the project folder.

    Raise JournalError if git does not answer.
    """
    if work_tree(root) is None:
        return False
    try:
        listed = ask_git(root, "ls-files", "-z", "--", ":(icase).corpusfmt")
    except GitMissingError:
        return False
    except GitError as error:
        if "not a git repository" in str(error):
            return False
        where = printable(folder_of(root))
        message = f"{where} may have come with the repository: {printable(str(error))}"
        raise JournalError(message) from error
    tracked = filter(None, listed.split(b"\0"))
    return any(path.lower() != b".corpusfmt/.gitignore" for path in tracked)
