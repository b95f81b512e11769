"""``corpusfmt undo``: restore the files that the last runs have rewritten or split."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator
from dataclasses import dataclass

from corpusfmt.cli import console, options, session
from corpusfmt.files.read import FileError
from corpusfmt.project.undo import (
    ChangedError,
    JournalError,
    Run,
    end_undo,
    records,
    restore_all,
    runs,
    target_of,
)
from corpusfmt.project.undo_journal import KEPT_BYTES, KEPT_RUNS, undo_folder
from corpusfmt.project.undo_record import Record
from corpusfmt.run.exit_codes import CLEAN, COULD_NOT, FINDINGS, INTERRUPTED
from corpusfmt.run.writing import writing
from corpusfmt.text.display import count, printable, shown_path

_TOGETHER, _BYTES_TOGETHER = 64, 64_000_000
"""How many files are restored together, and from how many bytes on there are fewer."""

_KEPT_MEGABYTES = KEPT_BYTES // 1_000_000

DESCRIPTION = f"""Restore every file that the last run of fmt or check --fix has rewritten.

The files that split --in-place has split are restored, too, and their articles are removed.

A second undo restores the files of the run before it, and so on; --runs undoes several runs at
once, and --list shows them. A file that was changed after the run is reported and not restored;
--force restores it, too. A file that was deleted is created again, with its mode.

The previous contents are kept in .corpusfmt/undo, in the folder of the settings (without
settings, the git work tree or the current folder), for the last {KEPT_RUNS} runs, up to
{_KEPT_MEGABYTES} MB in total; the last run is always kept. The contents of files outside of that
folder are not kept. If .corpusfmt/undo is tracked by git, or belongs to another
user, it is not used."""
EXAMPLES = """examples:
  corpusfmt check --fix corpus/
  corpusfmt undo                        the files are as they were before
  corpusfmt undo --list                 which runs can be undone, the last one first
  corpusfmt undo --runs 3               undo the last three
"""


def add(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument(
        "--force", action="store_true", help="also restore files that were changed after the run"
    )
    parser.add_argument(
        "--list", action="store_true", help="list the runs that can be undone, and exit"
    )
    parser.add_argument(
        "--runs", type=_number, default=1, metavar="N", help="undo the last N runs (default: 1)"
    )
    options.add_settings(parser)
    options.add_quiet(parser)


def run(arguments: argparse.Namespace) -> int:
    """Restore the files, or list the runs; report what was done, and return the exit code."""
    settings = session.settings_of(arguments)
    try:
        if arguments.list:
            return _list(settings.root)
        with writing(settings, "undo"):
            return _undo(settings.root, arguments.runs, force=arguments.force)
    except JournalError as problem:
        console.note(problem.message)
        return COULD_NOT


def _recorded(root: str) -> list[Run]:
    """Return the runs of a project, or of the current folder, if the project is read-only."""
    return runs(root) or runs(os.getcwd())


def _list(root: str) -> int:
    """Print the runs that can be undone, the last one first."""
    recorded = _recorded(root)
    if not recorded:
        console.note(_why_nothing(root))
    for number, run_ in enumerate(recorded, 1):
        console.put(f"{number:>2}  {_describe(run_)}\n")
    return CLEAN


def _describe(run_: Run) -> str:
    if run_.problem:
        return run_.problem
    line = f"{_name(run_)}  {count(run_.files, 'file')}"
    return line if run_.state == "complete" else f"{line}  {run_.state}"


@dataclass(slots=True)
class _Counts:
    """How many files were restored, are as before, were changed since, and failed."""

    restored: int = 0
    same: int = 0
    changed: int = 0
    failed: int = 0

    @property
    def left(self) -> int:
        """How many files were not restored."""
        return self.changed + self.failed

    def outcome(self) -> str:
        """Return the numbers in words."""
        outcome = f"{count(self.restored, 'file')} restored"
        if self.same:
            outcome += f", {self.same:,} already as before"
        if self.left:
            outcome += f"; {count(self.left, 'file')} not restored"
        if self.changed:
            outcome += "; --force also restores changed files"
        return outcome


def _undo(root: str, number: int, *, force: bool) -> int:
    """Undo the last runs, so many; report what was done, and return the exit code."""
    recorded = _recorded(root)
    if not recorded:
        console.note(f"nothing to undo: {_why_nothing(root)}")
        return COULD_NOT
    counts = _Counts()
    for run_ in recorded[:number]:
        try:
            _undo_run(run_, counts, force=force)
        except KeyboardInterrupt:
            files = count(counts.restored, "file")
            console.note(f"interrupted: {files} restored; run undo again for the others")
            return INTERRUPTED
    if number > len(recorded):
        console.note(f"only {count(len(recorded), 'run')} could be undone: no more are recorded")
    if counts.left:
        console.note(counts.outcome())
    else:
        console.remark(counts.outcome())
    if counts.failed:
        return COULD_NOT
    return FINDINGS if counts.changed else CLEAN


def _undo_run(run_: Run, counts: _Counts, *, force: bool) -> None:
    """Undo a run. Files that were not restored stay in the journal."""
    if run_.problem is not None:
        counts.failed += 1
        console.note(run_.problem)
        return
    notes: list[tuple[str, str]] = []
    for batch in _batches(run_):
        readable = {path: record for path, record in batch if isinstance(record, Record)}
        for path, record in batch:
            if isinstance(record, str):
                counts.failed += 1
                notes.append((path, record))
        outcomes = restore_all(run_, [*readable.values()], force=force)
        for (path, record), outcome in zip(readable.items(), outcomes, strict=True):
            if isinstance(outcome, FileError):
                counts.changed += isinstance(outcome, ChangedError)
                counts.failed += not isinstance(outcome, ChangedError)
                notes.append((os.path.relpath(target_of(run_, record)), outcome.reason))
                continue
            counts.restored += outcome == "restored"
            counts.same += outcome == "already as before"
            _remove_record(path)
    for path, reason in sorted(notes):
        console.note_path(path, reason)
    end_undo(run_, is_whole=not notes)


def _batches(run_: Run) -> Iterator[list[tuple[str, Record | str]]]:
    """Yield the records of a run, some of different files at a time."""
    batch: list[tuple[str, Record | str]] = []
    paths: set[str] = set()
    size = 0
    for path, record in records(run_):
        target = record.path if isinstance(record, Record) else ""
        if len(batch) >= _TOGETHER or size >= _BYTES_TOGETHER or target in paths:
            yield batch
            batch, paths, size = [], set(), 0
        batch.append((path, record))
        if isinstance(record, Record):
            paths.add(target)
            size += len(record.before)
    yield batch


def _remove_record(path: str) -> None:
    try:
        os.unlink(path)
    except OSError:  # the whole run is removed at the end
        return


def _why_nothing(root: str) -> str:
    """Return why there is nothing to undo."""
    where = shown_path(root)
    if os.path.isdir(undo_folder(root)):
        recorded = f"(only the last {KEPT_RUNS} runs are recorded)"
        return f"every run that is recorded in {where} has been undone {recorded}"
    return f"no run that has rewritten a file is recorded in {where}"


def _name(run_: Run) -> str:
    name = f"  corpusfmt {printable(run_.command)}"
    if run_.started is not None:
        name = f"{run_.started:%Y-%m-%d %H:%M:%S}{name}"
    return name


def _number(text: str) -> int:
    number = options.positive_number(text)
    if number is None:
        raise argparse.ArgumentTypeError(
            f"{text!r} is invalid; expected a number of runs, 1 or more"
        )
    return number
