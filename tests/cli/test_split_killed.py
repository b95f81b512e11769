"""A run of ``split --in-place`` that is killed leaves each file, or all of its articles."""

import os
from pathlib import Path

import pytest

from tests.budget import PROFILE
from tests.cli.test_split import FIRST, SECOND, THIRD, THREE, TWO
from tests.command_line import CLEAN, read_articles, run, write
from tests.killed_calls import run_killed

pytestmark = pytest.mark.skipif(os.name != "posix", reason="other systems have no such signals")

BEFORE = {"a.txt": THREE.encode(), "b/c.txt": TWO.encode(), "d.txt": CLEAN.encode()}
AFTER = {
    "a-1.txt": FIRST.encode(),
    "a-2.txt": SECOND.encode(),
    "a-3.txt": THIRD.encode(),
    "b/c-1.txt": FIRST.encode(),
    "b/c-2.txt": SECOND.encode(),
    "d.txt": CLEAN.encode(),
}
STEP = 1 if PROFILE == "long" else 3
"""Every call is one to be killed at, or every third."""

MANY = 500
"""More calls than a run makes."""


def articles(folder: Path) -> dict[str, bytes]:
    """Return the files but those that the next run removes."""
    files = read_articles(folder)
    return {name: data for name, data in files.items() if not name.endswith(".tmp")}


def assert_nothing_is_lost(folder: Path) -> None:
    """Assert that each file is there, or all of its articles, and nothing else."""
    files = articles(folder)
    for name, data in files.items():
        assert data == (BEFORE | AFTER)[name]
    for name, stem in (("a.txt", "a-"), ("b/c.txt", "b/c-")):
        parts = {part for part in AFTER if part.startswith(stem)}
        assert name in files or parts <= files.keys()
    assert "d.txt" in files


@pytest.mark.slow
@pytest.mark.program
@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # a fork of a process with threads
def test_a_run_that_is_killed_can_be_undone_or_run_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    halfway = 0
    for number in range(0, MANY, STEP):
        folder = write(tmp_path / str(number), dict(BEFORE))
        monkeypatch.chdir(folder)
        is_killed = run_killed(number, "split", "--in-place", ".")
        assert_nothing_is_lost(folder)
        halfway += articles(folder) not in (BEFORE, AFTER)
        if number // STEP % 2:
            run("undo")
            assert articles(folder) == BEFORE
        assert run("split", "--in-place", ".").code == 0
        assert read_articles(folder) == AFTER
        while run("undo").code == 0:
            assert_nothing_is_lost(folder)
        assert read_articles(folder) == BEFORE
        if not is_killed:
            break
    assert halfway > 3
    assert number > 30


@pytest.mark.slow
@pytest.mark.program
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_an_undo_that_is_killed_can_be_run_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(0, MANY, STEP):
        folder = write(tmp_path / str(number), dict(BEFORE))
        monkeypatch.chdir(folder)
        run("split", "--in-place", ".")
        is_killed = run_killed(number, "undo")
        assert_nothing_is_lost(folder)
        run("undo")
        assert articles(folder) == BEFORE
        if not is_killed:
            break
    assert number > 10
