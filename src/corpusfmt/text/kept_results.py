"""Results of functions of a text, kept from one run to the next.

A function must be one whose results never change, as long as it has the same name.
"""

from __future__ import annotations

import marshal
import sys

from corpusfmt.text.annotations import TYPE_CHECKING, TypeVar, cast
from corpusfmt.text.kept_file import KeptFile, path_beside

if TYPE_CHECKING:
    from collections.abc import Callable
    from importlib.machinery import ModuleSpec
    from typing import Any

_Result = TypeVar("_Result")


class KeptResults(KeptFile):
    """The results of functions as bytes, by the names of the functions and their texts."""

    def of(self, function: Callable[[str], _Result], text: str) -> _Result:
        """Return the result for a text, of what is kept if possible; always an object of its own.

        It is one that ``marshal`` can write.
        """
        if self.path is None:
            return function(text)
        key = function.__name__, text
        kept = self.get(key)
        if kept is not None:
            return cast("_Result", marshal.loads(cast("bytes", kept)))
        result: Any = function(text)
        self.add(key, marshal.dumps(result))
        return cast("_Result", result)


def results_beside(spec: ModuleSpec | None, suffix: str) -> KeptResults:
    """Return the results in a file beside the bytecode of a module; only CPython keeps some."""
    is_known = sys.implementation.name == "cpython"
    return KeptResults(path_beside(spec, suffix) if is_known else None)
