"""The folder ``.corpusfmt``: what a project keeps between runs, such as undo journal and lock.

Git ignores the folder. It is never a symbolic link: a link could lead writes out of the project.
"""

from __future__ import annotations

import os
from contextlib import suppress

from corpusfmt.model.errors import CorpusfmtError

NAME = ".corpusfmt"

BASELINE = "corpusfmt-baseline.jsonl"
"""The name of the baseline, unless the settings have another one."""

OWN_FILES = frozenset({BASELINE, "corpusfmt.toml"})
"""The names of files of a project that are not articles, whatever the patterns of these are."""

_REMOVABLE = frozenset({".gitignore", "lock"})
"""The content of a folder that is no longer needed."""


class LinkedFolderError(CorpusfmtError):
    """The folder ``path`` is a symbolic link."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path

    def __str__(self) -> str:
        return f"{self.path} is a symbolic link; expected a folder"


def folder_of(root: str) -> str:
    """Return the path of the folder of a project; the folder may not exist."""
    return os.path.join(root, NAME)


def writable_root(root: str) -> str:
    """Return where to keep the folder of a project.

    That is the root, or the current folder if only that is writable.
    """
    current = os.getcwd()
    if not _is_writable(root) and _is_writable(current):
        return current
    return root


def make_folder(root: str) -> str:
    """Create the folder of a project, if it does not exist, and return its path.

    Raise OSError if that fails, and LinkedFolderError if the folder is a symbolic link.
    """
    folder = folder_of(root)
    if os.path.islink(folder):
        raise LinkedFolderError(folder)
    os.makedirs(folder, exist_ok=True)
    with suppress(FileExistsError):
        _write_new(os.path.join(folder, ".gitignore"), b"*\n")
    return folder


def _write_new(path: str, data: bytes) -> None:
    """Write a file that does not exist; leave none if the disk is full."""
    file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    try:
        os.write(file, data)
    except OSError:
        os.close(file)
        os.unlink(path)
        raise
    os.close(file)


def remove_gitignore_if_alone(root: str) -> None:
    """Remove the ``.gitignore`` of a project folder that contains nothing else but the lock."""
    folder = folder_of(root)
    with suppress(OSError):
        if _REMOVABLE.issuperset(os.listdir(folder)):
            os.unlink(os.path.join(folder, ".gitignore"))


def _is_writable(root: str) -> bool:
    folder = folder_of(root)
    return os.access(folder if os.path.isdir(folder) else root, os.W_OK)
