"""``corpusfmt undo``: what the last runs have rewritten, put back."""

from __future__ import annotations

import argparse
import os
from dataclasses import dataclass

from corpusfmt.cli import console, options, session
from corpusfmt.files.read import FileError
from corpusfmt.project.undo import (
    JournalError,
    Record,
    Run,
    end_undo,
    put_back,
    records,
    runs,
    target_of,
)
from corpusfmt.project.undo_journal import KEPT_BYTES, KEPT_RUNS, undo_folder
from corpusfmt.run.exit_codes import CLEAN, COULD_NOT, FINDINGS, INTERRUPTED
from corpusfmt.run.writing import writing
from corpusfmt.text.display import count, printable, shown_path

_KEPT_MEGABYTES = KEPT_BYTES // 1_000_000

DESCRIPTION = f"""Put back every file that the last run of fmt or check --fix has rewritten. The next undo puts back
what the run before it has rewritten, and so on; --runs does several at once, and --list shows them. A file that was
changed since is left as it is and reported; --force puts it back all the same. One that is gone is made again, with its
mode.

What was in the files is kept in .corpusfmt/undo, in the folder of the settings (without settings, of the git work tree,
or the current one), for the last {KEPT_RUNS} runs, as long as they have no more than {_KEPT_MEGABYTES} MB together; the
last run is always kept. Files outside of that folder are not kept. A journal that git tracks, or that belongs to
another user, is not used."""
EXAMPLES = """examples:
  corpusfmt check --fix corpus/
  corpusfmt undo                        the files are as they were before
  corpusfmt undo --list                 which runs can be undone, the last one first
  corpusfmt undo --runs 3               undo the last three
"""


def add(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument(
        "--force", action="store_true", help="put back files that were changed since, too"
    )
    parser.add_argument(
        "--list", action="store_true", help="write nothing; list the runs that can be undone"
    )
    parser.add_argument(
        "--runs", type=_number, default=1, metavar="N", help="undo the last N runs (default: 1)"
    )
    options.add_settings(parser)
    options.add_quiet(parser)


def run(arguments: argparse.Namespace) -> int:
    """Put the files back, or list the runs; say what was done, and return the exit code."""
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
    """Return the runs of a project, or of the current folder, where a run records if it cannot write in the project."""
    return runs(root) or runs(os.getcwd())


def _list(root: str) -> int:
    recorded = _recorded(root)
    if not recorded:
        console.note(_nothing(root))
    for number, one in enumerate(recorded, 1):
        told = one.problem or f"{_name(one)}  {count(one.files, 'file')}"
        state = "" if one.problem or one.state == "complete" else f"  {one.state}"
        console.put(f"{number:>2}  {told}{state}\n")
    return CLEAN


@dataclass(slots=True)
class _Tally:
    """What came of the runs that were undone."""

    done: int = 0
    same: int = 0
    changed: int = 0
    failed: int = 0


def _undo(root: str, number: int, *, force: bool) -> int:
    recorded = _recorded(root)
    if not recorded:
        console.note(f"nothing to undo: {_nothing(root)}")
        return COULD_NOT
    tally = _Tally()
    for one in recorded[:number]:
        try:
            _undo_run(one, tally, force=force)
        except KeyboardInterrupt:
            console.note(
                f"interrupted: {count(tally.done, 'file')} put back; run undo again for the others"
            )
            return INTERRUPTED
    if number > len(recorded):
        console.note(f"only {count(len(recorded), 'run')} could be undone: no more are recorded")
    left = tally.changed + tally.failed
    told = f", {tally.same:,} as before already" if tally.same else ""
    told += f"; {count(left, 'file')} left alone" if left else ""
    told += ", --force puts back what was changed" if tally.changed else ""
    (console.note if left else console.remark)(f"{count(tally.done, 'file')} put back{told}")
    if tally.failed:
        return COULD_NOT
    return FINDINGS if tally.changed else CLEAN


def _undo_run(one: Run, tally: _Tally, *, force: bool) -> None:
    """Undo a run: what was put back is forgotten at once, and what was not stays in the journal."""
    if one.problem is not None:
        tally.failed += 1
        console.note(one.problem)
        return
    notes: list[tuple[str, str]] = []
    for path, record in records(one):
        if isinstance(record, str):
            tally.failed += 1
            notes.append((path, record))
            continue
        reason = _put_back(one, record, tally, force=force)
        if reason is None:
            _forget(path)
        else:
            notes.append((os.path.relpath(target_of(one, record)), reason))
    for path, reason in sorted(notes):
        console.note_path(path, reason)
    end_undo(one, is_whole=not notes)


def _put_back(one: Run, record: Record, tally: _Tally, *, force: bool) -> str | None:
    """Put back a file; return why it was left alone, if it was."""
    try:
        outcome = put_back(one, record, force=force)
    except FileError as problem:
        tally.failed += 1
        return problem.reason
    if outcome == "changed since":
        tally.changed += 1
        return "was changed after the run; it is left as it is"
    tally.done += outcome == "put back"
    tally.same += outcome == "as before already"
    return None


def _forget(path: str) -> None:
    try:
        os.unlink(path)
    except OSError:  # the whole run is removed at the end
        return


def _nothing(root: str) -> str:
    """Return why there is nothing to undo."""
    where = shown_path(root)
    if os.path.isdir(undo_folder(root)):
        return f"every run that is recorded in {where} has been undone (the last {KEPT_RUNS} are recorded)"
    return f"no run that has rewritten a file is recorded in {where}"


def _name(one: Run) -> str:
    started = "" if one.started is None else f"{one.started:%Y-%m-%d %H:%M:%S}"
    return f"{started}  corpusfmt {printable(one.command)}"


def _number(text: str) -> int:
    number = int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0
    if number < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of runs: expected 1 or more")
    return number
