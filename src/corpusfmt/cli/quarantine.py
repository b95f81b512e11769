"""``corpusfmt quarantine``: list what check --quarantine has moved, or move it back."""

from __future__ import annotations

import argparse

from corpusfmt.cli import console, options, session
from corpusfmt.config.settings import SettingsError
from corpusfmt.files.read import FileError
from corpusfmt.project.quarantine.folder import QuarantineError
from corpusfmt.project.quarantine.manifest import MANIFEST
from corpusfmt.project.quarantine.restore import Restore
from corpusfmt.run.exit_codes import CLEAN, COULD_NOT, FINDINGS
from corpusfmt.run.writing import writing
from corpusfmt.text.display import count, shown_path

DESCRIPTION = """List the files that “corpusfmt check --quarantine DIR” has moved to DIR.

Each file is listed with the rules of its findings; --restore moves the files back. Only files in
the manifest of DIR are moved, only to places below the folder of the settings (without settings,
the git work tree or the current folder), and never over an existing file. A file that cannot be
moved stays in DIR and in its manifest. DIR is removed when its last file has been moved back."""
EXAMPLES = """examples:
  corpusfmt check --quarantine set-aside corpus/
  corpusfmt quarantine set-aside                     list the files
  corpusfmt quarantine --restore set-aside           move all of them back
  corpusfmt quarantine --restore set-aside corpus/a.txt
"""


def add(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("folder", metavar="DIR", help="the quarantine")
    parser.add_argument(
        "paths",
        nargs="*",
        metavar="PATH",
        help="only these files or folders: their original paths, or their paths in DIR",
    )
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--list", action="store_true", help="list the files (the default)")
    what.add_argument(
        "--restore", action="store_true", help="move the files back to where they were"
    )
    parser.add_argument(
        "--force", action="store_true", help="also move back files that were changed in DIR"
    )
    options.add_settings(parser)
    options.add_quiet(parser)


def run(arguments: argparse.Namespace) -> int:
    """List the files or move them back, and return the exit code."""
    settings = session.settings_of(arguments)
    if not arguments.restore:
        return _list(_open(arguments, settings.root), arguments)
    with writing(settings, "quarantine"):
        return _restore(_open(arguments, settings.root), arguments)


def _open(arguments: argparse.Namespace, root: str) -> Restore:
    """Return the quarantine; report the damaged lines of its manifest."""
    try:
        quarantine = Restore(arguments.folder, root)
    except QuarantineError as problem:
        raise SettingsError(problem.message) from problem
    manifest = shown_path(f"{arguments.folder.rstrip('/')}/{MANIFEST}")
    for line in quarantine.damaged:
        console.note(f"{manifest}:{line.number}: {line.reason}; the line is ignored")
    return quarantine


def _choose(quarantine: Restore, arguments: argparse.Namespace) -> list[str]:
    """Return the paths that the arguments name; raise SettingsError where one names nothing."""
    if not arguments.paths:
        return quarantine.paths()
    chosen: set[str] = set()
    for named in arguments.paths:
        found = quarantine.select(named)
        if not found:
            raise SettingsError(f"{named}: no file in {arguments.folder} has or had this path")
        chosen.update(found)
    return sorted(chosen)


def _list(quarantine: Restore, arguments: argparse.Namespace) -> int:
    paths = _choose(quarantine, arguments)
    for path in paths:
        rules = ", ".join(quarantine.rules(path))
        console.put(f"{shown_path(path)}: {rules}\n")
    console.remark(f"{count(len(paths), 'file')} in {shown_path(arguments.folder)}")
    return COULD_NOT if quarantine.damaged else CLEAN


def _restore(quarantine: Restore, arguments: argparse.Namespace) -> int:
    """Move files back; report those that stay, and return the exit code."""
    moved = left = 0
    try:
        for result in quarantine.run(_choose(quarantine, arguments), force=arguments.force):
            if result.reason is None:
                moved += 1
            else:
                left += 1
                console.note_path(result.path, result.reason)
    except FileError as error:
        console.note_path(error.path, error.reason)
        return COULD_NOT
    where = shown_path(arguments.folder)
    outcome = f"{count(moved, 'file')} moved back from {where}"
    if left:
        outcome += f"; {count(left, 'file')} not moved"
    console.remark(outcome)
    unlisted = quarantine.unlisted()
    if unlisted:
        console.note(f"{count(unlisted, 'file')} in {where} that the manifest does not list")
    if quarantine.damaged:
        return COULD_NOT
    return FINDINGS if left or unlisted else CLEAN
