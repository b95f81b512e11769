"""Commands that are killed before a call that changes what is on the disk, in a fork."""

import os
import signal
import struct
from collections.abc import Callable, Iterable
from typing import Any

from corpusfmt.cli.main import main
from corpusfmt.cli.pace import PACE, Pace

CALLS = ("open", "fsync", "link", "unlink", "replace", "rename", "mkdir", "rmdir")
"""The functions of `os` that change what is on the disk, apart from those that write bytes."""


def run_killed(
    number: int, *words: str, tears: bool = False, code: int = 0, pace: Pace = PACE
) -> bool:
    """Run a command that is killed before so many calls; return whether it was.

    ``tears`` also kills it in the middle of each write, half of which is then on the disk. ``code``
    is the exit code of a run that is not killed.
    """
    child = os.fork()
    if child == 0:
        _silence()
        _Killer(number, tears=tears).install()
        os._exit(main(list(words), pace))
    status = os.waitpid(child, 0)[1]
    assert os.WIFSIGNALED(status) or os.waitstatus_to_exitcode(status) == code
    return os.WIFSIGNALED(status)


def kill_within(number: int, action: Callable[[], object], *, tears: bool = False) -> bool:
    """Do something in a fork that is killed before so many calls; return whether it was."""
    child = os.fork()
    if child == 0:
        _silence()
        _Killer(number, tears=tears).install()
        action()
        os._exit(0)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def count_calls(*words: str, pace: Pace = PACE) -> int:
    """Return how many calls a command makes before which, or in which, it could be killed."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        _silence()
        write = os.write
        killer = _Killer(1 << 30, tears=True)
        killer.install()
        main(list(words), pace)
        write(writing, struct.pack("q", killer.calls))
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as file:
        [calls] = struct.unpack("q", file.read())
    os.waitpid(child, 0)
    assert isinstance(calls, int)
    return calls


def _silence() -> None:
    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, 1)
    os.dup2(silence, 2)


class _Killer:
    """Kills this process before a call."""

    def __init__(self, number: int, *, tears: bool) -> None:
        self.number = number
        self.tears = tears
        self.calls = 0

    def install(self) -> None:
        for name in CALLS:
            setattr(os, name, self._killing(getattr(os, name)))
        if self.tears:
            write, fdopen = os.write, os.fdopen
            os.write = self._tearing(write)
            setattr(os, "fdopen", lambda *words, **more: _File(fdopen(*words, **more), self))  # noqa: B010

    def count(self, half: Callable[[], object] = bool) -> None:
        """Count a call; if it is the one, do half of it and end this process."""
        self.calls += 1
        if self.calls > self.number:
            half()
            os.kill(os.getpid(), signal.SIGKILL)

    def _killing(self, whole: Callable[..., Any]) -> Callable[..., Any]:
        def call(*words: Any, **more: Any) -> Any:
            self.count()
            return whole(*words, **more)

        return call

    def _tearing(self, write: Callable[[int, Any], int]) -> Callable[[int, Any], int]:
        def call(descriptor: int, data: Any) -> int:
            self.count(lambda: write(descriptor, data[: len(data) // 2]))
            return write(descriptor, data)

        return call


class _File:
    """A file in whose writes this process is killed."""

    def __init__(self, file: Any, killer: _Killer) -> None:
        self.file = file
        self.killer = killer

    def __getattr__(self, name: str) -> Any:
        return getattr(self.file, name)

    def __enter__(self) -> "_File":
        return self

    def __exit__(self, *problem: object) -> None:
        self.file.close()

    def write(self, data: bytes) -> None:
        self.killer.count(lambda: self._write_half(data))
        self.file.write(data)

    def writelines(self, chunks: Iterable[bytes]) -> None:
        for chunk in chunks:
            self.write(chunk)

    def _write_half(self, data: bytes) -> None:
        self.file.write(data[: len(data) // 2])
        self.file.flush()
