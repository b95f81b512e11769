"""Show the progress of a run over many files: a bar on a terminal, else a line now and then."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable
from time import monotonic

from corpusfmt.cli import console
from corpusfmt.cli.pace import PACE, Pace
from corpusfmt.text.display import count, shown_path
from corpusfmt.text.named_tuples import NamedTuple

_WINDOW = 30.0
"""Over how many seconds the rate is measured."""


class State(NamedTuple):
    """How many files are done, of how many if that is known, and the path of the current one."""

    done: int
    total: int | None
    path: str


class Progress(NamedTuple):
    """What is shown: the numbers of files, files per second, seconds left, and the folder."""

    done: int
    total: int | None
    rate: float
    left: float | None
    folder: str


class RunProgress:
    """Shows the progress of a run; ``current`` returns its state, ``clock`` seconds."""

    def __init__(
        self,
        current: Callable[[], State],
        pace: Pace = PACE,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        now = clock()
        self._current = current
        self._clock = clock
        self._is_terminal = console.is_terminal()
        self._every = pace.bar_every if self._is_terminal else pace.line_every
        self._due = now + (pace.bar_after if self._is_terminal else pace.line_every)
        self._seen = deque([(now, 0)])
        if console.is_quiet():
            self._due = float("inf")

    def update(self) -> None:
        """Show the progress, if it is time to."""
        now = self._clock()
        if now < self._due:
            return
        self._due = now + self._every
        progress = self._measure(now, self._current())
        if self._is_terminal:
            console.show_drawn(_draw(progress))
        else:
            console.note(describe(progress._replace(folder="")))

    def _measure(self, now: float, state: State) -> Progress:
        since, before = self._seen[0]
        rate = max(0.0, (state.done - before) / (now - since))
        self._seen.append((now, state.done))
        while len(self._seen) > 2 and now - self._seen[0][0] > _WINDOW:
            self._seen.popleft()
        left = None
        if rate and state.total is not None:
            left = max(0, state.total - state.done) / rate
        return Progress(state.done, state.total, rate, left, os.path.dirname(state.path))


class StageProgress:
    """Shows for how long a part of a run takes that works on all files together."""

    def __init__(
        self, what: str, pace: Pace = PACE, clock: Callable[[], float] = monotonic
    ) -> None:
        self._what = what
        self._clock = clock
        self._started = clock()
        self._is_terminal = console.is_terminal()
        self._every = pace.bar_every if self._is_terminal else pace.line_every
        after = pace.bar_after if self._is_terminal else pace.line_every
        self._due = float("inf") if console.is_quiet() else self._started + after

    def update(self) -> None:
        """Show the progress, if it is time to."""
        now = self._clock()
        if now < self._due:
            return
        self._due = now + self._every
        line = f"{self._what}, for {_duration(now - self._started)} so far"
        if self._is_terminal:
            console.show_drawn(console.cut(line))
        else:
            console.note(line)


def describe(progress: Progress) -> str:
    """Return the progress in words."""
    return ", ".join(filter(None, (*words(progress), _shown(progress.folder))))


def words(progress: Progress) -> tuple[str, str, str]:
    """Return in words how many files are done, how many a second, and how long it takes."""
    if progress.total is None:
        done = count(progress.done, "file")
    else:
        done = f"{progress.done:,} of {count(progress.total, 'file')}"
    rate = ""
    if progress.rate:
        digits = 0 if progress.rate >= 10 else 1
        rate = f"{progress.rate:,.{digits}f} files/s"
    left = "" if progress.left is None else f"{_duration(progress.left)} left"
    return done, rate, left


def _duration(seconds: float) -> str:
    if seconds < 90:
        return f"{seconds:.0f} s"
    if seconds < 90 * 60:
        return f"{seconds / 60:.0f} min"
    return f"{seconds / 3600:.1f} h"


def _draw(progress: Progress) -> str:
    """Return the line for the terminal, with a bar if rich is installed."""
    from corpusfmt.cli.progress_bar import draw

    share = None if progress.total is None else progress.done / max(1, progress.total)
    try:
        return draw(share, words(progress), _shown(progress.folder))
    except ImportError:
        return console.cut(describe(progress))


def _shown(folder: str) -> str:
    return shown_path(folder) if folder else ""
