"""Creating several files together: all of them or, after a failure, none."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress

from corpusfmt.files.read import WriteError
from corpusfmt.files.write import has_content, remove, rewrite
from corpusfmt.text.values import dataclass


@dataclass(frozen=True, slots=True)
class NewFile:
    """A file to create: its path and content."""

    path: str
    data: bytes


def find_missing(files: Iterable[NewFile]) -> list[NewFile]:
    """Return the files that are still to be created: a killed run may have created others.

    Raise WriteError if something else has the path of one of them.
    """
    missing: list[NewFile] = []
    for file in files:
        if not _exists(file.path):
            missing.append(file)
        elif not has_content(file.path, file.data):
            raise WriteError(file.path, "exists, and is not overwritten")
    return missing


def create_files(files: Sequence[NewFile], mode: int | None = None) -> None:
    """Create files that are missing; raise WriteError, and create none, if one cannot be."""
    with _removed_on_failure(files):
        _create(files, mode)


def replace_by_files(path: str, before: bytes, files: Sequence[NewFile], mode: int) -> None:
    """Create files that are missing, then remove the one at ``path``, which contains ``before``.

    At any time, the file or all of the new ones are there. Raise WriteError if one cannot be
    created, or the file cannot be removed: it is then left, and the new ones are not.
    """
    with _removed_on_failure(files, unless_gone=path):
        _create(files, mode)
        remove(path, before)


def _create(files: Iterable[NewFile], mode: int | None) -> None:
    for file in files:
        rewrite(file.path, None, file.data, mode=mode)


@contextmanager
def _removed_on_failure(files: Iterable[NewFile], unless_gone: str = "") -> Iterator[None]:
    """Remove new files after an exception, unless the file that they replace is gone already."""
    try:
        yield
    except BaseException:
        if not unless_gone or os.path.lexists(unless_gone):
            for file in files:
                with suppress(OSError, WriteError):
                    remove(file.path, file.data)
        raise


def _exists(path: str) -> bool:
    """Return whether something has a path; writing fails with a reason for an invalid one."""
    try:
        return os.path.lexists(path)
    except ValueError:
        return False
