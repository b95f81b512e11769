"""What every command shares: its files, its settings, how it goes through them, and the codes it ends with."""

from __future__ import annotations

import argparse
import gc
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, closing, contextmanager, nullcontext
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from corpusfmt.cli import console
from corpusfmt.cli.argv import ArgumentsError
from corpusfmt.cli.progress import ticking
from corpusfmt.config.load import default_settings, load
from corpusfmt.config.settings import Settings, SettingsError
from corpusfmt.files.discovery import Selection, select
from corpusfmt.files.git import GitError
from corpusfmt.files.pool import WorkerError, in_order, processes_for
from corpusfmt.files.read import STANDARD_INPUT
from corpusfmt.report.wording import summary_line, with_outcome
from corpusfmt.rules import NAMES
from corpusfmt.run.exit_codes import CLEAN, COULD_NOT, FINDINGS, INTERRUPTED
from corpusfmt.text.display import count, printable, shown_path

if TYPE_CHECKING:
    from corpusfmt.project.undo_journal import Journal


_Item = TypeVar("_Item")
_Result = TypeVar("_Result")


def settings_of(arguments: argparse.Namespace, problems: list[str] | None = None) -> Settings:
    """Return the settings that the arguments name; see `settings.load` for the ``problems``."""
    settings = default_settings() if arguments.isolated else load(arguments.config, problems=problems)
    if settings.source is not None:
        console.explain_path(settings.source, "these settings are used")
    return settings


def choose(
    arguments: argparse.Namespace,
    include: Sequence[str] | None = None,
    *,
    problems: list[str] | None = None,
) -> tuple[Settings, Selection]:
    """Return the settings and the files that the arguments name; what is missing, or that there is none, is reported.

    ``problems`` takes what is wrong with the settings, if that does not end the run.
    """
    if arguments.stdin_filename != STANDARD_INPUT and STANDARD_INPUT not in arguments.paths:
        raise ArgumentsError("--stdin-filename needs - among the paths")
    settings = settings_of(arguments, problems)
    chosen = select(arguments.paths, settings, include)
    for path, reason in chosen.missing:
        console.note_path(path, reason + _hint(path))
    for text in chosen.notes:
        console.note(shown_path(text))
    for path, reason in chosen.details:
        console.explain_path(path, f"skipped: {printable(reason)}")
    if not chosen.files and not chosen.missing:
        patterns = ", ".join(settings.include if include is None else include)
        told = ", ".join(f"{number:,} {reason}" for reason, number in chosen.skipped)
        why = told or f"the folders are empty (include is {patterns})"
        console.note(f"no files to read: {printable(why)}")
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


def _hint(path: str) -> str:
    """Return what was probably meant by a path that is missing, as an aside."""
    if path in NAMES:
        return f" (to name several rules, put commas between them, as in --select layout,{path})"
    return ""


def note_unused(settings: Settings, chosen: Selection) -> None:
    """Report the patterns of the settings that match nothing."""
    for pattern in chosen.unused:
        place = f"{settings.source}: {pattern}"
        console.remark(shown_path(f"{place} matches nothing in {settings.root}"))


def jobs_of(arguments: argparse.Namespace) -> int | None:
    """Return the number of processes, None for the default; the standard input needs this one."""
    jobs: int | None = arguments.jobs
    return 1 if STANDARD_INPUT in arguments.paths else jobs


def go_through(
    work: Callable[[_Item], _Result], items: Sequence[_Item], arguments: argparse.Namespace
) -> Iterator[_Result]:
    """Yield the result for each item, in order, and show the progress."""
    jobs = processes_for(len(items), jobs_of(arguments))
    return with_progress(in_order(work, items, jobs), items, arguments)


def with_progress(
    results: Generator[_Result, None, None],
    items: Sequence[object],
    arguments: argparse.Namespace,
) -> Iterator[_Result]:
    """Yield the results, one for each item, and show the progress."""
    jobs = processes_for(len(items), jobs_of(arguments))
    done = 0

    def current() -> tuple[int, int, str]:
        item = items[done] if done < len(items) else ""
        path = item if isinstance(item, str) else getattr(item, "path", "")
        return done, len(items), path

    with _seldom_collected(), _ticking(current, jobs), closing(results):
        for result in results:
            yield result
            done += 1
            console.progress(done, len(items))


def _ticking(
    current: Callable[[], tuple[int, int, str]], jobs: int
) -> AbstractContextManager[None]:
    """Show the progress within a file, if no other process works: none is forked from a thread."""
    return ticking(current) if jobs == 1 else nullcontext()


STOPPED = (KeyboardInterrupt, WorkerError)
"""What ends a run before its time."""


def stopped(error: BaseException, done: str, outcome: Iterable[str]) -> int:
    """Report that a run was stopped, and what it has done; return the exit code."""
    if isinstance(error, WorkerError):
        why = "stopped, because a process was killed, perhaps for want of memory"
        console.note(with_outcome(f"{why}: {done}", outcome))
        return COULD_NOT
    console.note(with_outcome(f"interrupted: {done}", outcome))
    return INTERRUPTED


def only_changed(chosen: Selection, revision: str) -> Selection:
    """The files that git says have changed since a revision; where none has, that is told, and is no failure."""
    from corpusfmt.files.git_changes import changed_since

    try:
        changes = changed_since(revision, (path for path in chosen.files if path != STANDARD_INPUT))
    except GitError as problem:
        raise SettingsError(f"--changed-since: {problem}") from problem
    for text in changes.notes:
        console.note(shown_path(f"--changed-since: {text}"))
    changed = {STANDARD_INPUT, *changes.paths}
    files = tuple(path for path in chosen.files if path in changed)
    unchanged = len(chosen.files) - len(files)
    skipped = (
        (*chosen.skipped, (f"not changed since {revision}", unchanged))
        if unchanged
        else chosen.skipped
    )
    if chosen.files and not files:
        number = count(len(chosen.files), "file")
        console.remark(
            f"no files to check: none of {number} has changed since {printable(revision)}"
        )
    return replace(chosen, files=files, skipped=skipped, is_fine_empty=bool(chosen.files))


def note_uncovered(journal: Journal, number: int) -> None:
    """Report how many files were rewritten that no undo puts back, since they are outside of the project."""
    if number:
        verb = "was" if number == 1 else "were"
        where = shown_path(journal.root)
        told = f"{count(number, 'file')} outside of {where} {verb} rewritten"
        console.note(f"{told}; “corpusfmt undo” does not put such files back")


def note_all(messages: Sequence[str]) -> None:
    """Print messages, but no more than can be read, and how many are left."""
    for message in messages[:_MOST_MESSAGES]:
        console.note(printable(message))
    if len(messages) > _MOST_MESSAGES:
        console.note(f"{len(messages) - _MOST_MESSAGES:,} more like these")


_MOST_MESSAGES = 50


def code(chosen: Selection, *, found: bool, failed: bool) -> int:
    """The exit code of a run: what could not be done weighs more than what was found."""
    if failed or chosen.missing or not (chosen.files or chosen.is_fine_empty):
        return COULD_NOT
    return FINDINGS if found else CLEAN


def summarize(done: str, number: int, chosen: Selection, outcome: Iterable[str] = ()) -> None:
    """Print how many files were read or checked, what was skipped, and the outcome."""
    console.remark(summary_line(done, number, chosen.skipped, outcome))


def so_far(done: str, number: int, chosen: Selection) -> str:
    """Return how many of the files were read or checked."""
    return f"{number:,} of {count(len(chosen.files), 'file')} {done}"
