"""A run of ``split --in-place`` that is killed leaves each file, or all of its articles."""

import os
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from corpusfmt.cli.main import main
from tests.cli.test_split import FIRST, SECOND, THIRD, THREE, TWO
from tests.command_line import CLEAN, read_articles, run, write

pytestmark = pytest.mark.skipif(os.name != "posix", reason="other systems have no such signals")

CALLS = ("open", "fsync", "link", "unlink", "replace", "rename", "mkdir", "rmdir")
"""The functions of `os` that change what is on the disk."""

BEFORE = {"a.txt": THREE.encode(), "b/c.txt": TWO.encode(), "d.txt": CLEAN.encode()}
AFTER = {
    "a-1.txt": FIRST.encode(),
    "a-2.txt": SECOND.encode(),
    "a-3.txt": THIRD.encode(),
    "b/c-1.txt": FIRST.encode(),
    "b/c-2.txt": SECOND.encode(),
    "d.txt": CLEAN.encode(),
}
MANY = 500
"""More calls than a run makes."""


def run_killed(number: int, *words: str) -> bool:
    """Run a command that is killed before so many calls; return whether it was."""
    child = os.fork()
    if child == 0:
        silence = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silence, 1)
        os.dup2(silence, 2)
        kill_before_call(number)
        os._exit(main(list(words)))
    status = os.waitpid(child, 0)[1]
    assert os.WIFSIGNALED(status) or os.waitstatus_to_exitcode(status) == 0
    return os.WIFSIGNALED(status)


def kill_before_call(number: int) -> None:
    """Let this process be killed before so many calls."""
    left = number

    def killing(whole: Callable[..., Any]) -> Callable[..., Any]:
        def call(*words: Any, **more: Any) -> Any:
            nonlocal left
            left -= 1
            if left < 0:
                os.kill(os.getpid(), signal.SIGKILL)
            return whole(*words, **more)

        return call

    for name in CALLS:
        setattr(os, name, killing(getattr(os, name)))


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
    for number in range(MANY):
        folder = write(tmp_path / str(number), dict(BEFORE))
        monkeypatch.chdir(folder)
        is_killed = run_killed(number, "split", "--in-place", ".")
        assert_nothing_is_lost(folder)
        halfway += articles(folder) not in (BEFORE, AFTER)
        if number % 2:
            run("undo")
            assert articles(folder) == BEFORE
        assert run("split", "--in-place", ".").code == 0
        assert read_articles(folder) == AFTER
        while run("undo").code == 0:
            assert_nothing_is_lost(folder)
        assert read_articles(folder) == BEFORE
        if not is_killed:
            break
    assert halfway > 5
    assert number > 30


@pytest.mark.program
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_an_undo_that_is_killed_can_be_run_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(MANY):
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
