"""The constructors of values and named tuples, compiled, and kept from one run to the next.

A run makes values of some 70 classes: to compile their constructors takes 6 % of a check of one
file, and to load what was compiled a tenth of that.
"""

from __future__ import annotations

import marshal
import sys

from corpusfmt.text.annotations import TYPE_CHECKING
from corpusfmt.text.kept_file import KeptFile, path_beside

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import CodeType
    from typing import Any, Final


class KeptConstructors(KeptFile):
    """Compiled constructors, by their source."""

    def compile(self, source: str) -> CodeType:
        """Return the code of the definition of a function, of what is kept if possible."""
        if self.path is None:
            return compile(source, "<string>", "exec")
        kept = self.entries.get(source)
        if kept is not None:
            found: CodeType = marshal.loads(kept)
            return found
        code = compile(source, "<string>", "exec")
        self.add(source, marshal.dumps(code))
        return code


def make_function(name: str, source: str, names: dict[str, Any]) -> Callable[..., Any]:
    """Return the function that a source defines, with some other names that are known to it."""
    exec(CONSTRUCTORS.compile(source), names)
    made: Callable[..., Any] = names[name]
    return made


_IS_KNOWN = sys.implementation.name == "cpython"

CONSTRUCTORS: Final = KeptConstructors(
    path_beside(__spec__, ".constructors") if _IS_KNOWN else None
)
"""The constructors of this installation."""
