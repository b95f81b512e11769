"""The files of a git revision, which are read from the repository, without a checkout."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

from corpusfmt.files.git import GitError, ask_git, git_command, git_environment, work_tree
from corpusfmt.files.git_changes import find_commit
from corpusfmt.files.paths import path_below
from corpusfmt.text.annotations import TYPE_CHECKING
from corpusfmt.text.values import dataclass

if TYPE_CHECKING:
    from subprocess import Popen
    from typing import IO

_FILES = (b"100644", b"100755", b"100664")
_LINK = b"120000"


@dataclass(frozen=True, slots=True)
class Revision:
    """A commit of the repository whose work tree is in the folder ``tree``."""

    tree: str
    commit: str


@dataclass(frozen=True, slots=True)
class Blob:
    """A file of a revision: its path from the top of the work tree, its object and its size.

    ``problem`` is why it is not a file, or None.
    """

    path: str
    name: str
    size: int
    problem: str | None = None


def open_revision(name: str) -> Revision:
    """Return a revision of the repository of the current folder; raise GitError without one."""
    tree = work_tree(os.path.realpath("."))
    if tree is None:
        raise GitError("the current folder is not in a git repository")
    if not name or name.startswith("-"):
        raise GitError(f"{name!r} is not a revision")
    return Revision(tree, find_commit(name, tree))


def list_blobs(revision: Revision) -> Iterator[Blob]:
    """Yield the files of a revision, sorted by path; raise GitError if git fails."""
    command = ("ls-tree", "-r", "-z", "-l", "--full-tree", revision.commit)
    for line in ask_git(revision.tree, *command).split(b"\0"):
        if line:
            yield _parse(line)


@contextmanager
def open_blobs(revision: Revision) -> Iterator[BlobReader]:
    """Start a program that reads the files of a revision, and end it."""
    import subprocess

    command = git_command("cat-file", "--batch")
    with subprocess.Popen(
        command,
        cwd=revision.tree,
        env=git_environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as process:
        try:
            yield BlobReader(process)
        finally:
            process.kill()


class BlobReader:
    """A program that reads objects, one after another."""

    def __init__(self, process: Popen[bytes]) -> None:
        self._requests, self._answers = _pipes(process)

    def read(self, blob: Blob) -> bytes:
        """Return the bytes of a file; raise GitError if it cannot be read."""
        try:
            self._requests.write(f"{blob.name}\n".encode())
            self._requests.flush()
            header = self._answers.readline().split()
            if len(header) != 3 or header[1] != b"blob":
                raise GitError("its content is missing in the git repository")
            data = self._answers.read(int(header[2]) + 1)[:-1]
        except OSError as error:
            raise GitError(f"git failed: {error.strerror or error}") from error
        if len(data) != int(header[2]):
            raise GitError("git ended while it was read")
        return data


def _pipes(process: Popen[bytes]) -> tuple[IO[bytes], IO[bytes]]:
    assert process.stdin is not None
    assert process.stdout is not None
    return process.stdin, process.stdout


def _parse(line: bytes) -> Blob:
    """Return the file of a line "MODE KIND OBJECT SIZE<tab>PATH"."""
    fields, _, path = line.partition(b"\t")
    mode, _, name, size = fields.split()
    digits = size if size.isdigit() else b"0"  # a submodule has none
    return Blob(os.fsdecode(path), name.decode(), int(digits), _problem(mode))


def _problem(mode: bytes) -> str | None:
    if mode in _FILES:
        return None
    return "symbolic link" if mode == _LINK else "submodule"


def relative_to_tree(path: str, tree: str) -> str | None:
    """Return a path from the top of a work tree, "" for the top; None outside of it."""
    for resolve in (os.path.abspath, os.path.realpath):  # a folder may have two names
        absolute = resolve(path)
        relative = "" if absolute == tree else path_below(absolute, tree)
        if relative is not None:
            return relative
    return None
