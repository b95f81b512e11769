"""Count the processor instructions that a command takes for each file, with valgrind.

Usage: ``python benchmarks/instructions.py [--python PYTHON] [--command "check"] FOLDER``. The
command runs over some files of the folder and over twice as many; the difference, divided by the
number, is free of what it takes to start. Two runs of one state differ by less than 0.5 %, whatever
else the machine does, where times differ by 10 % and more. ``--python`` names the interpreter of
another checkout, to compare with it. The folder should hold canonical articles: ``make_corpus.py``
writes some, and ``corpusfmt fmt`` makes others canonical.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

_COUNT = re.compile(r"I\s+refs:\s+([\d,]+)")


def main() -> int:
    """Print the instructions for each file, and return the exit code."""
    parser = argparse.ArgumentParser(
        description="Count the instructions that a command takes for each file."
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument(
        "--python", default=sys.executable, help="the interpreter that has corpusfmt"
    )
    parser.add_argument("--command", default="check", help="the command, with its options")
    parser.add_argument(
        "--files", type=int, default=450, help="the number of files of the smaller run"
    )
    arguments = parser.parse_args()
    paths = sorted(path for path in arguments.folder.rglob("*.txt") if path.is_file())
    number = min(arguments.files, len(paths) // 2)
    if number == 0:
        parser.error(f"{arguments.folder} needs two files or more")
    command = (arguments.python, "-m", "corpusfmt", *arguments.command.split())
    small = count_instructions(command, paths[:number])
    large = count_instructions(command, paths[: 2 * number])
    print(f"{(large - small) / number:,.0f} instructions for each of {number} files")
    return 0


def count_instructions(command: Sequence[str], paths: Sequence[Path]) -> int:
    """Return how many instructions a command takes for copies of these files."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary, "articles")
        folder.mkdir()
        for index, path in enumerate(paths):
            shutil.copyfile(path, folder / f"{index:06}.txt")
        valgrind = (
            "valgrind",
            "--tool=cachegrind",
            "--cache-sim=no",
            "--cachegrind-out-file=/dev/null",
        )
        finished = subprocess.run(
            (*valgrind, *command, "-j", "1", str(folder)),
            cwd=temporary,
            env={**os.environ, "PYTHONHASHSEED": "0"},
            capture_output=True,
            text=True,
            check=False,
        )
    found = _COUNT.search(finished.stderr)
    if found is None:
        raise RuntimeError(f"valgrind failed:\n{finished.stderr}")
    return int(found[1].replace(",", ""))


if __name__ == "__main__":
    sys.exit(main())
