"""``corpusfmt cache``: show where results are kept between runs, or remove them."""

from __future__ import annotations

import argparse

from corpusfmt.cli import console, options
from corpusfmt.files.read import reason_of
from corpusfmt.project.cache import location
from corpusfmt.run.exit_codes import CLEAN, COULD_NOT
from corpusfmt.text.display import count, shown_path

DESCRIPTION = """Show where results are kept between runs of check and fmt --check, or remove them.

There is one file for each corpus, in a folder of the user or in that of --cache-dir. It saves time
and changes no output; it can be removed at any time. Results of files that are gone, and caches
that were not used for 90 days, are removed by other runs."""
EXAMPLES = """examples:
  corpusfmt cache info                      the folder, and the file of each corpus with its size
  corpusfmt cache clean                     remove the files
  corpusfmt cache info --cache-dir .cache   another folder
"""


def add(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("action", choices=("info", "clean"), metavar="ACTION", help="info or clean")
    options.add_cache_folder(parser)
    options.add_quiet(parser)


def run(arguments: argparse.Namespace) -> int:
    """List or remove the caches, and return the exit code."""
    folder = arguments.cache_dir or location.default_folder()
    files = location.cache_files(folder)
    if arguments.action == "info":
        return _list(folder, files)
    return _clean(folder, files)


def _list(folder: str, files: list[location.CacheFile]) -> int:
    console.put(f"{shown_path(folder)}\n")
    for file in files:
        name = file.path.removeprefix(folder).lstrip("/\\")
        console.put(f"  {shown_path(name)}  {_megabytes(file.size)}\n")
    size = sum(file.size for file in files)
    console.remark(f"{count(len(files), 'cache')}, {_megabytes(size)}")
    return CLEAN


def _clean(folder: str, files: list[location.CacheFile]) -> int:
    removed = 0
    for file in files:
        try:
            location.remove(file.path)
            removed += 1
        except OSError as error:
            console.note_path(file.path, f"not removed: {reason_of(error)}")
    console.remark(f"{count(removed, 'cache')} removed from {shown_path(folder)}")
    return CLEAN if removed == len(files) else COULD_NOT


def _megabytes(size: int) -> str:
    return f"{size / 1e6:,.1f} MB"
