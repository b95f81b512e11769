"""What the commands print: findings to the standard output, progress and errors to the standard error."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from time import monotonic
from typing import IO, TYPE_CHECKING

from corpusfmt.text.display import count, printable, shown_path

if TYPE_CHECKING:
    from corpusfmt.model.diagnostic import Diagnostic

# The standard library says that these are never None; they are, where the shell has closed them.


class Unprintable(Exception):  # noqa: N818 - named for what is so
    """The standard output takes no more: ``reason`` says why, or is None where whoever read it has gone."""

    def __init__(self, reason: str | None) -> None:
        super().__init__(reason)
        self.reason = reason


def prepare() -> None:
    """Let both streams print any text: what their encoding cannot hold is printed as an escape."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")


def put(text: str) -> None:
    """Print what was asked for; Unprintable where the standard output takes nothing."""
    _progress.wipe()
    if sys.stdout is None:
        raise Unprintable("it is closed")
    try:
        sys.stdout.write(text)
    except OSError as error:
        raise _given_up(error) from error


def put_aside(text: str) -> None:
    """Print on the standard error what would stand on the standard output, if that did not hold articles."""
    if text:
        flush()
        _put_error(text)


def put_bytes(data: bytes) -> None:
    """Print bytes as they are, after what was printed before them."""
    put("")
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
    except OSError as error:
        raise _given_up(error) from error


def flush() -> None:
    """See what was printed on its way; Unprintable where it cannot be."""
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except OSError as error:
        raise _given_up(error) from error


def note(text: str) -> None:
    """Print a summary or an error on the standard error: one line, after all that was printed before it."""
    _progress.wipe()
    flush()
    _put_error(f"corpusfmt: {text}\n")


def note_error(text: str) -> None:
    """Print an error on the standard error, whatever has become of the standard output."""
    _put_error(f"corpusfmt: {text}\n")


def note_path(path: str, reason: str) -> None:
    """Print what could not be done with a path."""
    note(f"{shown_path(path)}: {reason}")


def put_diagnostics(diagnostics: Iterable[Diagnostic], *, aside: bool = False) -> None:
    """Print diagnostics: place, severity, message and rule; the line with a caret; what was expected.

    ``aside`` prints them to the standard error, where the standard output holds the articles themselves.
    """
    for diagnostic in diagnostics:
        told = "\n".join(_lines(diagnostic)) + "\n"
        if aside:
            flush()
            _put_error(told)
        else:
            put(told)


def progress(done: int, total: int) -> None:
    """Show on a terminal how far a run is, if it is a long one."""
    _progress.show(done, total)


def _lines(diagnostic: Diagnostic) -> list[str]:
    place = f"{shown_path(diagnostic.path)}:{diagnostic.line}:{diagnostic.column}"
    pointer = f" at {printable(diagnostic.pointer)}" if diagnostic.pointer else ""
    lines = [f"{place}: {diagnostic.severity}: {printable(diagnostic.message)}{pointer} [{diagnostic.rule}]"]
    if diagnostic.excerpt.strip():
        number = str(diagnostic.line)
        source, _, carets = diagnostic.excerpt.partition("\n")
        lines += [f"  {number} | {source}".rstrip(), f"  {' ' * len(number)} | {carets}"]
    if diagnostic.expected:
        lines.append(f"  expected: {printable(diagnostic.expected)}")
    return lines


def _put_error(text: str) -> None:
    if sys.stderr is not None:
        try:
            sys.stderr.write(text)
            sys.stderr.flush()
        except OSError:  # there is nobody left to tell
            _silence(sys.stderr)


def _given_up(error: OSError) -> Unprintable:
    from corpusfmt.files.read import reason_of

    _silence(sys.stdout)
    return Unprintable(None if isinstance(error, BrokenPipeError) else reason_of(error))


def _silence(stream: IO[str]) -> None:
    """Let what a stream still holds go nowhere: Python would try once more at the end, and complain."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)


class _Progress:
    """A line on a terminal that says how far a run is, and gives way to whatever else is printed."""

    FIRST, EVERY = 1.0, 0.1  # seconds

    def __init__(self) -> None:
        self.due: float | None = None
        self.is_shown = False

    def show(self, done: int, total: int) -> None:
        now = monotonic()
        if self.due is None:
            self.due = now + self.FIRST
        if now >= self.due and sys.stderr is not None and sys.stderr.isatty():
            self.due = now + self.EVERY
            self.is_shown = True
            _put_error(f"\r{done:,} of {count(total, 'file')}")

    def wipe(self) -> None:
        if self.is_shown:
            self.is_shown = False
            _put_error("\r\x1b[K")


_progress = _Progress()
