"""``python -m corpusfmt``: the command line."""

import sys

from corpusfmt.cli import main

sys.exit(main())
