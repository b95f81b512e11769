"""The program ``corpusfmt``, also as ``python -m corpusfmt``: the command line as a process."""

import gc
import sys

from corpusfmt import __version__
from corpusfmt.text.kept_modules import keep_modules

_GARBAGE_THRESHOLD = 50_000


def run() -> int:
    """Run the command line, and return its exit code.

    The garbage collector does not search what the modules consist of, neither while they are
    imported nor when the process ends: that would be a tenth of a run over one file.
    """
    gc.set_threshold(_GARBAGE_THRESHOLD)
    modules = keep_modules("corpusfmt", __version__)
    from corpusfmt.cli.main import main

    code = main()
    modules.save()
    gc.freeze()
    return code


if __name__ == "__main__":
    sys.exit(run())
