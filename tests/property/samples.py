"""Values of strategies as they are drawn, without what the engine of hypothesis makes of them.

A test of hypothesis repeats parts of the values that it has drawn, and looks for values that differ
from those before. It hunts errors so, and costs more than drawing. Whether a strategy reaches
something is a question about what it draws.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis.internal.conjecture.providers import AVAILABLE_PROVIDERS, HypothesisProvider


class DrawingProvider(HypothesisProvider):
    """Draw as hypothesis does; it searches for new values with its own provider only.

    hypothesis also draws the constants of all modules that happen to be imported; this does not, so
    that a sample is the same whichever tests run before.
    """

    def _maybe_draw_constant(self, *_: Any, **__: Any) -> None:
        return None


AVAILABLE_PROVIDERS["drawing"] = f"{__name__}.{DrawingProvider.__name__}"

# The same in every run, whatever the profile.
_FIXED = settings(
    backend="drawing",
    derandomize=False,
    database=None,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)


@cache
def sample(strategy: Any, count: int, number: int = 0) -> list[Any]:
    """Return a number of values of a strategy, different ones for each ``number``."""
    drawn: list[Any] = []

    @seed(number)
    @given(strategy)
    @settings(_FIXED, max_examples=count)
    def draw(value: Any) -> None:
        drawn.append(value)

    draw()
    return drawn
