"""What every command shares: its files, its settings, how it goes through them, and the codes it ends with."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from corpusfmt.cli import console
from corpusfmt.config.load import BrokenSettings, Settings, load
from corpusfmt.files.discovery import STANDARD_INPUT, Selection, select
from corpusfmt.files.pool import CHUNK, WorkerLost, in_order, processes_for
from corpusfmt.files.read import Unreadable, reason_of
from corpusfmt.text.display import count, printable, shown_path

if TYPE_CHECKING:
    from corpusfmt.project.undo_journal import Journal

CLEAN, FINDINGS, COULD_NOT, INTERRUPTED = 0, 1, 2, 130

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")


def add_inputs(parser: argparse.ArgumentParser) -> None:
    """Add the arguments that say what is read, and how."""
    parser.add_argument("paths", nargs="+", metavar="PATH", help="a file, a folder, or - for the standard input")
    parser.add_argument("--stdin-filename", default="-", metavar="NAME", help="what to call the standard input")
    parser.add_argument(
        "--config",
        metavar="FILE",
        help="the settings (else the nearest corpusfmt.toml, or pyproject.toml that has some)",
    )
    parser.add_argument(
        "--jobs",
        type=_jobs,
        metavar="N",
        help="processes to use (else one for each processor, if there are many files); the output is the same",
    )


def choose(
    arguments: argparse.Namespace,
    include: Sequence[str] | None = None,
    *,
    done: str = "read",
    faults: list[str] | None = None,
) -> tuple[Settings, Selection]:
    """The settings and the files that the arguments ask for; what is missing, or that nothing is there, is told.

    ``done`` says what was to be done with them, ``faults`` takes what is wrong with the settings, if it ends nothing.
    """
    settings = load(arguments.config, faults=faults)
    chosen = select(arguments.paths, settings, include)
    for path, reason in chosen.missing:
        console.note_path(path, reason)
    for text in chosen.notes:
        console.note(shown_path(text))
    if not chosen.files and not chosen.missing:
        told = ", ".join(f"{count(number, 'entry', 'entries')} {reason}" for reason, number in chosen.skipped)
        patterns = ", ".join(settings.include if include is None else include)
        why = f"no file was found: {told}" if told else "the folders named are empty"
        console.note(f"nothing was {done}, because {why} (include is {patterns})")
    return settings, chosen


_SELDOM = 50_000
"""How many objects more than before make the garbage collector look for circles: an article has some hundred."""


@contextmanager
def _seldom_collected() -> Iterator[None]:
    """Let the garbage collector look for circles seldom: articles have none, and the search takes a twentieth."""
    before = gc.get_threshold()
    gc.set_threshold(_SELDOM, *before[1:])
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()
        gc.set_threshold(*before)


def go_through(
    work: Callable[[_Item], _Result], items: Sequence[_Item], arguments: argparse.Namespace
) -> Iterator[_Result]:
    """Yield the result for each item, in order, and show the progress. The standard input is read here alone."""
    jobs = 1 if STANDARD_INPUT in arguments.paths else arguments.jobs
    with _seldom_collected(), closing(in_order(work, items, jobs)) as results:
        for done, result in enumerate(results, 1):
            yield result
            console.progress(done, len(items))


def go_through_many(
    work: Callable[[Sequence[_Item]], Sequence[_Result]],
    items: Sequence[_Item],
    arguments: argparse.Namespace,
    at_once: int,
) -> Iterator[_Result]:
    """As `go_through`, with work that takes so many items at once, and returns their results in order."""
    jobs = processes_for(len(items), 1 if STANDARD_INPUT in arguments.paths else arguments.jobs)
    groups = [items[start : start + at_once] for start in range(0, len(items), at_once)]
    done = 0
    chunk = max(1, CHUNK // at_once)
    with _seldom_collected(), closing(in_order(work, groups, jobs, chunk)) as found:
        for results in found:
            yield from results
            done += len(results)
            console.progress(done, len(items))


STOPPED = (KeyboardInterrupt, WorkerLost)
"""What ends a run before its time."""


def stopped(problem: BaseException, done: str, told: str) -> int:
    """Say that a run was stopped, and what it had done; return the exit code."""
    if isinstance(problem, WorkerLost):
        console.note(_joined(f"stopped, because a process was killed, perhaps for want of memory: {done}", told))
        return COULD_NOT
    console.note(_joined(f"interrupted: {done}", told))
    return INTERRUPTED


def only_changed(chosen: Selection, revision: str) -> Selection:
    """The files that git says have changed since a revision; where none has, that is told, and is no failure."""
    from corpusfmt.files.git import NoAnswer, changed_since

    try:
        changed = changed_since(revision, (path for path in chosen.files if path != STANDARD_INPUT))
    except NoAnswer as problem:
        raise BrokenSettings(f"--changed-since: {problem}") from problem
    files = tuple(path for path in chosen.files if path == STANDARD_INPUT or path in changed)
    unchanged = len(chosen.files) - len(files)
    skipped = (*chosen.skipped, (f"not changed since {revision}", unchanged)) if unchanged else chosen.skipped
    if chosen.files and not files:
        console.note(
            f"nothing was checked, because none of {count(len(chosen.files), 'file')} has changed since {revision}"
        )
    return replace(chosen, files=files, skipped=skipped, is_fine_empty=bool(chosen.files))


def journal_for(settings: Settings) -> Journal:
    """The journal of a run that writes files, below the folder of the settings if that can be written, or here."""
    from corpusfmt.project.folder import writable_root
    from corpusfmt.project.undo_journal import Journal

    return Journal.begin(writable_root(settings.root))


@contextmanager
def writing(settings: Settings, command: str, files: Sequence[str] | None = None) -> Iterator[None]:
    """Keep other runs that write out of the project while this one does; LockError where one is writing.

    ``command`` is its name, such as "fmt", and ``files`` what it may write, if that is known: a run that writes none,
    or only the standard output, needs no lock.
    """
    if files is not None and set(files) <= {STANDARD_INPUT}:
        yield
        return
    from corpusfmt.project.lock import project_lock

    with project_lock(settings.root, f"corpusfmt {command}"):
        yield


def today() -> str:
    """The day, as 2027-01-31."""
    from datetime import date

    return date.today().isoformat()


def unknown(fault: str, word: str, known: Sequence[str]) -> str:
    """The fault, the known word that is nearest, and all that are known."""
    from corpusfmt.config.validate import describe_unknown

    return describe_unknown(fault, word, known)


def crash(error: Exception) -> str:
    """What to say of a file, or of a run, where an error of ours has come up that should not be."""
    frame = error.__traceback__
    while frame is not None and frame.tb_next is not None:
        frame = frame.tb_next
    place = f" at {os.path.basename(frame.tb_frame.f_code.co_filename)}:{frame.tb_lineno}" if frame else ""
    what = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    return f"a fault in corpusfmt ({printable(what)}{place}); please report it, with the file if you can"


def code(chosen: Selection, *, found: bool, failed: bool) -> int:
    """The exit code of a run: what could not be done weighs more than what was found."""
    if failed or chosen.missing or not (chosen.files or chosen.is_fine_empty):
        return COULD_NOT
    return FINDINGS if found else CLEAN


def read_standard_input() -> bytes:
    """All of the standard input; Unreadable where there is none."""
    if sys.stdin is None:
        raise Unreadable(STANDARD_INPUT, "the standard input is closed")
    try:
        return sys.stdin.buffer.read()
    except OSError as error:
        raise Unreadable(STANDARD_INPUT, f"the standard input {reason_of(error)}") from error


def summary(done: str, number: int, chosen: Selection, told: str) -> str:
    """How many files were done, what was passed over in folders and why, and what came of it."""
    skipped = ", ".join(f"{skipped:,} {reason}" for reason, skipped in chosen.skipped)
    return _joined(f"{count(number, 'file')} {done}" + (f" (passed over: {skipped})" if skipped else ""), told)


def so_far(done: str, number: int, chosen: Selection) -> str:
    """How many of the files were done."""
    return f"{number:,} of {count(len(chosen.files), 'file')} {done}"


def _joined(done: str, told: str) -> str:
    return f"{done}: {told}" if told else done


def _jobs(text: str) -> int:
    number = int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0
    if number < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of processes: expected 1 or more")
    return number
