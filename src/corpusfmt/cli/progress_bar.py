"""The bar of the progress, which rich draws; rich is imported only when the bar is shown."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from io import StringIO
from shutil import get_terminal_size
from time import monotonic

from corpusfmt.cli import console

_BAR = 24
"""The width of the bar in characters."""

_STYLES = ("default", "cyan", "green")


class _Stream(StringIO):
    """A text in the encoding of the standard error, which may not have the characters of a bar."""

    @property
    def encoding(self) -> str:  # type: ignore[override]
        return getattr(sys.stderr, "encoding", None) or "ascii"


def draw(share: float | None, words: Sequence[str], folder: str) -> str:
    """Return one line with the bar, the words and the end of the folder, as the terminal has room.

    ``share`` is how much is done, from 0 to 1, or None if that is not known.
    """
    from rich.console import Console
    from rich.progress_bar import ProgressBar
    from rich.segment import Segment, Segments
    from rich.text import Text

    width = max(10, get_terminal_size().columns - 1)
    colour = console.wants_colour(is_terminal=True)
    stream = _Stream()
    screen = Console(
        file=stream,
        force_terminal=True,
        width=width,
        color_system="standard" if colour else None,
        legacy_windows=False,
        highlight=False,
        markup=False,
    )
    line = Text(no_wrap=True, overflow="crop")
    for word, style in zip(words, _STYLES, strict=True):
        if word:
            line.append(f"  {word}", style)
    room = width - _BAR - line.cell_len - 2
    if folder and room >= 8:
        line.append(f"  {_last(folder, room)}", "dim")
    if width >= _BAR + line.cell_len:
        total = None if share is None else 1.0
        pulse_at = monotonic() if share is None else None
        bar = ProgressBar(total, share or 0.0, width=_BAR, animation_time=pulse_at)
        lines = screen.render_lines(bar, screen.options.update(max_width=_BAR))
        segments = lines[0] if lines else [Segment(" " * _BAR)]  # an empty bar without colours
        screen.print(Segments(segments), end="")
        line.truncate(width - _BAR)
    else:
        line.truncate(width)
    screen.print(line, end="", soft_wrap=True)
    return stream.getvalue().replace("\n", "")


def _last(text: str, width: int) -> str:
    """Return the end of a text that has room in so many cells."""
    from rich.cells import cell_len

    if cell_len(text) <= width:
        return text
    while cell_len(text) > width - 1:
        text = text[1:]
    return f"…{text}"
