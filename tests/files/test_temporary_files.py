"""Temporary files of processes that died are removed, and no others."""

import os
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest

from corpusfmt.files.temporary_files import remove_abandoned, temporary_name
from tests.command_line import CLEAN, ENVIRONMENT, LOOSE, run, write

NAME = """
from corpusfmt.files.temporary_files import temporary_name
print(temporary_name(), flush=True)
input()
"""
RANDOM = "0123456789abcdef"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder, which is the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def name_of_ended() -> str:
    """Return the name that a process which has ended gave a temporary file."""
    done = subprocess.run(
        (sys.executable, "-c", NAME), env=ENVIRONMENT, input=b"\n", capture_output=True, check=False
    )
    return done.stdout.decode().strip()


def left(folder: Path) -> list[str]:
    return sorted(name for name in os.listdir(folder) if name.endswith(".tmp"))


def test_only_files_of_ended_processes_are_removed(folder: Path) -> None:
    ended = name_of_ended()
    machine, process, start = re.findall(r"[0-9a-f]+", ended.removeprefix(".corpusfmt-"))[:3]
    kept = [
        temporary_name(),
        f".corpusfmt-00000000-{process}-{start}-{RANDOM}.tmp",  # of another machine
        f".corpusfmt-{machine}-1-0-{RANDOM}.tmp",  # of a process that runs
        f".corpusfmt-{machine}-{process}-{start}-{RANDOM}.tmp.txt",
        "mine.tmp",
    ]
    gone = [ended, f".corpusfmt-{machine}-{os.getpid()}-1-{RANDOM}.tmp"]  # a number used again
    if not os.path.exists("/proc/self/stat"):
        gone.pop()
    for name in (*kept, *gone):
        (folder / name).touch()
    remove_abandoned([str(folder)])
    assert left(folder) == sorted(name for name in kept if name.endswith(".tmp"))


def test_old_files_of_another_machine_are_removed(folder: Path) -> None:
    names = [f".corpusfmt-00000000-{number}-1-{RANDOM}.tmp" for number in (1, 2)]
    for name, days in zip(names, (0, 2), strict=True):
        (folder / name).touch()
        os.utime(folder / name, (time.time() - days * 86_400,) * 2)
    remove_abandoned([""])
    assert left(folder) == names[:1]


def test_links_and_folders_are_kept(folder: Path) -> None:
    name = name_of_ended()
    (folder / name).mkdir()
    (folder / "target").touch()
    (folder / name.replace(name[-10:-4], "abcdef")).symlink_to("target")
    before = left(folder)
    remove_abandoned([str(folder)])
    assert left(folder) == before


@pytest.mark.parametrize(
    "words", [("fmt", "."), ("check", "--fix", "."), ("check", "--quarantine", "aside", ".")]
)
def test_a_run_removes_them_where_it_writes(words: tuple[str, ...], folder: Path) -> None:
    write(
        folder,
        {"a.txt": CLEAN, "in/b.txt": CLEAN.replace("Text", "Other text"), "elsewhere/c.csv": ""},
    )
    name = name_of_ended()
    for place in ("", "in", "elsewhere"):
        (folder / place / name).touch()
    run(*words)
    assert (left(folder), left(folder / "in"), left(folder / "elsewhere")) == ([], [], [name])


@pytest.mark.parametrize(
    ("target", "output", "folders"),
    [("json", "out", ("out", "out/in")), ("jsonl", "out/all.jsonl", ("out",))],
)
def test_convert_removes_them_even_if_it_writes_nothing(
    target: str, output: str, folders: tuple[str, ...], folder: Path
) -> None:
    write(folder, {"articles/a.txt": CLEAN, "articles/in/b.txt": CLEAN})
    words = ("convert", "articles", "--to", target, "-o", output)
    assert run(*words).code == 0
    name = name_of_ended()
    for place in folders:
        (folder / place / name).touch()
    assert run(*words).code == 0
    assert [left(folder / place) for place in folders] == [[] for _ in folders]


def test_undo_removes_them_where_it_writes(folder: Path) -> None:
    write(folder, {"in/a.txt": LOOSE})
    run("fmt", ".")
    (folder / "in" / name_of_ended()).touch()
    subprocess.run(
        (sys.executable, "-m", "corpusfmt", "undo"), env=ENVIRONMENT, check=True, cwd=folder
    )
    assert os.listdir(folder / "in") == ["a.txt"]
