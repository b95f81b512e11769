"""Show the progress within a large file, in a line on the terminal."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic

from corpusfmt.cli import console
from corpusfmt.cli.pace import Pace
from corpusfmt.cli.run_progress import State
from corpusfmt.syntax.parse_progress import pulse
from corpusfmt.text.annotations import TYPE_CHECKING
from corpusfmt.text.display import count, shown_path

if TYPE_CHECKING:
    from threading import Event


@contextmanager
def ticking(current: Callable[[], State], pace: Pace) -> Iterator[None]:
    """Show the progress within the current file, if it takes long.

    ``current`` returns the state of the run.
    """
    if not console.is_terminal() or console.is_quiet():
        yield
        return
    from threading import Event, Thread

    ended = Event()
    ticker = Thread(target=_tick, args=(current, pace, ended), daemon=True)
    ticker.start()
    try:
        yield
    finally:
        ended.set()
        ticker.join()


def _tick(current: Callable[[], State], pace: Pace, ended: Event) -> None:
    seen, since = -1, monotonic()
    while not ended.wait(pace.file_every):
        done, total, path = current()
        now = monotonic()
        if done != seen:
            seen, since = done, now
        elif now - since >= pace.file_after and path:
            console.show_progress(describe(done, total or 1, path, now - since))


def describe(done: int, total: int, path: str, seconds: float) -> str:
    """Return the line: the file, the phase, how much of it is done, and for how long."""
    name = shown_path(os.path.basename(path))
    files = "" if total == 1 else f"{done:,} of {count(total, 'file')}, "
    phase = pulse.phase or "reading"
    size = _size(path)
    amount = f" {_megabytes(int(size * pulse.share))} of {_megabytes(size)} MB" if size else ""
    return f"{files}{name}: {phase}{amount}, {seconds:.0f} s"


def _size(path: str) -> int:
    try:
        return os.path.getsize(path)
    except (OSError, ValueError):
        return 0


def _megabytes(size: int) -> str:
    return f"{size / 1e6:.1f}" if size < 10e6 else f"{size / 1e6:.0f}"
