"""How much the tests do: all of it, or the part that `make test-fast` has time for.

CORPUSFMT_HYPOTHESIS_PROFILE is ``ci``, always the same examples, ``long``, to hunt, or ``quick``: a
few of the same examples, and shorter texts.
"""

import os

PROFILE = os.environ.get("CORPUSFMT_HYPOTHESIS_PROFILE", "ci")

IS_FULL = PROFILE != "quick"

READING_EXAMPLES = {"ci": 200, "quick": 10, "long": 20_000}[PROFILE]
"""The examples of the laws of reading and writing, each of which costs less than one of the rules.

With 100, a heading that is only "#" was not drawn where it was not escaped.
"""

EVERY = 1 if "CORPUSFMT_FIELD_WHOLE" in os.environ else 2
"""Every how many real articles one is tested: all by `make field`."""

LONG = 20_000 if IS_FULL else 10_000
"""The length of a text that takes much longer than a shorter one where code is quadratic."""
