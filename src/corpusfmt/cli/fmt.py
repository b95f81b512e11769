"""``corpusfmt fmt``: every file made canonical, or left alone and the reason told."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import partial

from corpusfmt.cli import console, session
from corpusfmt.config.policy import Policy, make_policy
from corpusfmt.files.diff import make_patch
from corpusfmt.files.discovery import STANDARD_INPUT, Selection
from corpusfmt.files.read import FileProblem, read_bytes
from corpusfmt.files.write import write_atomically
from corpusfmt.lint.checker import blocking
from corpusfmt.lint.context import Subject
from corpusfmt.model.diagnostic import Diagnostic
from corpusfmt.syntax.roundtrip import RoundTripError, write_reading
from corpusfmt.text.display import count, shown_path

DESCRIPTION = """Make articles canonical. Before a file is written it is proved that the same document is read from its
canonical text; it is then replaced in one step and keeps its mode. A file that cannot be kept whole, because it is not
UTF-8 or holds control characters, is left alone and reported. So is one whose reading holds a guess, such as a date
that could be two days: canonical text would make the guess permanent. --unsafe-fixes rewrites it all the same.
Symbolic links and read-only files are never written. With - the text goes to the standard output, unchanged if it is
left alone, and findings to the standard error."""
EXAMPLES = """examples:
  corpusfmt fmt corpus/                 rewrite what is not canonical
  corpusfmt fmt --check corpus/         only say which files would change (exit code 1 if any)
  corpusfmt fmt --diff page.txt         show the change as a patch, write nothing (exit code 1 if any)
  corpusfmt fmt --unsafe-fixes page.txt make the guesses of its reading permanent
  cat page.txt | corpusfmt fmt -        from the standard input to the standard output
"""


def add(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    session.add_inputs(parser)
    parser.add_argument("--check", action="store_true", help="write nothing; say which files are not canonical")
    parser.add_argument("--diff", action="store_true", help="write nothing; show what would change")
    parser.add_argument(
        "--unsafe-fixes",
        action="store_true",
        help="rewrite files whose reading holds a guess, too, and make it permanent",
    )


@dataclass(frozen=True, slots=True)
class Formatted:
    """What became of a file: its change as a patch, or why it was left alone or could not be read or written."""

    path: str
    changed: bool = False
    diff: bytes = b""
    refused: tuple[Diagnostic, ...] = ()
    failed: str | None = None
    output: bytes | None = None  # for the standard output
    is_guessed: bool = False  # left alone because of a guess


@dataclass(frozen=True, slots=True)
class _Task:
    """What is done with each file."""

    policy: Policy
    writes: bool
    unsafe: bool
    diff: bool
    name: str


def run(arguments: argparse.Namespace) -> int:
    """Format, say what was done, and return the exit code."""
    settings, chosen = session.choose(arguments)
    dry = arguments.check or arguments.diff
    task = _Task(make_policy(settings), not dry, arguments.unsafe_fixes, arguments.diff, arguments.stdin_filename)
    with session.writing(settings, "fmt", () if dry else chosen.files):
        return _format_all(task, arguments, chosen)


def _format_all(task: _Task, arguments: argparse.Namespace, chosen: Selection) -> int:
    dry = not task.writes
    work = partial(_format_file, task=task)
    tally = _Tally(dry)
    try:
        for result in session.go_through(work, chosen.files, arguments):
            _tell(result, arguments.check, aside=not dry and STANDARD_INPUT in chosen.files)
            tally.add(result)
    except session.STOPPED as problem:
        others = "" if dry else "; others may be rewritten too, each as a whole"
        return session.stopped(problem, session.so_far("read", tally.read, chosen), f"{tally}{others}")
    if chosen.files:
        console.note(session.summary("read", tally.read, chosen, str(tally)))
    if tally.guessed:
        files = count(tally.guessed, "file")
        console.note(f"{files} left alone because of a guess; --unsafe-fixes makes it permanent")
    return session.code(chosen, found=tally.found, failed=tally.failed > 0)


def _tell(result: Formatted, check: bool, aside: bool) -> None:
    if result.output is not None:
        console.put_bytes(result.output)
    if result.failed is not None:
        console.note_path(result.path, result.failed)
    console.put_diagnostics(result.refused, aside=aside)
    if result.diff:
        console.put_bytes(result.diff)
    elif result.changed and check:
        console.put(f"{shown_path(result.path)}: not canonical\n")


class _Tally:
    """What a run has done so far."""

    def __init__(self, dry: bool) -> None:
        self.done = "would be rewritten" if dry else "rewritten"
        self.dry = dry
        self.changed = self.canonical = self.refused = self.guessed = self.failed = 0

    def add(self, result: Formatted) -> None:
        self.failed += result.failed is not None
        self.refused += bool(result.refused)
        self.guessed += result.is_guessed
        self.changed += result.changed
        self.canonical += not (result.failed or result.refused or result.changed)

    @property
    def read(self) -> int:
        return self.changed + self.canonical + self.refused

    @property
    def found(self) -> bool:
        return bool(self.refused or (self.dry and self.changed))

    def __str__(self) -> str:
        parts = [f"{self.changed:,} {self.done}", f"{self.canonical:,} canonical already"] if self.read else []
        parts += [f"{self.refused:,} left alone"] if self.refused else []
        parts += [f"{self.failed:,} could not be read or written"] if self.failed else []
        return ", ".join(parts)


def _format_file(path: str, task: _Task) -> Formatted:
    piped = path == STANDARD_INPUT
    shown = task.name if piped else path
    try:
        data = session.read_standard_input() if piped else read_bytes(path)
        result, canonical = _format(data, shown, task)
        if piped and task.writes:
            return replace(result, output=canonical)
        if result.changed and task.writes:
            write_atomically(path, canonical)
        if task.diff and result.changed:
            return replace(result, diff=make_patch(data, canonical, shown))
        return result
    except FileProblem as problem:
        return Formatted(shown, failed=problem.reason)
    except Exception as error:
        return Formatted(shown, failed=session.crash(error))


def _format(data: bytes, name: str, task: _Task) -> tuple[Formatted, bytes]:
    """Return what becomes of the bytes of a file, and the bytes it should have: its own, if it is left alone."""
    subject = Subject(data, name)
    refused = blocking(subject, task.policy, "always")
    if refused:
        first_of_each = {diagnostic.rule: diagnostic for diagnostic in reversed(refused)}
        return Formatted(name, refused=_left_alone(reversed(first_of_each.values()))), data
    try:
        canonical = write_reading(subject.reading).encode()
    except RoundTripError as fault:
        return Formatted(name, failed=f"left alone: {fault.reason}"), data
    # A canonical text stays as it is, so no guess in its reading becomes more certain than it was.
    guesses = () if canonical == data or task.unsafe else blocking(subject, task.policy, "guess")
    if guesses:
        return Formatted(name, refused=_left_alone(guesses), is_guessed=True), data
    return Formatted(name, canonical != data), canonical


def _left_alone(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    return tuple(replace(diagnostic, message=f"left alone: {diagnostic.message}") for diagnostic in diagnostics)
