"""Which arguments of ``corpusfmt check`` cannot be used together, and why a report has no file."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Iterable

from corpusfmt.cli.argv import ArgumentsError
from corpusfmt.cli.check_output import Target, files_of
from corpusfmt.files.read import STANDARD_INPUT
from corpusfmt.text.suggestion import quoted

_Condition = Callable[[argparse.Namespace], bool]


def refuse_conflicts(arguments: argparse.Namespace) -> None:
    """Raise ArgumentsError for arguments that cannot be used together."""
    for is_conflict, message in _CONFLICTS:
        if is_conflict(arguments):
            raise ArgumentsError(message)
    for path in _report_files(arguments):
        _refuse_report_file(path)


def refuse_to_overwrite(files: Iterable[str], targets: Iterable[Target]) -> None:
    """Raise ArgumentsError where a report would replace an article."""
    paths = files_of(targets)
    if not paths:
        return
    articles = set(map(os.path.realpath, files))
    for path in paths:
        if os.path.realpath(path) in articles:
            message = f"--report: {quoted(path)} is one of the files to check"
            raise ArgumentsError(f"{message}; expected another file")


def _refuse_report_file(path: str) -> None:
    """Raise ArgumentsError before the run for a report that could not be written after it."""
    folder = os.path.dirname(path)
    if folder and not os.path.isdir(folder):
        raise ArgumentsError(f"--report: the folder of {quoted(path)} does not exist")
    if os.path.isdir(path):
        raise ArgumentsError(f"--report: {quoted(path)} is a folder; expected the name of a file")


def _report_files(arguments: argparse.Namespace) -> list[str]:
    return files_of(arguments.report or [])


def _printed_reports(arguments: argparse.Namespace) -> int:
    targets: list[Target] = arguments.report or []
    return sum(target.is_printed for target in targets)


def _have_same_file(arguments: argparse.Namespace) -> bool:
    files = _report_files(arguments)
    return len(set(map(os.path.realpath, files))) < len(files)


def _has_quarantine(arguments: argparse.Namespace) -> bool:
    return arguments.quarantine is not None


_CONFLICTS: tuple[tuple[_Condition, str], ...] = (
    (
        lambda given: _printed_reports(given) > 1,
        "--report: only one report can use the standard output; expected FORMAT=FILE for the rest",
    ),
    (
        _have_same_file,
        "--report: two reports go to the same file; expected a different file for each",
    ),
    (
        lambda given: given.diff and _printed_reports(given) > 0,
        "--diff writes to the standard output; expected --report FORMAT=FILE",
    ),
    (
        lambda given: _has_quarantine(given) and given.diff,
        "--quarantine cannot be used with --diff",
    ),
    (
        lambda given: _has_quarantine(given) and given.fix,
        "--quarantine cannot be used with --fix",
    ),
    (
        lambda given: _has_quarantine(given) and STANDARD_INPUT in given.paths,
        "--quarantine cannot be used with the standard input",
    ),
    (
        lambda given: given.git is not None and given.changed_since is not None,
        "--changed-since cannot be used with --git",
    ),
    (
        lambda given: given.profile_rules and (given.jobs or 1) > 1,
        "--profile-rules measures the rules in one process; expected --jobs 1",
    ),
    (
        lambda given: given.no_baseline and given.baseline is not None,
        "--baseline cannot be used with --no-baseline",
    ),
)
