"""Count the processor instructions that a command takes for each file, with valgrind.

Usage: ``python benchmarks/instructions.py [--python PYTHON] [--command "check"] FOLDER``. The
command runs over some files of the folder and over twice as many; the difference, divided by the
number, is free of what it takes to start. Two runs of one state differ by less than 0.5 %, whatever
else the machine does, where times differ by 10 % and more. Before, the command runs once uncounted,
since a first run compiles modules and patterns. ``--python`` names the interpreter of another
checkout, to compare with it. The folder should hold canonical articles: ``make_corpus.py`` writes
some, and ``corpusfmt fmt`` makes others canonical.

With ``--rules``, it prints instead what all rules of levels 1 to 4 cost together, as a ratio to
reading, parsing and the schema: the articles of the folder that have no findings are read so, or
checked, by ``rules.py`` with ``--only``, in one round and in three.
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
_VALGRIND = (
    "valgrind",
    "--tool=cachegrind",
    "--cache-sim=no",
    "--cachegrind-out-file=/dev/null",
)
_RULES = Path(__file__).with_name("rules.py")
_FEW, _MANY = 1, 3
"""Rounds over the articles; the difference is free of what it takes to start."""


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
    parser.add_argument(
        "--rules", action="store_true", help="print what all rules cost, as a ratio"
    )
    arguments = parser.parse_args()
    if arguments.rules:
        base = count_rounds(arguments.python, arguments.folder, "base")
        check = count_rounds(arguments.python, arguments.folder, "check")
        ratio = (check - base) / base
        print(f"all rules together ÷ (read + parse + schema): {ratio:.2f}")
        return 0
    paths = sorted(path for path in arguments.folder.rglob("*.txt") if path.is_file())
    number = min(arguments.files, len(paths) // 2)
    if number == 0:
        parser.error(f"{arguments.folder} needs two files or more")
    command = (arguments.python, "-m", "corpusfmt", *arguments.command.split())
    # The first run compiles modules and patterns, which later ones load.
    run_on_copies(command, paths[: 2 * number])
    small = count_instructions(command, paths[:number])
    large = count_instructions(command, paths[: 2 * number])
    print(f"{(large - small) / number:,.0f} instructions for each of {number} files")
    return 0


def count_rounds(python: str, folder: Path, work: str) -> float:
    """Return how many instructions one round of ``rules.py --only`` takes."""
    command = (python, str(_RULES), str(folder.absolute()), "--only", work, "--rounds")
    run((*command, str(_FEW)))
    few, many = (count((*command, str(rounds))) for rounds in (_FEW, _MANY))
    return (many - few) / (_MANY - _FEW)


def count_instructions(command: Sequence[str], paths: Sequence[Path]) -> int:
    """Return how many instructions a command takes for copies of these files."""
    return counted(run_on_copies((*_VALGRIND, *command), paths))


def run_on_copies(command: Sequence[str], paths: Sequence[Path]) -> str:
    """Run a command in one process over copies of these files; return what it reported."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary, "articles")
        folder.mkdir()
        for index, path in enumerate(paths):
            shutil.copyfile(path, folder / f"{index:06}.txt")
        return run((*command, "--jobs", "1", str(folder)), temporary)


def count(command: Sequence[str], folder: str | None = None) -> int:
    """Return how many instructions a command takes, run in a folder."""
    return counted(run((*_VALGRIND, *command), folder))


def run(command: Sequence[str], folder: str | None = None) -> str:
    """Run a command in a folder; return what it reported."""
    finished = subprocess.run(
        command,
        cwd=folder,
        env={**os.environ, "PYTHONHASHSEED": "0"},
        capture_output=True,
        text=True,
        check=False,
    )
    return finished.stderr


def counted(report: str) -> int:
    """Return the number of instructions that valgrind reported."""
    found = _COUNT.search(report)
    if found is None:
        raise RuntimeError(f"valgrind failed:\n{report}")
    return int(found[1].replace(",", ""))


if __name__ == "__main__":
    sys.exit(main())
