"""The folder ``.corpusfmt``: where a project keeps what runs need of each other, such as the undo journal and the lock.

Git ignores the folder. It is never a symbolic link: a link could lead what is written out of the project.
"""

from __future__ import annotations

import os
from contextlib import suppress

NAME = ".corpusfmt"


class LinkedFolderError(Exception):
    """The folder is a symbolic link: ``path`` is its name."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path

    def __str__(self) -> str:
        return f"{self.path} is a symbolic link; expected a folder"


def folder_of(root: str) -> str:
    """Return the path of the folder of a project, which may not exist."""
    return os.path.join(root, NAME)


def writable_root(root: str) -> str:
    """Return the root if its project folder can be written, else the current folder if that one can, else the root."""
    here = os.getcwd()
    return here if not _is_writable(root) and _is_writable(here) else root


def make_folder(root: str) -> str:
    """Make the folder of a project, if it does not exist, and return its path; raise OSError where that fails.

    LinkedFolderError where it is a symbolic link.
    """
    folder = folder_of(root)
    if os.path.islink(folder):
        raise LinkedFolderError(folder)
    os.makedirs(folder, exist_ok=True)
    with suppress(FileExistsError), open(os.path.join(folder, ".gitignore"), "x") as file:
        file.write("*\n")
    return folder


def remove_empty_folder(root: str) -> None:
    """Remove the ``.gitignore`` of a project folder that holds nothing but it and the lock."""
    folder = folder_of(root)
    with suppress(OSError):
        if set(os.listdir(folder)) <= {".gitignore", "lock"}:
            os.unlink(os.path.join(folder, ".gitignore"))


def _is_writable(root: str) -> bool:
    folder = folder_of(root)
    return os.access(folder if os.path.isdir(folder) else root, os.W_OK)
