"""A function in a forked process, and what happens where there is none."""

import os
import signal
import sys
import threading

import pytest

from corpusfmt.files.forked import in_fork, may_fork

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="processes are forked on Linux only"
)

LARGE = b"0123456789" * 100_000
"""More than a pipe holds."""


def test_the_result_arrives_however_large_it_is() -> None:
    here = os.getpid()
    wait = in_fork(lambda: f"{os.getpid() != here} ".encode() + LARGE)
    assert wait() == b"True " + LARGE


def fail() -> bytes:
    raise ValueError("no result")


def die() -> bytes:
    os.kill(os.getpid(), signal.SIGKILL)
    return b"unreachable"


def interrupt() -> bytes:
    raise KeyboardInterrupt


@pytest.mark.parametrize("function", [fail, die, interrupt])
def test_a_function_that_fails_has_no_result_and_prints_nothing(
    function: object, capfd: pytest.CaptureFixture[str]
) -> None:
    assert callable(function)
    assert in_fork(function)() is None
    assert capfd.readouterr() == ("", "")


def test_without_another_process_there_is_no_result(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> int:
        raise BlockingIOError("too many processes")

    monkeypatch.setattr(os, "fork", refuse)
    before = len(os.listdir("/proc/self/fd"))
    assert in_fork(lambda: b"result")() is None
    assert len(os.listdir("/proc/self/fd")) == before


def test_a_process_with_several_threads_is_not_forked() -> None:
    end = threading.Event()
    others = threading.active_count() - 1
    assert may_fork() == (others == 0)
    thread = threading.Thread(target=end.wait)
    thread.start()
    try:
        assert not may_fork()
    finally:
        end.set()
        thread.join()
