"""The constructors of values and named tuples, compiled, and kept from one run to the next.

A run makes values of some 70 classes: to compile their constructors takes 6 % of a check of one
file, and to load what was compiled a tenth of that.
"""

from __future__ import annotations

from corpusfmt.text.annotations import TYPE_CHECKING, cast
from corpusfmt.text.kept_results import results_beside

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from types import CodeType
    from typing import Final

CONSTRUCTORS: Final = results_beside(__spec__, ".constructors")
"""The constructors of this installation."""


def make_function(name: str, source: str, names: Mapping[str, object]) -> Callable[..., object]:
    """Return the function that a source defines, with some other names that are known to it."""
    namespace = dict(names)
    exec(CONSTRUCTORS.of(_compile, source), namespace)
    return cast("Callable[..., object]", namespace[name])


def _compile(source: str) -> CodeType:
    return compile(source, "<string>", "exec")
