"""The files that the arguments of a command name, and what is reported of them."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from corpusfmt.cli import console
from corpusfmt.cli.argv import ArgumentsError
from corpusfmt.config.settings import Settings
from corpusfmt.files.discovery import Selection, select, select_in_revision
from corpusfmt.files.git import GitError
from corpusfmt.files.path_list import read_path_list
from corpusfmt.files.read import STANDARD_INPUT, ReadError
from corpusfmt.rules import NAMES
from corpusfmt.text.display import printable, shown_path


def add_listed_paths(arguments: argparse.Namespace) -> None:
    """Add the paths that the file of --files-from lists to those of the command line."""
    if arguments.files_from is None:
        return
    if arguments.files_from == STANDARD_INPUT in arguments.paths:
        raise ArgumentsError("--files-from - cannot be used with the path -")
    try:
        arguments.paths += read_path_list(arguments.files_from)
    except ReadError as error:
        raise ArgumentsError(f"--files-from: {error}") from error


def selected(
    arguments: argparse.Namespace, settings: Settings, include: Sequence[str] | None
) -> Selection:
    """Return the files that the arguments name, on the disk or in a git revision."""
    if arguments.git is None:
        return select(arguments.paths, settings, include)
    if STANDARD_INPUT in arguments.paths:
        raise ArgumentsError("--git cannot be used with the path -")
    arguments.paths = arguments.paths or ["."]
    try:
        return select_in_revision(arguments.paths, settings, arguments.git, include)
    except GitError as error:
        raise ArgumentsError(f"--git: {error}") from error


def note_selection(chosen: Selection) -> None:
    """Report what is missing, what the selection has notes about, and what was skipped."""
    for path, reason in chosen.missing:
        console.note_path(path, reason + _hint(path))
    for text in chosen.notes:
        console.note(shown_path(text))
    for path, reason in chosen.details:
        console.explain_path(path, f"skipped: {printable(reason)}")


def _hint(path: str) -> str:
    """Return what the user probably meant by a path that does not exist."""
    if path in NAMES:
        return f" (to name several rules, put commas between them, as in --select layout,{path})"
    return ""
