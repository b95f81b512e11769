"""``python -m corpusfmt``: the command line."""

import sys

from corpusfmt.cli.main import main

sys.exit(main())
