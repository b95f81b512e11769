"""The options that several commands have: what is read, the settings, and what is printed."""

from __future__ import annotations

import argparse

from corpusfmt.cli.argv import ArgumentsError
from corpusfmt.files.paths import is_url
from corpusfmt.files.read import STANDARD_INPUT
from corpusfmt.text.display import shown_path
from corpusfmt.text.patterns import regex
from corpusfmt.text.suggestion import quoted

_UNITS = {
    "": 1,
    "b": 1,
    "kb": 10**3,
    "mb": 10**6,
    "gb": 10**9,
    "kib": 1 << 10,
    "mib": 1 << 20,
    "gib": 1 << 30,
}
NOT_WRITTEN = "is a URL, which can only be read; expected a path on the disk"
_SIZE = regex(r"([0-9]{1,15})[ ]?([A-Za-z]{0,3})")


def add_inputs(parser: argparse.ArgumentParser) -> None:
    """Add the arguments that say what is read, and how."""
    paths = parser.add_argument(
        "paths",
        nargs="*",
        metavar="PATH",
        help="a file, a folder, a pattern, an archive or JSON Lines (see docs/inputs.md), or - for "
        "the standard input",
    )
    paths.required = True
    parser.add_argument(
        "--files-from",
        metavar="FILE",
        help="also read the paths that a file lists, on lines or separated by NUL characters; "
        "- is the standard input",
    )
    parser.add_argument(
        "--git",
        metavar="REV",
        help="read the files of a git revision, without a checkout (default PATH: the current "
        "folder)",
    )
    parser.add_argument(
        "--text-field",
        metavar="NAME",
        help="the field of JSON Lines that has the text of an article (default: text)",
    )
    parser.add_argument(
        "--stdin-filename",
        default=STANDARD_INPUT,
        metavar="NAME",
        help="the file name to report for the standard input",
    )
    parser.add_argument(
        "-j",
        "--jobs",
        type=_jobs,
        metavar="N",
        help="number of processes (default: one per processor, if there are many files)",
    )
    settings = add_settings(parser)
    settings.add_argument(
        "--show-settings",
        action="store_true",
        help="print the settings in use and where each comes from, and exit",
    )
    settings.add_argument(
        "--show-files",
        action="store_true",
        help="print the files that would be read, and exit (with -v, also why others are skipped)",
    )
    output = parser.add_argument_group("output")
    amount = output.add_mutually_exclusive_group()
    _add_quiet(amount)
    amount.add_argument(
        "-v",
        "--verbose",
        action="store_true",
        help="also print which settings file is used, which paths are skipped and why, the "
        "result of each file, and how long the parts of the run took",
    )
    output.add_argument(
        "--color",
        choices=("auto", "always", "never"),
        default="auto",
        help="whether to print colours; auto, the default, depends on NO_COLOR, FORCE_COLOR and "
        "the terminal",
    )


def add_settings(parser: argparse.ArgumentParser) -> argparse._ArgumentGroup:
    """Add the arguments that choose the settings."""
    group = parser.add_argument_group("settings")
    which = group.add_mutually_exclusive_group()
    which.add_argument(
        "--config",
        metavar="FILE",
        help="the settings file (default: the nearest corpusfmt.toml, or pyproject.toml with a "
        "[tool.corpusfmt] table)",
    )
    which.add_argument("--isolated", action="store_true", help="do not use a settings file")
    return group


def add_cache(parser: argparse.ArgumentParser) -> None:
    """Add the arguments that say whether results are kept between runs, and where."""
    group = parser.add_argument_group("cache")
    which = group.add_mutually_exclusive_group()
    which.add_argument(
        "--no-cache",
        action="store_true",
        help="neither use nor keep results of earlier runs; the output is the same",
    )
    add_cache_folder(which)


def add_cache_folder(group: argparse._ActionsContainer) -> None:
    """Add the argument that names the folder of the caches."""
    group.add_argument(
        "--cache-dir",
        type=written_path,
        metavar="DIR",
        help="the folder of the cache (default: a folder of the user, see “corpusfmt cache info”)",
    )


def add_quiet(parser: argparse.ArgumentParser) -> None:
    """Add the argument that drops the summary."""
    _add_quiet(parser.add_argument_group("output"))


def _add_quiet(group: argparse._ActionsContainer) -> None:
    group.add_argument(
        "-q",
        "--quiet",
        action="store_true",
        help="print only findings and errors, no summary and no progress",
    )


def written_path(path: str) -> str:
    """Return the path of an output; raise ArgumentsError for a URL, which can only be read."""
    if is_url(path):
        raise ArgumentsError(f"{shown_path(path)}: {NOT_WRITTEN}")
    return path


def size_of(text: str, option: str) -> int:
    """Return a number of bytes, such as 64MB; raise ArgumentsError, with the name of the option."""
    match = _SIZE.fullmatch(text)
    unit = _UNITS.get(match[2].lower()) if match else None
    if match is None or unit is None or int(match[1]) == 0:
        expected = "expected a size such as 64MB, 500kB or 1GiB"
        raise ArgumentsError(f"{option} is {quoted(text)}; {expected}")
    return int(match[1]) * unit


def positive_number(text: str) -> int | None:
    """Return a number of at most nine digits, or None where the text is not one above zero."""
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        return None
    return int(text) or None


def _jobs(text: str) -> int:
    number = positive_number(text)
    if number is None:
        raise ArgumentsError(f"--jobs is {quoted(text)}; expected a number of processes, 1 or more")
    return number
