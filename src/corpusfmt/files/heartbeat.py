"""What is called now and then while a run waits for its processes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

SECONDS = 0.25


class Heartbeat:
    """Calls a function while this process waits; without one, it waits without a break."""

    def __init__(self) -> None:
        self._function: Callable[[], object] | None = None

    @property
    def seconds(self) -> float | None:
        """How long to wait until the next beat, or None."""
        return None if self._function is None else SECONDS

    def beat(self) -> None:
        """Call the function."""
        if self._function is not None:
            self._function()

    @contextmanager
    def calling(self, function: Callable[[], object]) -> Iterator[None]:
        """Call this function meanwhile."""
        before, self._function = self._function, function
        try:
            yield
        finally:
            self._function = before


HEARTBEAT = Heartbeat()
"""The one of this process, as there is one terminal."""
