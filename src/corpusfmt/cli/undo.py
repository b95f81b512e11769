"""``corpusfmt undo``: what the last run has rewritten, put back."""

from __future__ import annotations

import argparse
import os

from corpusfmt.cli import console, session
from corpusfmt.config.load import load
from corpusfmt.files.read import Unreadable
from corpusfmt.project.undo_journal import Record, forget_last_run, last_run, put_back
from corpusfmt.text.display import count, shown_path

DESCRIPTION = """Put back every file that the last run of check --fix or check --unsafe-fixes has rewritten. A file that
was changed since is left as it is, and told; --force puts it back all the same. What was in the files is kept in
.corpusfmt/undo, below the folder of the settings (without settings, of the git work tree, or the current one), until
the next run that rewrites something."""
EXAMPLES = """examples:
  corpusfmt check --unsafe-fixes corpus/
  corpusfmt undo                        the files are as they were before
"""


def add(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("--force", action="store_true", help="put back files that were changed since, too")
    parser.add_argument("--config", metavar="FILE", help="the settings of the run (else the nearest ones)")


def run(arguments: argparse.Namespace) -> int:
    """Put the files back, say what was done, and return the exit code."""
    settings = load(arguments.config)
    with session.writing(settings, "undo"):
        return _undo(settings.root, force=arguments.force)


def _undo(root: str, *, force: bool) -> int:
    try:
        records = last_run(root)
        if not records:  # where a run leaves its journal if it cannot write there
            root, records = os.getcwd(), last_run(os.getcwd())
    except Unreadable as problem:
        console.note_path(problem.path, problem.reason)
        return session.COULD_NOT
    if not records:
        console.note(f"nothing to undo: no run below {shown_path(root)} has rewritten a file")
        return session.COULD_NOT
    refused: list[Record] = []
    for record in records:
        reason = put_back(record, force=force)
        if reason is not None:
            refused.append(record)
            console.note_path(os.path.relpath(record.path), reason)
    forget_last_run(root, refused)
    told = f"; {count(len(refused), 'file')} left alone, --force puts back what was changed" if refused else ""
    console.note(f"{count(len(records) - len(refused), 'file')} put back{told}")
    return session.FINDINGS if refused else session.CLEAN
