"""What the commands share: settings and files, progress, summary, and exit code."""

from __future__ import annotations

import argparse
import gc
from collections import Counter
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, closing, contextmanager, nullcontext
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from corpusfmt.cli import console
from corpusfmt.cli.argv import ArgumentsError
from corpusfmt.cli.progress import ticking
from corpusfmt.config.load import default_settings, load
from corpusfmt.config.settings import Settings, SettingsError
from corpusfmt.files.discovery import Selection, select, select_in_revision
from corpusfmt.files.git import GitError
from corpusfmt.files.input import Input
from corpusfmt.files.inputs import Inputs, in_batches
from corpusfmt.files.path_list import read_path_list
from corpusfmt.files.pool import WorkerError, in_order, processes_for
from corpusfmt.files.read import STANDARD_INPUT, ReadError
from corpusfmt.report.wording import summary_line, with_outcome
from corpusfmt.rules import NAMES
from corpusfmt.run.exit_codes import CLEAN, COULD_NOT, FINDINGS, INTERRUPTED
from corpusfmt.text.display import count, printable, shown_path

if TYPE_CHECKING:
    from corpusfmt.project.undo_journal import Journal

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")

STOPPED = (KeyboardInterrupt, WorkerError)
"""What stops a run before its end."""

_GARBAGE_THRESHOLD = 50_000
"""How many more objects than before start the garbage collector; an article has some hundred."""

_MOST_MESSAGES = 50


def settings_of(arguments: argparse.Namespace, problems: list[str] | None = None) -> Settings:
    """Return the settings that the arguments name; see `load` for the ``problems``."""
    if arguments.isolated:
        settings = default_settings()
    else:
        settings = load(arguments.config, problems=problems)
    if settings.source is not None:
        console.explain_path(settings.source, "these settings are used")
    return settings


def choose(
    arguments: argparse.Namespace,
    include: Sequence[str] | None = None,
    *,
    problems: list[str] | None = None,
) -> tuple[Settings, Selection]:
    """Return the settings and the files that the arguments name; report what is missing.

    ``problems`` receives those of the settings, if they do not end the run.
    """
    if arguments.stdin_filename != STANDARD_INPUT and STANDARD_INPUT not in arguments.paths:
        raise ArgumentsError("--stdin-filename can only be used with the path -")
    _add_listed_paths(arguments)
    settings = settings_of(arguments, problems)
    if arguments.text_field is not None:
        settings = replace(settings, text_field=arguments.text_field)
    chosen = _select(arguments, settings, include)
    for path, reason in chosen.missing:
        console.note_path(path, reason + _hint(path))
    for text in chosen.notes:
        console.note(shown_path(text))
    for path, reason in chosen.details:
        console.explain_path(path, f"skipped: {printable(reason)}")
    if not chosen.files and not chosen.missing:
        patterns = ", ".join(settings.include if include is None else include)
        _note_nothing(chosen, f"the folders contain no files (include: {patterns})")
    return settings, chosen


def _note_nothing(chosen: Selection, default: str) -> None:
    """Report that there is nothing to read, and why: what was skipped, or else the default."""
    skipped = ", ".join(f"{number:,} {reason}" for reason, number in chosen.skipped)
    console.note(f"no files to read: {printable(skipped or default)}")


def _select(
    arguments: argparse.Namespace, settings: Settings, include: Sequence[str] | None
) -> Selection:
    """Return the files that the arguments name, on the disk or in a git revision."""
    if arguments.git is None:
        return select(arguments.paths, settings, include)
    if STANDARD_INPUT in arguments.paths:
        raise ArgumentsError("--git cannot be used with the path -")
    arguments.paths = arguments.paths or ["."]
    try:
        return select_in_revision(arguments.paths, settings, arguments.git, include)
    except GitError as error:
        raise ArgumentsError(f"--git: {error}") from error


def _add_listed_paths(arguments: argparse.Namespace) -> None:
    """Add the paths that the file of --files-from lists to those of the command line."""
    if arguments.files_from is None:
        return
    if arguments.files_from == STANDARD_INPUT in arguments.paths:
        raise ArgumentsError("--files-from - cannot be used with the path -")
    try:
        arguments.paths += read_path_list(arguments.files_from)
    except ReadError as error:
        raise ArgumentsError(f"--files-from: {error}") from error


def _hint(path: str) -> str:
    """Return what the user probably meant by a path that does not exist."""
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


def go_through_inputs(
    work: Callable[[Input], _Result], inputs: Inputs, arguments: argparse.Namespace
) -> Iterator[_Result]:
    """Yield the result for each text, in order, and show the progress."""
    results = each_input(work, inputs, jobs_of(arguments))
    return with_progress(results, inputs.files, arguments, is_open=inputs.is_streamed)


def each_input(
    work: Callable[[Input], _Result], inputs: Inputs, jobs: int | None
) -> Generator[_Result, None, None]:
    """Yield the result for each text, in order."""
    return in_batches(partial(_each, work), inputs, 1, jobs)


def _each(work: Callable[[Input], _Result], items: Sequence[Input]) -> list[_Result]:
    return [work(item) for item in items]


def with_progress(
    results: Generator[_Result, None, None],
    items: Sequence[object],
    arguments: argparse.Namespace,
    *,
    is_open: bool = False,
    count_done: Callable[[], int] | None = None,
) -> Iterator[_Result]:
    """Yield the results, one for each item, and show the progress.

    ``is_open`` is whether there are more results than items, as those of archives. ``count_done``
    returns how many items are done, where not every item has a result.
    """
    jobs = processes_for(len(items), jobs_of(arguments))
    yielded = 0

    def current() -> tuple[int, int, str]:
        done = yielded if count_done is None else count_done()
        item = items[done] if done < len(items) and not is_open else ""
        path = item if isinstance(item, str) else getattr(item, "path", "")
        return done, len(items), path

    with _rarely_collected(), _ticking(current, 2 if is_open else jobs), closing(results):
        for result in results:
            yield result
            yielded += 1
            console.progress(current()[0], None if is_open else len(items))


def _ticking(
    current: Callable[[], tuple[int, int, str]], jobs: int
) -> AbstractContextManager[None]:
    """Show the progress within a file, if no other process works: none is forked from a thread."""
    return ticking(current) if jobs == 1 else nullcontext()


def stopped(error: BaseException, done: str, outcome: Iterable[str]) -> int:
    """Report that a run was stopped, and what it has done; return the exit code."""
    if isinstance(error, WorkerError):
        why = "stopped because a process was killed, perhaps because it ran out of memory"
        console.note(with_outcome(f"{why}: {done}", outcome))
        return COULD_NOT
    console.note(with_outcome(f"interrupted: {done}", outcome))
    return INTERRUPTED


def only_changed(chosen: Selection, revision: str) -> Selection:
    """Return the files that have changed in git since a revision; it may be none."""
    from corpusfmt.files.git_changes import changed_since

    files = [path for path in chosen.files if path != STANDARD_INPUT]
    try:
        changes = changed_since(revision, files)
    except GitError as error:
        raise SettingsError(f"--changed-since: {error}") from error
    for text in changes.notes:
        console.note(shown_path(f"--changed-since: {text}"))
    changed = {STANDARD_INPUT, *changes.paths}
    kept = tuple(path for path in chosen.files if path in changed)
    unchanged = len(chosen.files) - len(kept)
    skipped = chosen.skipped
    if unchanged:
        skipped = (*skipped, (f"not changed since {revision}", unchanged))
    if chosen.files and not kept:
        number = count(len(chosen.files), "file")
        since = printable(revision)
        console.remark(f"no files to check: none of {number} has changed since {since}")
    return replace(chosen, files=kept, skipped=skipped, is_fine_empty=bool(chosen.files))


def note_uncovered(journal: Journal, number: int, done: str = "rewritten") -> None:
    """Report how many files were rewritten that cannot be undone: those outside of the project."""
    if number:
        verb = "was" if number == 1 else "were"
        where = shown_path(journal.root)
        files = f"{count(number, 'file')} outside of {where} {verb} {done}"
        console.note(f"{files}; “corpusfmt undo” does not restore such files")


def note_all(messages: Sequence[str]) -> None:
    """Print the first messages, and the number of the others."""
    for message in messages[:_MOST_MESSAGES]:
        console.note(printable(message))
    if len(messages) > _MOST_MESSAGES:
        console.note(f"{len(messages) - _MOST_MESSAGES:,} more like these")


def code(chosen: Selection, *, found: bool, failed: bool) -> int:
    """Return the exit code of a run; a failure counts more than findings."""
    if failed or chosen.missing or not (chosen.files or chosen.is_fine_empty):
        return COULD_NOT
    return FINDINGS if found else CLEAN


def summarize(done: str, number: int, chosen: Selection, outcome: Iterable[str] = ()) -> None:
    """Print how many files were read or checked, what was skipped, and the outcome."""
    console.remark(summary_line(done, number, chosen.skipped, outcome))


def refuse_unwritable(inputs: Inputs, reason: str) -> None:
    """Raise ArgumentsError, for this reason, if a text is not that of a file on the disk."""
    if inputs.options.revision is not None:
        raise ArgumentsError(f"--git: {reason}")
    if inputs.unwritable:
        raise ArgumentsError(f"{shown_path(inputs.unwritable[0])}: {reason}")


def after_reading(chosen: Selection, inputs: Inputs, number: int) -> Selection:
    """Return the selection with what was skipped in archives; without files if none was read."""
    if not inputs.is_streamed:
        return chosen
    skipped = Counter(dict(chosen.skipped)) + inputs.skipped
    chosen = replace(chosen, skipped=tuple(sorted(skipped.items())))
    if number:
        return chosen
    _note_nothing(chosen, inputs.options.patterns.not_included)
    return replace(chosen, files=())


def so_far(done: str, number: int, chosen: Selection) -> str:
    """Return how many of the files were read or checked."""
    if number > len(chosen.files):  # members of archives are counted, too
        return f"{count(number, 'file')} {done}"
    return f"{number:,} of {count(len(chosen.files), 'file')} {done}"


@contextmanager
def _rarely_collected() -> Iterator[None]:
    """Start the garbage collector rarely: articles have no cycles, and it takes 5 % of a run."""
    before = gc.get_threshold()
    gc.set_threshold(_GARBAGE_THRESHOLD, *before[1:])
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()
        gc.set_threshold(*before)
