"""Runs that are killed leave nothing torn, lost or locked; `kill_runs` by hand kills many more."""

import os
from pathlib import Path

import pytest

from tests.kill_runs import OPERATIONS, KillError, check_fair, kill_runs

pytestmark = pytest.mark.slow


@pytest.mark.skipif(os.name != "posix", reason="other systems have no such signals")
def test_a_few_kills_break_nothing(tmp_path: Path) -> None:
    counts = kill_runs(tmp_path, seed=7, kills=len(OPERATIONS), articles=42)
    # So few kills can miss by chance on a busy machine; `check_fair` asks more of a run by hand.
    assert counts["hit a live process"] >= 2
    assert counts["in the middle of the work"] >= 1


def test_kills_that_hit_nothing_prove_nothing() -> None:
    from collections import Counter

    with pytest.raises(KillError, match="live process"):
        check_fair(Counter({"kills": 10, "hit a live process": 3}))
    with pytest.raises(KillError, match="middle of the work"):
        check_fair(Counter({"kills": 10, "hit a live process": 9}))
