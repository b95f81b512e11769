"""What a run needs that writes files: the lock of the project, and the undo journal."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from corpusfmt.config.settings import Settings
from corpusfmt.files.read import STANDARD_INPUT
from corpusfmt.text.annotations import TYPE_CHECKING

if TYPE_CHECKING:
    from corpusfmt.project.undo_journal import Journal


def today() -> str:
    """Return the day, as 2027-01-31."""
    from datetime import date

    return date.today().isoformat()


def journal_for(settings: Settings, command: str, *, unsafe: bool) -> Journal:
    """Return a new undo journal, in the project, or else in the current folder.

    ``command`` is what is run, such as "check --fix", and ``unsafe`` whether with
    "--unsafe-fixes".
    """
    from corpusfmt.files.project_folder import writable_root
    from corpusfmt.project.undo_journal import Journal

    if unsafe:
        command += " --unsafe-fixes"
    return Journal.begin(writable_root(settings.root), command)


@contextmanager
def recording(journal: Journal | None) -> Iterator[None]:
    """End the journal of a run, if it has one, as complete or, after an exception, incomplete."""
    is_complete = False
    try:
        yield
        is_complete = True
    finally:
        if journal is not None:
            journal.end(complete=is_complete)


@contextmanager
def writing(settings: Settings, command: str, files: Sequence[str] | None = None) -> Iterator[None]:
    """Lock the project against other runs that write; raise LockError where one is writing.

    ``command`` is the name of this one, such as "fmt", and ``files`` what it may write, if that is
    known: a run that writes no file, or only the standard output, needs no lock. The processes of a
    run write these files, but no others. Temporary files of killed runs are removed beside the
    files.
    """
    if files is not None and all(path == STANDARD_INPUT for path in files):
        yield
        return
    from corpusfmt.files.temporary_files import remove_abandoned
    from corpusfmt.project.lock import project_lock

    with project_lock(settings.root, f"corpusfmt {command}"):
        remove_abandoned(map(os.path.dirname, files or ()))
        yield
