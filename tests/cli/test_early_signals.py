"""A signal that arrives while modules are imported ends the program, and prints no traceback."""

import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.command_line import CLEAN, ENVIRONMENT, LOOSE, Ended, write

pytestmark = [
    pytest.mark.program,
    pytest.mark.skipif(os.name != "posix", reason="signals of a POSIX system"),
]

AT_IMPORT = """
import os, runpy, sys
number, module = int(sys.argv.pop(1)), sys.argv.pop(1)
def send(event, values):
    if event == "import" and values[0] == module:
        os.kill(os.getpid(), number)
sys.addaudithook(send)
runpy.run_module("corpusfmt", run_name="__main__", alter_sys=True)
"""
"""The program, which gets a signal when it begins to import a module."""

IN_CALLBACK = """
import os, runpy, sys, weakref
number = int(sys.argv.pop(1))
class Lock: pass
def send(event, values):
    if event == "open" and str(values[0]).endswith("b.txt"):
        lock = Lock()
        kept.append(weakref.ref(lock, lambda _: os.kill(os.getpid(), number)))
kept = []
sys.addaudithook(send)
runpy.run_module("corpusfmt", run_name="__main__", alter_sys=True)
"""
"""The program, which gets a signal in a callback, where Python ignores every exception."""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the current folder, which has some articles."""
    monkeypatch.chdir(tmp_path)
    return write(tmp_path, {"a.txt": CLEAN, "b.txt": LOOSE, "c.txt": CLEAN})


def run_script(script: str, *words: str) -> Ended:
    done = subprocess.run(
        (sys.executable, "-c", script, *words),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        env=ENVIRONMENT,
        timeout=60,
        check=False,
    )
    return Ended(done.returncode, done.stdout, done.stderr)


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
@pytest.mark.parametrize("module", ["corpusfmt.text.kept_modules", "corpusfmt.cli.main"])
def test_a_signal_before_the_command_is_known_ends_the_program_by_that_signal(
    name: str, module: str
) -> None:
    """A shell has the exit code 128 and the number of the signal, such as 143."""
    number = signal.Signals[name]
    ended = run_script(AT_IMPORT, str(int(number)), module, "check", ".", "--no-cache")
    assert ended == Ended(-number, "", "")


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
@pytest.mark.parametrize("module", ["corpusfmt.project.lock", "corpusfmt.lint.checker"])
def test_a_signal_while_the_command_imports_is_an_interrupt(name: str, module: str) -> None:
    number = str(int(signal.Signals[name]))
    ended = run_script(AT_IMPORT, number, module, "check", ".", "--no-cache")
    assert ended.code == 130
    assert ended.err.splitlines()[-1].startswith("corpusfmt: interrupted")
    assert "Traceback" not in ended.err


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
@pytest.mark.parametrize("words", [("check", ".", "--no-cache"), ("fmt", "--diff", ".")])
def test_a_signal_in_a_callback_is_an_interrupt(name: str, words: Sequence[str]) -> None:
    ended = run_script(IN_CALLBACK, str(int(signal.Signals[name])), *words)
    assert (ended.code, ended.err) == (130, "corpusfmt: interrupted\n")


def test_an_interrupt_that_is_ignored_stays_ignored() -> None:
    """A shell starts what runs in the background so."""
    script = f"import signal\nsignal.signal(signal.SIGINT, signal.SIG_IGN)\n{AT_IMPORT}"
    number = str(int(signal.SIGINT))
    ended = run_script(script, number, "corpusfmt.cli.main", "check", "a.txt", "--no-cache")
    assert ended.code == 0
