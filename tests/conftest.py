"""How hard hypothesis works: CORPUSFMT_HYPOTHESIS_PROFILE is ``ci``, always the same examples, or ``long``, to hunt.

``quick`` is a few of the same examples, for another Python.
"""

import os
import signal

from hypothesis import HealthCheck, settings

_SLOW = (HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much)

settings.register_profile(
    "ci", max_examples=400, derandomize=True, database=None, deadline=None, suppress_health_check=_SLOW
)
settings.register_profile(
    "quick", max_examples=30, derandomize=True, database=None, deadline=None, suppress_health_check=_SLOW
)
settings.register_profile("long", max_examples=20_000, deadline=None, print_blob=True, suppress_health_check=_SLOW)
settings.load_profile(os.environ.get("CORPUSFMT_HYPOTHESIS_PROFILE", "ci"))


def pytest_configure() -> None:
    """Let programs under test be interrupted.

    A program inherits which signals are ignored: a shell starts what runs in the background with SIGINT ignored, and
    nohup ignores SIGHUP. So would every program that the tests start.
    """
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    for name in ("SIGHUP", "SIGTERM"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is signal.SIG_IGN:
            signal.signal(number, signal.SIG_DFL)
