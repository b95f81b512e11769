"""What is derived from other files is up to date."""

import runpy

from tests.checkout import ROOT

GENERATE = runpy.run_path(str(ROOT / "scripts" / "generate.py"))


def test_the_derived_files_are_up_to_date() -> None:
    names = [str(path.relative_to(ROOT)) for path in GENERATE["outdated"]()]
    assert names == [], "run `make generate`"
