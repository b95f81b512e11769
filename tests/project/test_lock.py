"""Two runs that write never work at the same time, and a run that was killed leaves no lock."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from corpusfmt.project.lock import LockError, project_lock
from tests.command_line import ENVIRONMENT, LOOSE, open_to_all, read, run, run_unprivileged, write
from tests.systems import needs_posix, needs_root

WRITING = [
    ("fmt", "."),
    ("check", "--fix", "."),
    ("check", "--fix", "--unsafe-fixes", "."),
    ("check", "--quarantine", "aside", "."),
    ("undo",),
]
DRY = [("fmt", "--check", "."), ("fmt", "--diff", "."), ("check", "."), ("check", "--diff", ".")]

HOLD = """
import os, sys, time
from corpusfmt.project.lock import project_lock
with project_lock(".", "corpusfmt fmt"):
    if "fork" not in sys.argv or os.fork() == 0:  # a forked process does not hold the lock
        print("held", flush=True)
    time.sleep(60)
"""
COUNT = """
import time
from corpusfmt.project.lock import LockError, project_lock
done = 0
while done < 25:
    try:
        with project_lock(".", "corpusfmt fmt"):
            before = int(open("number").read())
            time.sleep(0.0005)
            with open("number", "w") as file:
                file.write(str(before + 1))
        done += 1
    except LockError:
        pass
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder, which is the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def start(source: str, folder: Path, *words: str) -> subprocess.Popen[bytes]:
    command = (sys.executable, "-c", source, *words)
    return subprocess.Popen(
        command, cwd=folder, env=ENVIRONMENT, stdout=subprocess.PIPE, start_new_session=True
    )


@pytest.mark.parametrize("words", WRITING, ids=" ".join)
def test_a_second_run_that_writes_fails(words: tuple[str, ...], folder: Path) -> None:
    write(folder, {"a.txt": LOOSE})
    with project_lock(str(folder), "corpusfmt fmt"):
        before = read(folder)
        ended = run(*words)
        assert read(folder) == before
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith(
        f"corpusfmt: another run is writing in {folder}: "
        f"corpusfmt fmt (process {os.getpid()}, since 2"
    )
    assert ended.err.endswith("); run again when it has ended\n")
    assert run(*words).code in (0, 1, 2)
    assert "another run" not in run(*words).err


@pytest.mark.parametrize("words", DRY, ids=" ".join)
def test_a_run_that_writes_nothing_needs_no_lock(words: tuple[str, ...], folder: Path) -> None:
    write(folder, {"a.txt": LOOSE})
    alone = run(*words)
    with project_lock(str(folder), "corpusfmt fmt"):
        ended = run(*words)
    assert (ended.code, ended.out) == (alone.code, alone.out)


def test_the_standard_input_needs_no_lock(folder: Path) -> None:
    with project_lock(str(folder), "corpusfmt fmt"):
        assert run("fmt", "-", stdin=LOOSE.encode()).code == 0
        assert run("check", "--fix", "-", stdin=LOOSE.encode()).code == 0


@needs_posix
@pytest.mark.parametrize("words", [(), ("fork",)], ids=["alone", "with a forked process"])
def test_a_killed_run_leaves_no_lock(words: tuple[str, ...], folder: Path) -> None:
    write(folder, {"a.txt": LOOSE})
    process = start(HOLD, folder, *words)
    assert process.stdout is not None
    assert process.stdout.readline() == b"held\n"
    try:
        with pytest.raises(LockError), project_lock(str(folder), "corpusfmt undo"):
            pass
        process.kill()
        process.wait()
        assert (folder / ".corpusfmt" / "lock").exists()
        assert run("fmt", ".").code == 0
    finally:
        os.killpg(process.pid, signal.SIGKILL) if words else process.kill()
        process.wait()
        process.stdout.close()


@pytest.mark.slow
@pytest.mark.program
def test_no_two_processes_ever_hold_the_lock(folder: Path) -> None:
    write(folder, {"number": "0"})
    processes = [start(COUNT, folder) for _ in range(4)]
    for process in processes:
        process.communicate(timeout=60)
    assert (folder / "number").read_text() == "100"
    assert os.listdir(folder) == ["number"]


def test_the_lock_leaves_no_files(folder: Path) -> None:
    write(folder, {"a.txt": LOOSE})
    with project_lock(str(folder), "corpusfmt fmt"):
        assert sorted(os.listdir(folder / ".corpusfmt")) == [".gitignore", "lock"]
    assert os.listdir(folder) == ["a.txt"]
    write(folder, {".corpusfmt/mine": "kept"})
    with project_lock(str(folder), "corpusfmt fmt"):
        pass
    assert sorted(os.listdir(folder / ".corpusfmt")) == [".gitignore", "mine"]


@needs_posix
@pytest.mark.parametrize("name", [".corpusfmt", ".corpusfmt/lock"])
@pytest.mark.parametrize("kind", ["link", "folder or pipe"])
def test_a_file_in_the_place_of_the_lock_is_not_changed(
    name: str, kind: str, folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside")
    write(outside, {"file": "theirs"})
    write(folder, {"a.txt": LOOSE})
    (folder / name).parent.mkdir(exist_ok=True)
    if kind == "link":
        (folder / name).symlink_to(outside if name == ".corpusfmt" else outside / "file")
    elif name == ".corpusfmt":
        return
    else:
        os.mkfifo(folder / name)
    ended = run("fmt", ".")
    assert ended.code == 2
    assert name in ended.err
    assert read(outside) == {"file": b"theirs"}
    assert (folder / "a.txt").read_text() == LOOSE


def test_a_read_only_project_needs_no_lock(folder: Path) -> None:
    write(folder, {"a.txt": "# Ferry\n\n\n\nText.\n"})
    folder.chmod(0o555)
    open_to_all(folder)
    ended = run_unprivileged("fmt", ".")
    folder.chmod(0o755)
    assert (ended.code, "1 already canonical" in ended.err) == (0, True)
    assert os.listdir(folder) == ["a.txt"]


@needs_root
def test_the_lock_of_another_user_is_respected(folder: Path) -> None:
    write(folder, {"a.txt": LOOSE})
    folder.chmod(0o777)
    open_to_all(folder)
    for mode in (0o644, 0o600):
        with project_lock(str(folder), "corpusfmt fmt"):
            (folder / ".corpusfmt" / "lock").chmod(mode)
            ended = run_unprivileged("check", "--fix", ".")
        assert ended.code == 2
        assert "run is writing" in ended.err if mode == 0o644 else "permission denied" in ended.err
        assert (folder / "a.txt").read_text() == LOOSE
