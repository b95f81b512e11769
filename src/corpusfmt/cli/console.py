"""What the commands print: findings to the standard output, progress and errors to the standard error."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from time import monotonic
from typing import IO, TYPE_CHECKING

from corpusfmt.report.diagnostic_text import diagnostic_lines
from corpusfmt.report.workflow import fenced, harmless, is_watched
from corpusfmt.text.display import count, shown_path

if TYPE_CHECKING:
    from corpusfmt.model.diagnostic import Diagnostic

# The standard library says that these are never None; they are, where the shell has closed them.


class OutputError(Exception):
    """The standard output takes no more: ``reason`` says why, or is None where whoever read it has gone."""

    def __init__(self, reason: str | None) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(slots=True)
class _Manner:
    """How much is printed, and whether in colours: auto, always or never."""

    quiet: bool = False
    verbose: bool = False
    color: str = "auto"


_manner = _Manner()


def configure(*, quiet: bool = False, verbose: bool = False, color: str = "auto") -> None:
    """Set how much is printed, and whether in colours."""
    _manner.quiet, _manner.verbose, _manner.color = quiet, verbose, color


def is_quiet() -> bool:
    """Return whether only findings and errors are printed."""
    return _manner.quiet


def wants_colour(*, is_terminal: bool) -> bool:
    """Return whether to print colours: --color decides, then NO_COLOR, FORCE_COLOR, and the terminal.

    A variable that is empty is not set (https://no-color.org, https://force-color.org).
    """
    if _manner.color != "auto":
        return _manner.color == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return is_terminal and os.environ.get("TERM") != "dumb"


def prepare() -> None:
    """Let both streams print any text: what their encoding cannot hold is printed as an escape."""
    configure()
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")


def put(text: str, *, commands: bool = False) -> None:
    """Print on the standard output; raise OutputError where it takes nothing.

    In a CI job, no line is printed that would be a command there, unless it is meant as one.
    """
    if text and not commands and is_watched():
        text = harmless(text)
    _put(text)


def _put(text: str) -> None:
    _progress.wipe()
    if sys.stdout is None:
        raise OutputError("it is closed")
    try:
        sys.stdout.write(text)
    except OSError as error:
        raise _given_up(error) from error


def put_aside(text: str) -> None:
    """Print on the standard error what would stand on the standard output, if that did not hold articles."""
    if text:
        flush()
        _put_error(text)


def put_patch(data: bytes) -> None:
    """Print a patch; in the log of a CI job, none of its lines is a command."""
    put_bytes(fenced(data) if is_watched() and not _is_redirected() else data)


def _is_redirected() -> bool:
    """Whether the standard output is a file, which no CI job reads as its log."""
    try:
        return sys.stdout is not None and stat.S_ISREG(os.fstat(sys.stdout.fileno()).st_mode)
    except (OSError, ValueError):
        return False


def put_bytes(data: bytes) -> None:
    """Print bytes as they are, after what was printed before them."""
    put("")
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
    except OSError as error:
        raise _given_up(error) from error


def flush() -> None:
    """See what was printed on its way; OutputError where it cannot be."""
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


def remark(text: str) -> None:
    """Print a summary, as `note` does, unless only findings and errors are requested."""
    if not _manner.quiet:
        note(text)


def explain_path(path: str, reason: str) -> None:
    """Print what was done with a path, where details are requested."""
    if _manner.verbose:
        note_path(path, reason)


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
        stream = sys.stderr if aside else sys.stdout
        colour = wants_colour(is_terminal=stream is not None and stream.isatty())
        lines = diagnostic_lines(diagnostic, colour=colour, with_fix=False)
        told = "\n".join(lines) + "\n"
        if aside:
            flush()
            _put_error(told)
        else:
            put(told)


def progress(done: int, total: int) -> None:
    """Show on a terminal how far a run is, if it is a long one."""
    if not _manner.quiet:
        _progress.show(done, total)


def show_progress(text: str) -> None:
    """Show a line on the terminal that the next one, or whatever else is printed, replaces."""
    _progress.show_line(text)


def _put_error(text: str) -> None:
    if is_watched():
        text = harmless(text)
    if sys.stderr is not None:
        try:
            sys.stderr.write(text)
            sys.stderr.flush()
        except OSError:  # there is nobody left to tell
            _silence(sys.stderr)


def _given_up(error: OSError) -> OutputError:
    from corpusfmt.files.read import reason_of

    _silence(sys.stdout)
    return OutputError(None if isinstance(error, BrokenPipeError) else reason_of(error))


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
            self.show_line(f"{done:,} of {count(total, 'file')}")

    def show_line(self, text: str) -> None:
        self.is_shown = True
        _put_error(f"\r\x1b[K{_cut(text)}")

    def wipe(self) -> None:
        if self.is_shown:
            self.is_shown = False
            _put_error("\r\x1b[K")


def _cut(text: str) -> str:
    """The text in one line of the terminal."""
    from shutil import get_terminal_size

    width = max(20, get_terminal_size().columns - 1)
    return text if len(text) <= width else "…" + text[1 - width :]


_progress = _Progress()
