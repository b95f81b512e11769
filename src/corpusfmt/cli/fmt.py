"""``corpusfmt fmt``: every file made canonical, or left alone and the reason told."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from corpusfmt.cli import console, options, session
from corpusfmt.cli.showing import show_files
from corpusfmt.config.policy import make_policy
from corpusfmt.files.diff import make_patch
from corpusfmt.files.discovery import Selection
from corpusfmt.files.read import (
    STANDARD_INPUT,
    FileError,
    file_reason,
    read_bytes,
    read_standard_input,
)
from corpusfmt.lint.checker import Checker
from corpusfmt.lint.context import Context
from corpusfmt.lint.policy import Policy
from corpusfmt.model.diagnostic import Diagnostic
from corpusfmt.run.crash import crash
from corpusfmt.run.writing import journal_for, writing
from corpusfmt.syntax.roundtrip import Unfaithful, format_whole
from corpusfmt.text.display import count, shown_path

if TYPE_CHECKING:
    from corpusfmt.project.undo_journal import Journal

DESCRIPTION = """Rewrite articles as canonical text.

Before a file is written it is proved that the same document is read from its
canonical text; it is then replaced in one step and keeps its mode. “corpusfmt undo” puts back what was in it.

A file that cannot be kept whole, because it is not UTF-8 or holds control characters, is left alone and reported. So is
one whose reading holds a guess, such as a date that could be two days: canonical text would make the guess permanent.
--unsafe-fixes rewrites it all the same. Symbolic links and read-only files are never written, nor is a file that
changes while it is being processed. With - the text goes to the standard output, unchanged if it is left alone, and
findings to the standard error."""
EXAMPLES = """examples:
  corpusfmt fmt corpus/                 rewrite what is not canonical
  corpusfmt fmt --check corpus/         only say which files would change (exit code 1 if any)
  corpusfmt fmt --diff page.txt         show the change as a patch, write nothing (exit code 1 if any)
  corpusfmt fmt --unsafe-fixes page.txt make the guesses of its reading permanent
  cat page.txt | corpusfmt fmt -        from the standard input to the standard output
"""


def add(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    options.add_inputs(parser)
    parser.add_argument(
        "--check", action="store_true", help="write nothing; say which files are not canonical"
    )
    parser.add_argument("--diff", action="store_true", help="write nothing; show what would change")
    parser.add_argument(
        "--unsafe-fixes",
        action="store_true",
        help="rewrite files whose reading holds a guess, too, and make it permanent",
    )
    parser.add_argument(
        "--exit-zero",
        action="store_true",
        help="end with 0 where files are left alone or would be rewritten",
    )


@dataclass(frozen=True, slots=True)
class Formatted:
    """What became of a file: its change as a patch, or why it was left alone, not read or not written."""

    path: str
    changed: bool = False
    diff: bytes = b""
    refused: tuple[Diagnostic, ...] = ()
    unread: str | None = None
    unwritten: str | None = None
    output: bytes | None = None  # for the standard output
    is_guessed: bool = False  # left alone because of a guess


@dataclass(frozen=True, slots=True)
class _Task:
    """What is done with each file."""

    policy: Policy
    journal: Journal | None  # where something is written
    unsafe: bool
    diff: bool
    name: str


def run(arguments: argparse.Namespace) -> int:
    """Format, say what was done, and return the exit code."""
    settings, chosen = session.choose(arguments)
    if arguments.show_files:
        return show_files(chosen)
    dry = arguments.check or arguments.diff
    task = _Task(
        make_policy(settings),
        None
        if dry
        else journal_for(settings, "fmt --unsafe-fixes" if arguments.unsafe_fixes else "fmt"),
        arguments.unsafe_fixes,
        arguments.diff,
        arguments.stdin_filename,
    )
    with writing(settings, "fmt", () if dry else chosen.files):
        return _format_all(task, arguments, chosen)


def _format_all(task: _Task, arguments: argparse.Namespace, chosen: Selection) -> int:
    dry = task.journal is None
    work = partial(_format_file, task=task)
    tally = _Tally(task.journal)
    is_complete = False
    try:
        for result in session.go_through(work, chosen.files, arguments):
            _tell(result, arguments.check, aside=not dry and STANDARD_INPUT in chosen.files)
            tally.add(result)
        is_complete = True
    except session.STOPPED as problem:
        tally.add_unreported()
        return session.stopped(problem, session.so_far("read", tally.read, chosen), str(tally))
    finally:
        if task.journal is not None:
            task.journal.end(complete=is_complete)
    if chosen.files:
        console.remark(session.summary("read", tally.read, chosen, str(tally)))
    if tally.guessed:
        files = count(tally.guessed, "file")
        console.remark(f"{files} left alone because of a guess; --unsafe-fixes makes it permanent")
    if task.journal is not None:
        session.note_uncovered(task.journal, tally.uncovered)
    found = tally.found and not arguments.exit_zero
    return session.code(chosen, found=found, failed=tally.unread + tally.unwritten > 0)


def _tell(result: Formatted, check: bool, aside: bool) -> None:
    if result.output is not None:
        console.put_bytes(result.output)
    if result.unread is not None:
        console.note_path(result.path, result.unread)
    if result.unwritten is not None:
        console.note_path(result.path, f"not written: {file_reason(result.unwritten)}")
    console.put_diagnostics(result.refused, aside=aside)
    if result.diff:
        console.put_patch(result.diff)
    elif result.changed and check:
        console.put(f"{shown_path(result.path)}: not canonical\n")


class _Tally:
    """What a run has done so far."""

    def __init__(self, journal: Journal | None) -> None:
        self.journal = journal
        self.dry = journal is None
        self.done = "would be rewritten" if self.dry else "rewritten"
        self.changed = self.canonical = self.refused = self.guessed = self.unread = (
            self.unwritten
        ) = 0
        self.uncovered = 0
        """How many files were rewritten outside of what the journal covers."""

    def add(self, result: Formatted) -> None:
        self.unread += result.unread is not None
        self.unwritten += result.unwritten is not None
        self.refused += bool(result.refused)
        self.guessed += result.is_guessed
        self.changed += result.changed
        is_left = result.unread or result.unwritten or result.refused
        self.canonical += not (is_left or result.changed)
        if result.changed and result.output is None and self.journal is not None:
            self.uncovered += not self.journal.covers(result.path)

    def add_unreported(self) -> None:
        """Count what was rewritten when the run was stopped, and has not been reported by its process."""
        if self.journal is not None:
            self.changed = max(self.changed, self.journal.written() + self.uncovered)

    @property
    def read(self) -> int:
        return self.changed + self.canonical + self.refused + self.unwritten

    @property
    def found(self) -> bool:
        return bool(self.refused or (self.dry and self.changed))

    def __str__(self) -> str:
        parts = (
            [f"{self.changed:,} {self.done}", f"{self.canonical:,} canonical already"]
            if self.read
            else []
        )
        parts += [f"{self.refused:,} left alone"] if self.refused else []
        parts += [f"{self.unwritten:,} not written"] if self.unwritten else []
        parts += [f"{self.unread:,} not read"] if self.unread else []
        return ", ".join(parts)


def _format_file(path: str, task: _Task) -> Formatted:
    piped = path == STANDARD_INPUT
    shown = task.name if piped else path
    try:
        data = read_standard_input() if piped else read_bytes(path)
        result, canonical = _format(data, shown, task)
        if piped and task.journal is not None:
            return replace(result, output=canonical)
        if result.changed and task.journal is not None:
            return _write(task.journal, path, data, canonical)
        if task.diff and result.changed:
            return replace(result, diff=make_patch(data, canonical, shown))
        return result
    except FileError as problem:
        return Formatted(shown, unread=problem.reason)
    except Exception as error:
        return Formatted(shown, unwritten=crash(error))


def _write(journal: Journal, path: str, before: bytes, after: bytes) -> Formatted:
    try:
        journal.write(path, before, after)
    except FileError as problem:
        return Formatted(path, unwritten=problem.reason)
    return Formatted(path, changed=True)


def _format(data: bytes, name: str, task: _Task) -> tuple[Formatted, bytes]:
    """Return what becomes of the bytes of a file, and the bytes it should have: its own, if it is left alone."""
    context, checker = Context(data, name), Checker(task.policy)
    refused = checker.find_blocking(context, "always")
    if refused:
        first_of_each = {diagnostic.rule: diagnostic for diagnostic in reversed(refused)}
        return Formatted(name, refused=_left_alone(reversed(first_of_each.values()))), data
    try:
        canonical = format_whole(context.text, task.policy.date_orders).encode()
    except Unfaithful as fault:
        return Formatted(name, unwritten=fault.reason), data
    # A canonical text stays as it is, so no guess in its reading becomes more certain than it was.
    guesses = () if canonical == data or task.unsafe else checker.find_blocking(context, "guess")
    if guesses:
        return Formatted(name, refused=_left_alone(guesses), is_guessed=True), data
    return Formatted(name, canonical != data), canonical


def _left_alone(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    return tuple(
        replace(diagnostic, message=f"left alone: {diagnostic.message}")
        for diagnostic in diagnostics
    )
