"""Git as a program: where a work tree is, what a command answers, and why it could not."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from subprocess import CompletedProcess

_PLACES = frozenset({"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"})
"""What hooks set, for another folder."""


class GitError(Exception):
    """Git did not answer: the message says why."""


class GitMissingError(GitError):
    """Git is not installed."""

    def __init__(self, message: str = "git is not installed") -> None:
        super().__init__(message)


def work_tree(path: str) -> str | None:
    """Return the top folder of the work tree around a folder, or None where there is none."""
    folder = path
    while not os.path.lexists(os.path.join(folder, ".git")):
        above = os.path.dirname(folder)
        if above == folder:
            return None
        folder = above
    return folder


def run_git(folder: str, *words: str) -> CompletedProcess[bytes]:
    """Run a command of git in a folder; raise GitError where it cannot be started."""
    import subprocess  # late: a folder outside of any work tree does not need it

    # fsmonitor is a setting of the repository that runs a program.
    command = ("git", "-c", "core.fsmonitor=false", *words)
    environment = {name: value for name, value in os.environ.items() if name not in _PLACES}
    environment["LC_ALL"] = "C"  # failure_of reads the messages
    try:
        return subprocess.run(
            command,
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
        )
    except FileNotFoundError as error:
        if os.path.isdir(folder):
            raise GitMissingError from error
        raise GitError(f"the folder {folder!r} does not exist") from error
    except OSError as error:
        raise GitError(f"git failed: {error.strerror or error}") from error


def ask_git(folder: str, *words: str) -> bytes:
    """Return what a command of git prints; raise GitError where it fails."""
    done = run_git(folder, *words)
    if done.returncode:
        raise GitError(f"git failed: {failure_of(done)}")
    return done.stdout


def failure_of(done: CompletedProcess[bytes]) -> str:
    """Return why a command failed: what git calls fatal, or else its last line."""
    lines = done.stderr.decode(errors="replace").strip().splitlines()
    for line in lines:
        if line.startswith(("fatal: ", "error: ")):
            return line.partition(": ")[2]
    return lines[-1] if lines else f"exit code {done.returncode}"


_IGNORED = ("ls-files", "--others", "--ignored", "--exclude-standard", "--directory", "-z")


def ignored_below(folder: str) -> frozenset[str]:
    """Return the paths below a folder of a work tree that git ignores; raise GitError where git cannot answer.

    Nothing is ignored in a folder that is ignored itself: whoever names it wants what is in it. Git names such a folder
    "./", and fails in the folders below it.
    """
    answer = run_git(folder, *_IGNORED)
    if answer.returncode == 0:
        return frozenset(map(os.fsdecode, answer.stdout.split(b"\0")))
    if run_git(folder, "check-ignore", "--quiet", ".").returncode == 0:
        return frozenset()
    raise GitError(f"git failed: {failure_of(answer)}")
