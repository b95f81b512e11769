"""``corpusfmt plan``: cut a corpus into lists of files for many machines."""

from __future__ import annotations

import argparse
import os
from array import array
from collections.abc import Sequence

from corpusfmt.cli import console, options, session
from corpusfmt.cli.argv import ArgumentsError
from corpusfmt.files.discovery import Selection, texts_of
from corpusfmt.files.paths import is_url
from corpusfmt.files.read import STANDARD_INPUT, WriteError
from corpusfmt.run.exit_codes import COULD_NOT
from corpusfmt.run.naming import Naming
from corpusfmt.run.task_lists import TaskList, write_task_lists
from corpusfmt.text.display import count, shown_path
from corpusfmt.text.suggestion import quoted

DESCRIPTION = """Divide the files of a corpus into lists of about equal size, for many machines.

The lists are written to a folder as task-00001.txt and so on. Other commands read a list with
--files-from. Together, the lists have the files that “corpusfmt check” would read, each once, in
the same order. An archive is one file, and is not divided. plan.json has the number of files and
bytes of each list. Only the names and sizes of files are read, not their contents."""
EXAMPLES = """examples:
  corpusfmt plan corpus/ --tasks 100 -o tasks/     about 100 lists
  corpusfmt plan corpus/ --size 2GB -o tasks/      lists of about two gigabytes
  corpusfmt check --files-from tasks/task-00001.txt
  corpusfmt convert --files-from tasks/task-00001.txt --to jsonl --shards 256MB -o out/00001/
"""


def add(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    options.add_inputs(parser)
    parser.add_argument(
        "-o",
        "--output",
        type=options.written_path,
        required=True,
        metavar="DIR",
        help="the folder of the lists",
    )
    how_many = parser.add_mutually_exclusive_group(required=True)
    how_many.add_argument(
        "--tasks",
        type=_number,
        metavar="N",
        help="the number of lists; fewer if a file is larger than the average list",
    )
    how_many.add_argument(
        "--size", type=_size, metavar="SIZE", help="the size of each list, such as 2GB"
    )


def run(arguments: argparse.Namespace) -> int:
    """Write the lists, and return the exit code."""
    if STANDARD_INPUT in arguments.paths:
        raise ArgumentsError("plan lists files; it cannot be used with the path -")
    if arguments.git is not None:
        raise ArgumentsError("plan lists files on the disk; it cannot be used with --git")
    settings, chosen = session.choose(arguments, is_read=False)
    if arguments.show_files:
        from corpusfmt.cli.showing import show_files

        return show_files(chosen, texts_of(chosen, settings))
    if not chosen.files:
        return session.code(chosen, found=False, failed=False)
    sizes, failed = _measure(chosen)
    tasks = arguments.tasks or max(1, -(-sum(sizes) // arguments.size))
    naming = Naming.of(arguments.paths, settings.root, arguments.stdin_filename)
    try:
        written = write_task_lists(
            arguments.output, chosen.files, sizes, tasks, common=naming.folder
        )
    except WriteError as error:
        console.note_path(error.path, error.reason)
        return COULD_NOT
    session.summarize("listed", len(chosen.files), chosen, [_describe(written)])
    return session.code(chosen, found=False, failed=failed)


def _measure(chosen: Selection) -> tuple[Sequence[int], bool]:
    """Return the sizes of the files, and whether one is not known, which then counts as empty."""
    sizes = array("q", bytes(8 * len(chosen.files)))
    failed = False
    for index, path in enumerate(chosen.files):
        if is_url(path):
            raise ArgumentsError(f"{shown_path(path)}: plan lists files on the disk")
        try:
            sizes[index] = os.stat(path).st_size
        except (OSError, ValueError):
            failed = True
            console.note_path(path, "its size could not be read; it counts as empty")
    return sizes, failed


def _describe(written: Sequence[TaskList]) -> str:
    sizes = [task.bytes for task in written]
    lists = count(len(written), "list")
    return f"{lists} of {min(sizes):,} to {max(sizes):,} bytes"


def _number(text: str) -> int:
    number = options.positive_number(text)
    if number is None:
        raise ArgumentsError(f"--tasks is {quoted(text)}; expected a number of lists, 1 or more")
    return number


def _size(text: str) -> int:
    return options.size_of(text, "--size")
