"""How often a run shows, and keeps, what it has done."""

from __future__ import annotations

from corpusfmt.text.annotations import TYPE_CHECKING
from corpusfmt.text.values import dataclass

if TYPE_CHECKING:
    from typing import Final


@dataclass(frozen=True, slots=True)
class Pace:
    """Times in seconds.

    The progress of a run is shown on a terminal after ``bar_after``, and then every ``bar_every``;
    elsewhere every ``line_every``. The progress within a file is shown if it takes longer than
    ``file_after``, and then every ``file_every``. A kill of ``clean`` costs the work of ``kept`` at
    most.
    """

    bar_after: float = 1.0
    bar_every: float = 0.2
    line_every: float = 30.0
    file_after: float = 1.0
    file_every: float = 0.25
    kept: float = 2.0


PACE: Final = Pace()
"""The pace of the commands."""
