"""The program ``corpusfmt``, also as ``python -m corpusfmt``: the command line as a process."""

import _signal  # type: ignore[import-not-found]  # sooner there than `signal`
import gc
import sys

if _signal.getsignal(_signal.SIGINT) is _signal.default_int_handler:
    # Until the command line can report an interrupt, it ends the program without a traceback.
    _signal.signal(_signal.SIGINT, _signal.SIG_DFL)

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
