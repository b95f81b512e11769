"""Reading the undo journal, and restoring the files that a run has rewritten.

A journal is a file beside the articles, so nothing in it is trusted: it must be this user's own and
not from git, and it can lead to no file outside of the project. A damaged record does not prevent
the others from being restored.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, TypedDict, TypeVar, cast, get_type_hints

from corpusfmt.files.git import GitError, GitMissingError, ask_git, work_tree
from corpusfmt.files.ownership import foreign_owner
from corpusfmt.files.paths import relative_path_problem
from corpusfmt.files.project_folder import folder_of
from corpusfmt.files.read import ReadError, WriteError, read_bytes, sha256
from corpusfmt.files.safe_names import is_tool_folder
from corpusfmt.files.untrusted import read_untrusted
from corpusfmt.files.write import rewrite, write_atomically
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
from corpusfmt.text.display import printable

DAMAGED = "is damaged, or not a record of an undo journal; it was skipped"

_NOT_USED = "it is not used as an undo journal"
_REMEDY = "remove it, or use --runs to undo more runs"

_LARGEST = 1 << 34
"""The largest record that is read, in bytes."""

_LONGEST_COMMAND = 200  # characters
_DIGEST = re.compile("[0-9a-f]{64}")

UndoResult = Literal["restored", "already as before", "changed since"]


class JournalError(CorpusfmtError):
    """A journal that cannot be used; ``message`` names it and has the reason."""


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


@dataclass(frozen=True, slots=True)
class Record:
    """A file that a run has rewritten.

    Its path is relative to the root; ``before`` is the previous content, ``after`` the digest of
    the new one.
    """

    path: str
    mode: int
    before: bytes
    after: str


_Description = TypedDict(
    "_Description",
    {"corpusfmt-undo": int, "command": str, "started": str},
)


class _RecordHeader(TypedDict):
    path: str
    mode: int
    size: int
    before: str
    after: str


_Header = TypeVar("_Header", _Description, _RecordHeader)


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
            yield path, _read_record(path)
        except ReadError as error:
            yield path, error.reason


def restore(run: Run, record: Record, *, force: bool) -> UndoResult:
    """Restore a file, which may be missing.

    ``force`` restores it even if it has changed since the run. Raise WriteError or ReadError if it
    cannot be restored.
    """
    path = target_of(run, record)
    _check_folders(run.root, record.path)
    current = read_bytes(path) if os.path.lexists(path) else None
    if current == record.before:
        return "already as before"
    if current is not None and not force and sha256(current) != record.after:
        return "changed since"
    rewrite(path, current, record.before, mode=record.mode)
    return "restored"


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
        data = read_untrusted(os.path.join(folder, RUN), _LARGEST)
        description = _parse_header(data, _Description)
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


def _parse_header(data: bytes, kind: type[_Header]) -> _Header:
    """Return a JSON object of a TypedDict; raise ValueError for other keys or types."""
    value = parse_object(data)
    types = get_type_hints(kind)
    if value is None or value.keys() != types.keys():
        raise ValueError("other keys")
    if any(type(value[key]) is not expected for key, expected in types.items()):
        raise ValueError("other types")
    return cast(_Header, value)


def _read_record(path: str) -> Record:
    """Return the record in a file; raise ReadError unless it is intact."""
    first_line, _, before = read_untrusted(path, _LARGEST).partition(b"\n")
    try:
        header = _parse_header(first_line, _RecordHeader)
        is_intact = (
            _is_allowed(header["path"])
            and 0 <= header["mode"] <= 0o777
            and header["size"] == len(before)
            and header["before"] == sha256(before)
            and _DIGEST.fullmatch(header["after"]) is not None
        )
    except ValueError as error:
        raise ReadError(path, DAMAGED) from error
    if not is_intact:
        raise ReadError(path, DAMAGED)
    return Record(header["path"], header["mode"], before, header["after"])


def _is_allowed(path: str) -> bool:
    """Return whether a path stays below the root on every system, and out of tool folders."""
    if relative_path_problem(path) is not None:
        return False
    if os.name == "nt" and re.search(r"[\\:]", path):
        return False
    return not any(is_tool_folder(name.rstrip(". ")) for name in path.split("/"))


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
