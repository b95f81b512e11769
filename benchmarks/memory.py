"""Measure the CPU time of a command, and the most memory that each of its processes needs (Linux).

    python benchmarks/memory.py COMMAND [ARGUMENT…]

Memory is VmHWM of /proc/PID/status: what was in memory at most, shared pages included.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

_EVERY = 0.05  # seconds


def peak(process: int) -> int:
    """Return the most memory of a process so far in kB, or 0 if it has ended."""
    try:
        status = Path(f"/proc/{process}/status").read_text("utf-8")
    except OSError:
        return 0
    for line in status.splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1])
    return 0


def children(process: int) -> list[int]:
    """Return the processes that a process has started and that run."""
    try:
        listed = Path(f"/proc/{process}/task/{process}/children").read_text("utf-8")
    except OSError:
        return []
    return list(map(int, listed.split()))


def main(command: list[str]) -> None:
    """Run the command, and print the figures."""
    peaks: dict[int, int] = {}
    started = time.monotonic()
    running = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while running.poll() is None:
        for process in (running.pid, *children(running.pid)):
            peaks[process] = max(peaks.get(process, 0), peak(process))
        time.sleep(_EVERY)
    used = os.times()
    cpu = used.children_user + used.children_system
    print(f"exit code {running.returncode}, CPU {cpu:.1f} s, {time.monotonic() - started:.1f} s")
    for number, kilobytes in enumerate(peaks.values()):
        print(f"{'parent' if number == 0 else 'worker'}: {kilobytes / 1024:.0f} MB")


if __name__ == "__main__":
    main(sys.argv[1:])
