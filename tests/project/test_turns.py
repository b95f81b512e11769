"""The processes of a run that was killed never write after the next run has begun."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from corpusfmt.project import turns
from corpusfmt.project.lock import project_lock
from corpusfmt.project.turns import turn, wait_for_turns
from tests.command_line import ENVIRONMENT, LOOSE, read, run, write
from tests.systems import needs_posix

HOLD_AND_WRITE = """
import os, sys, time
from corpusfmt.project.lock import project_lock
from corpusfmt.project.turns import turn
with project_lock(".", "corpusfmt fmt"):
    run = os.getpid()
    if os.fork() == 0:
        with turn(".", run) as lives:
            print("held", lives, flush=True)
            time.sleep(float(sys.argv[1]))
            open("written", "w").close()
        with turn(".", run) as lives:
            open(f"lives-{lives}", "w").close()
        os._exit(0)
    time.sleep(60)
"""

REWRITE = """
import os, sys, threading, time

import corpusfmt
from corpusfmt.files import write, rewriting

_move = rewriting.move

def move(*args, **named):  # in spawned processes, too, which import this file
    time.sleep(0.02)
    _move(*args, **named)

rewriting.move = move

if __name__ == "__main__":
    if sys.argv[1] == "spawn":
        threading.Thread(target=time.sleep, args=(60,), daemon=True).start()
    corpusfmt.fix_paths(["."], jobs=2)
"""
"""Slow, so that a process is killed while others are in the middle of a batch of files."""

FILES = 256


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder, which is the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def start(folder: Path) -> Iterator[Callable[..., subprocess.Popen[bytes]]]:
    """Return a function that starts a program in a session, all of which ends with the test."""
    started: list[subprocess.Popen[bytes]] = []

    def start_one(source: str, *words: str) -> subprocess.Popen[bytes]:
        (folder / "program.py").write_text(source)
        command = (sys.executable, "program.py", *words)
        process = subprocess.Popen(
            command, cwd=folder, env=ENVIRONMENT, stdout=subprocess.PIPE, start_new_session=True
        )
        started.append(process)
        return process

    yield start_one
    for process in started:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()


def wait_until(is_so: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 60
    while not is_so():
        assert time.monotonic() < deadline
        time.sleep(0.01)


def has_ended(session: int) -> bool:
    try:
        os.killpg(session, 0)
    except ProcessLookupError:
        return True
    return False


def test_the_process_of_a_run_needs_no_turn(folder: Path) -> None:
    with turn(str(folder), os.getpid()) as lives:
        assert lives
    assert os.listdir(folder) == []
    assert wait_for_turns(str(folder))


@needs_posix
def test_a_turn_of_another_process_than_that_of_the_run_finds_that_it_has_ended(
    folder: Path,
) -> None:
    with turn(str(folder), 1 << 22) as lives:
        assert not lives
    with turn(str(folder), os.getppid()) as lives:
        assert lives


@pytest.mark.slow
@needs_posix
@pytest.mark.parametrize("seconds", [0.3, 60], ids=["a moment", "a minute"])
def test_the_next_run_waits_for_what_a_killed_run_still_writes(
    seconds: float,
    folder: Path,
    start: Callable[..., subprocess.Popen[bytes]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(turns, "_ATTEMPTS", 40)
    write(folder, {"a.txt": LOOSE})
    process = start(HOLD_AND_WRITE, str(seconds))
    assert process.stdout is not None
    assert process.stdout.readline() == b"held True\n"
    process.kill()
    process.wait()
    ended = run("fmt", ".")
    if seconds < 1:
        assert (folder / "written").exists(), "before the lock was taken"
        assert ended.code == 0
        wait_until(lambda: has_ended(process.pid))
        assert (folder / "lives-False").exists()
    else:
        assert ended.code == 2
        assert "processes of a run that was killed are writing in" in ended.err


@pytest.mark.slow
@pytest.mark.program
@needs_posix
@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_nothing_is_written_after_an_undo(
    method: str, folder: Path, start: Callable[..., subprocess.Popen[bytes]]
) -> None:
    names = [f"{number:03}.txt" for number in range(FILES)]
    write(folder, dict.fromkeys(names, LOOSE))
    before = {name: LOOSE.encode() for name in names}
    process = start(REWRITE, method)
    wait_until(lambda: any((folder / name).read_bytes() != before[name] for name in names))
    process.kill()
    process.wait()
    ended = run("undo")
    assert ended.code == 0, ended.err
    wait_until(lambda: has_ended(process.pid))
    after = read(folder)
    assert {name: after[name] for name in names} == before
    assert not [name for name in after if name.endswith(".journal")]


def test_the_file_is_removed_with_the_lock(folder: Path) -> None:
    with project_lock(str(folder), "corpusfmt fmt"), turn(str(folder), 1 << 22):
        assert "writers" in os.listdir(folder / ".corpusfmt")
    assert os.listdir(folder) == []
