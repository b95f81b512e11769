"""Print findings to the standard output, and progress and errors to the standard error."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from time import monotonic

from corpusfmt.report.diagnostic_text import diagnostic_lines
from corpusfmt.report.workflow import fenced, harmless, is_watched
from corpusfmt.run.crash import CRASH
from corpusfmt.text.annotations import TYPE_CHECKING
from corpusfmt.text.display import printable, shown_path
from corpusfmt.text.values import dataclass

if TYPE_CHECKING:
    from typing import IO

    from corpusfmt.model.diagnostic import Diagnostic

# ``sys.stdout`` and ``sys.stderr`` are None where the shell has closed them; their types do not
# say so.


class OutputError(Exception):
    """The standard output cannot be written: ``reason`` is why, None for a closed pipe."""

    def __init__(self, reason: str | None) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(slots=True)
class _Options:
    """How much is printed, and whether in colour: auto, always or never."""

    quiet: bool = False
    verbose: bool = False
    color: str = "auto"
    is_watched: bool = False
    """Whether the output is searched for commands, as it is in some CI jobs."""


_options = _Options()

_SHOWN_CRASHES = 10

_crashes: dict[str, int] = {}
"""How many paths have each internal error."""


def configure(*, quiet: bool = False, verbose: bool = False, color: str = "auto") -> None:
    """Set how much is printed, and whether in colour."""
    _options.quiet, _options.verbose, _options.color = quiet, verbose, color


def is_quiet() -> bool:
    """Return whether only findings and errors are printed."""
    return _options.quiet


def wants_colour(*, is_terminal: bool) -> bool:
    """Return whether to print colours: by --color, NO_COLOR, FORCE_COLOR, and the terminal.

    A variable that is empty is not set (https://no-color.org, https://force-color.org).
    """
    if _options.color != "auto":
        return _options.color == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return is_terminal and os.environ.get("TERM") != "dumb"


def prepare() -> None:
    """Begin a run: nothing is shown yet; both streams escape characters not in their encoding."""
    configure()
    _crashes.clear()
    _options.is_watched = is_watched()
    _progress.is_shown = False
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")


def put(text: str, *, commands: bool = False) -> None:
    """Print on the standard output; raise OutputError where that fails.

    In a CI job, lines that would be commands there are changed, unless ``commands`` is set.
    """
    if text and not commands and _options.is_watched:
        text = harmless(text)
    _put(text)


def _put(text: str) -> None:
    _progress.wipe()
    if sys.stdout is None:
        raise OutputError("it is closed")
    try:
        sys.stdout.write(text)
    except OSError as error:
        raise _output_error(error) from error


def put_aside(text: str) -> None:
    """Print findings on the standard error, where the standard output holds articles."""
    if text:
        flush()
        _put_error(text)


def put_patch(data: bytes) -> None:
    """Print a patch; in the log of a CI job, no line of it is executed as a command."""
    put_bytes(fenced(data) if is_watched() and not _is_redirected() else data)


def _is_redirected() -> bool:
    """Return whether the standard output is a file, and so not the log of a CI job."""
    try:
        return sys.stdout is not None and stat.S_ISREG(os.fstat(sys.stdout.fileno()).st_mode)
    except (OSError, ValueError):
        return False


def put_bytes(data: bytes) -> None:
    """Print bytes unchanged."""
    put("")
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
    except OSError as error:
        raise _output_error(error) from error


def flush() -> None:
    """Flush the standard output; raise OutputError where that fails."""
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except OSError as error:
        raise _output_error(error) from error


def note(text: str) -> None:
    """Print a summary or an error on the standard error, in one line."""
    _progress.wipe()
    flush()
    _put_error(f"corpusfmt: {text}\n")


def remark(text: str) -> None:
    """Print a summary, as `note` does, unless --quiet is given."""
    if not _options.quiet:
        note(text)


def explain_path(path: str, reason: str) -> None:
    """Print what was done with a path, if --verbose is given."""
    if _options.verbose:
        note_path(path, reason)


def explain(text: str) -> None:
    """Print what was done, if --verbose is given."""
    if _options.verbose:
        note(printable(text))


@contextmanager
def timed(what: str) -> Iterator[None]:
    """Print how long something has taken, if --verbose is given."""
    started = monotonic()
    yield
    explain(f"{what} took {monotonic() - started:.2f} s")


def note_error(text: str) -> None:
    """Print an error on the standard error, even if the standard output cannot be written."""
    _put_error(f"corpusfmt: {text}\n")


def note_path(path: str, reason: str) -> None:
    """Print an error about a path; of paths with the same internal error, only the first ten."""
    if CRASH in reason and not _options.verbose:
        _crashes[reason] = _crashes.get(reason, 0) + 1
        if _crashes[reason] > _SHOWN_CRASHES:
            return
    note(f"{shown_path(path)}: {reason}")


def note_more_crashes() -> None:
    """Print how many paths have an internal error that was not printed for them."""
    for reason, number in _crashes.items():
        if number > _SHOWN_CRASHES:
            note(f"{number - _SHOWN_CRASHES:,} more paths: {reason}")
    _crashes.clear()


def put_diagnostics(diagnostics: Iterable[Diagnostic], *, aside: bool = False) -> None:
    """Print diagnostics, without their fixes.

    ``aside`` prints them to the standard error, where the standard output holds articles.
    """
    for diagnostic in diagnostics:
        stream = sys.stderr if aside else sys.stdout
        colour = wants_colour(is_terminal=stream is not None and stream.isatty())
        lines = diagnostic_lines(diagnostic, colour=colour, with_fix=False)
        text = "\n".join(lines) + "\n"
        if aside:
            flush()
            _put_error(text)
        else:
            put(text)


def show_progress(text: str) -> None:
    """Show a line on the terminal, cut to its width, which the next output replaces."""
    _progress.show(cut(text))


def show_drawn(line: str) -> None:
    """Show a line on the terminal, which fits and may have colours; the next output replaces it."""
    _progress.show(line)


def is_terminal() -> bool:
    """Return whether a line can be shown on the standard error and replaced, as on a terminal."""
    is_log = is_watched() or os.environ.get("CI", "").lower() not in ("", "0", "false")
    if is_log or os.environ.get("TERM") == "dumb":
        return False
    return sys.stderr is not None and sys.stderr.isatty()


def _put_error(text: str) -> None:
    if is_watched():
        text = harmless(text)
    if sys.stderr is not None:
        try:
            sys.stderr.write(text)
            sys.stderr.flush()
        except OSError:  # nobody reads it
            _silence(sys.stderr)


def _output_error(error: OSError) -> OutputError:
    from corpusfmt.files.read import reason_of

    _silence(sys.stdout)
    return OutputError(None if isinstance(error, BrokenPipeError) else reason_of(error))


def _silence(stream: IO[str]) -> None:
    """Discard what a stream still holds: Python would try to write it at exit, and complain."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)


class _Progress:
    """A line on a terminal with the progress of a run, which other output replaces."""

    def __init__(self) -> None:
        self.is_shown = False

    def show(self, line: str) -> None:
        self.is_shown = True
        _put_error(f"\r\x1b[K{line}")

    def wipe(self) -> None:
        if self.is_shown:
            self.is_shown = False
            _put_error("\r\x1b[K")


def cut(text: str) -> str:
    """Return the end of a text that fits in one line of the terminal."""
    from shutil import get_terminal_size

    width = max(20, get_terminal_size().columns - 1)
    return text if len(text) <= width else "…" + text[1 - width :]


_progress = _Progress()
