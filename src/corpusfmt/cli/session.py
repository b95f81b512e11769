"""What the commands share: settings and files, progress, summary, and exit code."""

from __future__ import annotations

import argparse
import gc
from collections import Counter
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager, nullcontext
from functools import partial

from corpusfmt.cli import console
from corpusfmt.cli.argv import ArgumentsError
from corpusfmt.cli.page_reader import require_for_archives
from corpusfmt.cli.progress import ticking
from corpusfmt.cli.run_progress import RunProgress, State
from corpusfmt.cli.selecting import add_listed_paths, note_selection, selected
from corpusfmt.config.load import default_settings, load
from corpusfmt.config.settings import Settings, SettingsError
from corpusfmt.files.batches import BatchWork, in_batches
from corpusfmt.files.discovery import Selection
from corpusfmt.files.heartbeat import HEARTBEAT
from corpusfmt.files.input import Input
from corpusfmt.files.inputs import Inputs
from corpusfmt.files.pool import Care, Rescue, WorkerError, in_order, processes_for
from corpusfmt.files.read import STANDARD_INPUT
from corpusfmt.report.wording import summary_line, with_outcome
from corpusfmt.run.exit_codes import CLEAN, COULD_NOT, FINDINGS, INTERRUPTED
from corpusfmt.run.sample_article import SAMPLE
from corpusfmt.text.annotations import TYPE_CHECKING, Generic, TypeVar
from corpusfmt.text.display import count, printable, shown_path
from corpusfmt.text.values import dataclass, replace

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
    """Return the settings that the arguments name; see `load` for the ``problems``.

    Without a list of them, raise SettingsError for all: also for those that `make_policy` finds.
    """
    found: list[str] = [] if problems is None else problems
    settings = default_settings() if arguments.isolated else load(arguments.config, problems=found)
    if found and problems is None:
        from corpusfmt.config.validate_rules import find_rule_problems

        raise SettingsError("\n".join([*found, *find_rule_problems(settings)]))
    if settings.source is not None:
        console.explain_path(settings.source, "these settings are used")
    return settings


def choose(
    arguments: argparse.Namespace,
    include: Sequence[str] | None = None,
    *,
    problems: list[str] | None = None,
    settings: Settings | None = None,
    is_read: bool = True,
) -> tuple[Settings, Selection]:
    """Return the settings and the files that the arguments name; report what is missing.

    ``problems`` receives those of the settings, if they do not end the run. ``settings`` are used
    in place of those that the arguments name. ``is_read`` is whether the files are read.
    """
    if arguments.stdin_filename != STANDARD_INPUT and STANDARD_INPUT not in arguments.paths:
        raise ArgumentsError("--stdin-filename can only be used with the path -")
    add_listed_paths(arguments)
    settings = settings or settings_of(arguments, problems)
    if arguments.text_field is not None:
        settings = replace(settings, text_field=arguments.text_field)
    with console.timed("finding the files"):
        chosen = selected(arguments, settings, include)
    if is_read and not arguments.show_files:
        require_for_archives(chosen.files)
    note_selection(chosen)
    if not chosen.files and not chosen.missing:
        patterns = ", ".join(settings.include if include is None else include)
        _note_nothing(chosen, f"the folders contain no files (include: {patterns})")
    return settings, chosen


def _note_nothing(chosen: Selection, default: str) -> None:
    """Report that there is nothing to read, and why: what was skipped, or else the default."""
    skipped = ", ".join(f"{number:,} {reason}" for reason, number in chosen.skipped)
    console.note(f"no files to read: {printable(skipped or default)}")


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
    work: Callable[[_Item], _Result],
    lost: Callable[[_Item], _Result],
    items: Sequence[_Item],
    arguments: argparse.Namespace,
) -> Iterator[_Result]:
    """Yield the result for each item, in order, and show the progress.

    ``lost`` returns the result of an item in whose work processes have ended.
    """
    jobs = processes_for(len(items), jobs_of(arguments))
    care = Care(Rescue(lost))
    return with_progress(in_order(work, items, jobs, care=care), items, arguments)


@dataclass(frozen=True, slots=True)
class InputWork(Generic[_Result]):
    """What is done with each text, or by ``together`` with ``size`` of them; see `BatchWork`."""

    work: Callable[[Input], _Result]
    lost: Callable[[Input], _Result]
    sample: Input | None = SAMPLE
    writes: bool = False
    together: Callable[[Sequence[Input]], Sequence[_Result]] | None = None
    size: int = 1


def go_through_inputs(
    work: InputWork[_Result],
    inputs: Inputs,
    arguments: argparse.Namespace,
    *,
    count_done: Callable[[], int] | None = None,
) -> Iterator[_Result]:
    """Yield the result for each text, in order, and show the progress; see `with_progress`."""
    results = each_input(work, inputs, jobs_of(arguments))
    is_open = inputs.is_streamed
    return with_progress(
        results,
        inputs.files,
        arguments,
        is_open=is_open,
        count_done=count_done if is_open else None,
    )


def each_input(
    work: InputWork[_Result], inputs: Inputs, jobs: int | None
) -> Generator[_Result, None, None]:
    """Yield the result for each text, in order."""
    each = BatchWork(
        work.together or partial(_each, work.work), work.lost, work.sample, work.writes
    )
    return in_batches(each, inputs, work.size, jobs)


def _each(work: Callable[[Input], _Result], items: Sequence[Input]) -> list[_Result]:
    return list(map(work, items))


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

    last = ""

    def current() -> State:
        done = yielded if count_done is None else count_done()
        path = last
        if done < len(items) and not is_open:
            item = items[done]
            path = item if isinstance(item, str) else getattr(item, "path", "")
        return State(done, None if is_open else len(items), path)

    progress = RunProgress(current, arguments.pace)
    waiting = HEARTBEAT.calling(progress.update)
    # A thread shows it, and a process with several threads is not forked.
    is_alone = jobs == 1 and not is_open
    within_file = ticking(current, arguments.pace) if is_alone else nullcontext()
    processes = "" if is_open else f" with {count(jobs, 'process', 'processes')}"
    with (
        _rarely_collected(),
        console.timed(f"working on the files{processes}"),
        within_file,
        waiting,
        closing(results),
    ):
        for result in results:
            yield result
            yielded += 1
            last = getattr(result, "path", "")
            _explain(last, getattr(result, "outcome", ""))
            progress.update()
    unchanged = current().done - yielded
    if unchanged > 0:
        console.explain(f"{count(unchanged, 'file')} not read: as in an earlier run, no findings")


def _explain(path: str, outcome: str) -> None:
    """Print what came of a file, if --verbose is given."""
    if path and outcome:
        console.explain_path(path, outcome)


def stopped(error: BaseException, done: str, outcome: Iterable[str]) -> int:
    """Report that a run was stopped, and what it has done; return the exit code."""
    if isinstance(error, WorkerError):
        why = "stopped because a process was killed, perhaps because it ran out of memory"
        console.note(with_outcome(f"{why}: {done}", outcome))
        return COULD_NOT
    console.note(with_outcome(f"interrupted: {done}", outcome))
    return INTERRUPTED


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
    for item in inputs.details:
        console.explain_path(item.path, f"skipped: {printable(item.reason)}")
    skipped = Counter(dict(chosen.skipped)) + inputs.skipped
    chosen = replace(chosen, skipped=tuple(sorted(skipped.items())))
    if number or not chosen.files:
        return chosen
    only = shown_path(chosen.files[0]) if len(chosen.files) == 1 else "each of the archives"
    _note_nothing(chosen, f"{only} has no texts")
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
