"""Compile a set of expressions in a process of its own.

It takes four times the memory of the set, and a process does not give all of it back. The program
is started with ``-P``, so that no module of the current folder is imported.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib.util import find_spec

from corpusfmt.text.pattern_set import Expression, make_set

_LONGEST = 300
"""After how many seconds the process is killed; it takes some twenty."""


def keep_set(expressions: Sequence[Expression], kept: str | None) -> None:
    """Compile expressions in another process, which keeps the set; do nothing if that fails.

    ``kept`` is the start of the paths of kept sets; None keeps none. A program that has Python
    built in is not started again.
    """
    is_python = os.path.basename(sys.executable or "").startswith("python")
    if kept is None or not is_python or find_spec("hyperscan") is None:
        return
    import json

    command = (sys.executable, "-P", "-m", __name__, kept)
    with suppress(OSError, subprocess.SubprocessError):
        subprocess.run(
            command,
            input=json.dumps(expressions).encode(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=_LONGEST,
            check=False,
        )


def main() -> None:
    """Compile the expressions of the standard input, and keep the set beside a path."""
    import json

    [kept] = sys.argv[1:]
    make_set([Expression(text, owner) for text, owner in json.load(sys.stdin.buffer)], kept)


if __name__ == "__main__":
    main()
