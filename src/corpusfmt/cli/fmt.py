"""``corpusfmt fmt``: rewrite files as canonical text, or report why they are not rewritten."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial

from corpusfmt.cli import console, options, session
from corpusfmt.cli.caches import cache_for
from corpusfmt.config.policy import make_policy
from corpusfmt.config.settings import Settings
from corpusfmt.files.discovery import Selection, texts_of
from corpusfmt.files.input import Input
from corpusfmt.files.inputs import Inputs
from corpusfmt.files.pool import processes_for
from corpusfmt.files.read import STANDARD_INPUT, file_reason
from corpusfmt.files.rewriting import files_together
from corpusfmt.run.caching import CachedFiles
from corpusfmt.run.format_file import FormatTask, format_all, format_one, lost_format
from corpusfmt.run.format_result import FormatResult, Status, decode_format_result
from corpusfmt.run.sample_article import sample_for
from corpusfmt.run.writing import journal_for, recording, writing
from corpusfmt.text.annotations import TYPE_CHECKING
from corpusfmt.text.display import count, shown_path
from corpusfmt.text.values import dataclass, replace

if TYPE_CHECKING:
    from corpusfmt.project.cache.cache import Cache
    from corpusfmt.project.undo_journal import Journal

DESCRIPTION = """Rewrite articles as canonical text.

Before a file is written, fmt verifies that the canonical text is read as the same document. The
file is then replaced atomically and keeps its mode. “corpusfmt undo” reverts the run.

Some files are reported and not rewritten. A file that is not UTF-8 or contains control characters
would lose data. A file with a part whose meaning is a guess, such as an ambiguous date, would no
longer show that it was a guess; --unsafe-fixes rewrites it. Symbolic links and read-only files
are never written, nor is a file that changes during the run. With - the text is printed on the
standard output, unchanged if it is not rewritten, and findings on the standard error."""
EXAMPLES = """examples:
  corpusfmt fmt corpus/                 rewrite what is not canonical
  corpusfmt fmt --check corpus/         list the files that would change (exit code 1 if any)
  corpusfmt fmt --diff page.txt         print a patch, write nothing (exit code 1 if not empty)
  corpusfmt fmt --unsafe-fixes page.txt rewrite it even if that requires a guess
  cat page.txt | corpusfmt fmt -        from the standard input to the standard output
"""


def add(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    options.add_inputs(parser)
    parser.add_argument(
        "--check", action="store_true", help="write nothing; list the files that are not canonical"
    )
    parser.add_argument("--diff", action="store_true", help="write nothing; show what would change")
    parser.add_argument(
        "--unsafe-fixes",
        action="store_true",
        help="also rewrite files whose meaning is partly a guess; the guess becomes permanent",
    )
    options.add_cache(parser)
    parser.add_argument(
        "--exit-zero",
        action="store_true",
        help="exit with code 0 even if files would be rewritten, or have findings",
    )


def run(arguments: argparse.Namespace) -> int:
    """Format, report what was done, and return the exit code."""
    settings, chosen = session.choose(arguments)
    if arguments.show_files:
        from corpusfmt.cli.showing import show_files

        return show_files(chosen, texts_of(chosen, settings))
    is_dry = arguments.check or arguments.diff
    texts = texts_of(chosen, settings)
    journal = None
    if not is_dry:
        session.refuse_unwritable(texts, "fmt writes files on the disk only; use --check or --diff")
        journal = journal_for(settings, "fmt", unsafe=arguments.unsafe_fixes)
    task = FormatTask(
        policy=make_policy(settings),
        journal=journal,
        unsafe=arguments.unsafe_fixes,
        shows_patch=arguments.diff,
        name=arguments.stdin_filename,
    )
    with (
        writing(settings, "fmt", () if is_dry else chosen.files),
        _cache(arguments, settings, texts) as cache,
    ):
        return _format_all(_Formatting(task, arguments, texts, cache), chosen)


@contextmanager
def _cache(
    arguments: argparse.Namespace, settings: Settings, texts: Inputs
) -> Iterator[Cache | None]:
    """Provide the cache of a run that only lists what is not canonical."""
    if not arguments.check or arguments.diff:
        yield None
        return
    command = f"fmt, unsafe: {arguments.unsafe_fixes}"
    with cache_for(arguments, settings, texts, command) as cache:
        yield cache


@dataclass(frozen=True, slots=True)
class _Formatting:
    """A run of the command: what is done with each file, the files, and the cache, if any."""

    task: FormatTask
    arguments: argparse.Namespace
    texts: Inputs
    cache: Cache | None

    def results(self) -> Iterator[FormatResult]:
        """Yield the result of each file; those of unchanged files are from the cache."""
        if self.cache is None:
            work = _input_work(self.task, self.texts.files)
            yield from session.go_through_inputs(work, self.texts, self.arguments)
            return
        task = replace(self.task, cache=self.cache.reader)
        jobs = session.jobs_of(self.arguments)
        files = CachedFiles(
            self.cache,
            self.texts.files,
            decode=decode_format_result,
            again=lambda path: format_one(Input(path), task),
            record_of=lambda result: result.record,
            processes=processes_for(len(self.texts.files), jobs),
        )
        work = _input_work(task, self.texts.files)
        known = files.results(lambda paths: session.each_input(work, self.texts.only(paths), jobs))
        paths = self.texts.files
        done = 0
        for item in session.with_progress(
            known, paths, self.arguments, count_done=lambda: files.done
        ):
            if isinstance(item, FormatResult):
                yield item
                done += 1
                continue
            for path in paths[done : done + item.number]:
                yield FormatResult(path, "canonical")
            done += item.number


def _input_work(task: FormatTask, files: Sequence[str]) -> session.InputWork[FormatResult]:
    lost = partial(lost_format, task=task)
    sample = sample_for(task.cache)
    work = session.InputWork(partial(format_one, task=task), lost, sample)
    if task.journal is None:
        return work
    size = 1 if STANDARD_INPUT in files else files_together(len(files))
    return replace(work, writes=True, together=partial(format_all, task=task), size=size)


def _format_all(formatting: _Formatting, chosen: Selection) -> int:
    task, arguments, texts = formatting.task, formatting.arguments, formatting.texts
    to_stderr = task.journal is not None and STANDARD_INPUT in chosen.files
    counts = _Counts(task.journal)
    try:
        with recording(task.journal):
            for result in formatting.results():
                _show(result, names_changed=arguments.check, to_stderr=to_stderr)
                counts.add(result)
    except session.STOPPED as error:
        counts.add_unreported()
        done = session.so_far("read", counts.read, chosen)
        return session.stopped(error, done, [counts.outcome()])
    chosen = session.after_reading(chosen, texts, counts.by_status.total())
    if chosen.files:
        session.summarize("read", counts.read, chosen, [counts.outcome()])
    if counts.guesses:
        files = count(counts.guesses, "file")
        console.remark(
            f"{files} not rewritten because of a guess; --unsafe-fixes accepts the guess"
        )
    if task.journal is not None:
        session.note_uncovered(task.journal, counts.uncovered)
    found = counts.has_findings and not arguments.exit_zero
    return session.code(chosen, found=found, failed=counts.has_failed)


def _show(result: FormatResult, *, names_changed: bool, to_stderr: bool) -> None:
    """Print the result of a file; ``names_changed`` is whether to name files that would change."""
    if result.output is not None:
        console.put_bytes(result.output)
    if result.status == "not read":
        console.note_path(result.path, result.reason)
    if result.status == "not written":
        console.note_path(result.path, f"not written: {file_reason(result.reason)}")
    console.put_diagnostics(result.diagnostics, aside=to_stderr or result.status == "changed")
    if result.patch:
        console.put_patch(result.patch)
    elif result.status == "changed" and names_changed:
        console.put(f"{shown_path(result.path)}: not canonical\n")


class _Counts:
    """How many files a run has formatted, and not formatted, so far.

    ``uncovered`` counts files that were rewritten and that ``corpusfmt undo`` does not restore.
    """

    def __init__(self, journal: Journal | None) -> None:
        self.journal = journal
        self.by_status: Counter[Status] = Counter()
        self.guesses = 0
        self.uncovered = 0

    def add(self, result: FormatResult) -> None:
        self.by_status[result.status] += 1
        self.guesses += result.is_guess
        is_rewritten = result.status == "changed" and result.output is None
        if is_rewritten and self.journal is not None and not self.journal.covers(result.path):
            self.uncovered += 1

    def add_unreported(self) -> None:
        """Count what other processes have rewritten and not reported before the interrupt."""
        if self.journal is not None:
            rewritten = self.journal.written() + self.uncovered
            self.by_status["changed"] = max(self.by_status["changed"], rewritten)

    @property
    def read(self) -> int:
        """The number of files that were read."""
        return self.by_status.total() - self.by_status["not read"]

    @property
    def has_findings(self) -> bool:
        """Whether a file was not rewritten, or would change in a run that writes nothing."""
        would_change = self.journal is None and self.by_status["changed"] > 0
        return self.by_status["not rewritten"] > 0 or would_change

    @property
    def has_failed(self) -> bool:
        """Whether a file was not read or not written."""
        return self.by_status["not read"] + self.by_status["not written"] > 0

    def outcome(self) -> str:
        """Return the numbers in words."""
        parts = []
        if self.read:
            done = "would be rewritten" if self.journal is None else "rewritten"
            parts.append(f"{self.by_status['changed']:,} {done}")
            parts.append(f"{self.by_status['canonical']:,} already canonical")
        undone: tuple[Status, ...] = ("not rewritten", "not written", "not read")
        for status in undone:
            if self.by_status[status]:
                parts.append(f"{self.by_status[status]:,} {status}")
        return ", ".join(parts)
