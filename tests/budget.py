"""How much the tests do: all of it, or the part that `make test-fast` has time for.

CORPUSFMT_HYPOTHESIS_PROFILE is ``ci``, always the same examples, ``long``, to hunt, or ``quick``: a
few of the same examples, and shorter texts.
"""

import os

PROFILE = os.environ.get("CORPUSFMT_HYPOTHESIS_PROFILE", "ci")

IS_FULL = PROFILE != "quick"

LONG = 50_000 if IS_FULL else 10_000
"""The length of a text that quadratic code would not end with."""
