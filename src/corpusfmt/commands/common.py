"""What every command shares: its files, its settings, and the codes it ends with."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from corpusfmt import console
from corpusfmt.console import count
from corpusfmt.selection import STANDARD_INPUT, Selection, select
from corpusfmt.settings import Settings, load

CLEAN, FINDINGS, COULD_NOT, INTERRUPTED = 0, 1, 2, 130


def add_inputs(parser: argparse.ArgumentParser) -> None:
    """Add the arguments that say what is read, and how."""
    parser.add_argument("paths", nargs="+", metavar="PATH", help="a file, a folder, or - for the standard input")
    parser.add_argument("--stdin-filename", default="-", metavar="NAME", help="what to call the standard input")
    parser.add_argument(
        "--config",
        metavar="FILE",
        help="the settings (else the nearest corpusfmt.toml, or pyproject.toml that has some)",
    )
    parser.add_argument(
        "--jobs",
        type=_jobs,
        metavar="N",
        help="processes to use (else one for each processor, if there are many files)",
    )


def choose(arguments: argparse.Namespace, include: Sequence[str] | None = None) -> tuple[Settings, Selection]:
    """The settings and the files that the arguments ask for; what is missing has been told."""
    settings = load(arguments.config)
    chosen = select(arguments.paths, settings, include)
    for path, reason in chosen.missing:
        console.note(f"{path}: {reason}")
    if not chosen.files and not chosen.missing:
        reasons = [f"{count(number, 'entry', 'entries')} {reason}" for reason, number in chosen.skipped]
        console.note(f"nothing was read, because {', '.join(reasons) or 'the folders named hold no files'}")
    return settings, chosen


def code(chosen: Selection, *, found: bool, failed: bool) -> int:
    """The exit code of a run: what could not be done weighs more than what was found."""
    if failed or chosen.missing or not chosen.files:
        return COULD_NOT
    return FINDINGS if found else CLEAN


def read_standard_input() -> bytes:
    """All of the standard input."""
    return sys.stdin.buffer.read()


def summary(done: str, number: int, chosen: Selection) -> str:
    """How many files were done, and what was passed over in folders and why."""
    skipped = ", ".join(f"{skipped:,} {reason}" for reason, skipped in chosen.skipped)
    return f"{count(number, 'file')} {done}" + (f" (passed over: {skipped})" if skipped else "")


def is_standard_input(path: str) -> bool:
    """Whether a selected path means the standard input."""
    return path == STANDARD_INPUT


def _jobs(text: str) -> int:
    number = int(text) if text.isascii() and text.isdigit() else 0
    if number < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of processes: expected 1 or more")
    return number
