"""Git as a program: find a work tree, run a command, explain a failure."""

from __future__ import annotations

import os

from corpusfmt.model.errors import CorpusfmtError
from corpusfmt.text.annotations import TYPE_CHECKING

if TYPE_CHECKING:
    from subprocess import CompletedProcess

_REPOSITORY_VARIABLES = frozenset({"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"})
"""Variables that git sets for hooks; they would select another repository."""

_LIST_IGNORED = ("ls-files", "--others", "--ignored", "--exclude-standard", "--directory", "-z")


class GitError(CorpusfmtError):
    """A git command failed; the message is the reason."""


class GitMissingError(GitError):
    """Git is not installed."""

    def __init__(self, message: str = "git is not installed") -> None:
        super().__init__(message)


def work_tree(folder: str) -> str | None:
    """Return the top folder of the work tree around a folder, or None if there is none."""
    while not os.path.lexists(os.path.join(folder, ".git")):
        parent = os.path.dirname(folder)
        if parent == folder:
            return None
        folder = parent
    return folder


def git_environment() -> dict[str, str]:
    """Return the environment in which git is run."""
    environment = dict(os.environ)
    for name in _REPOSITORY_VARIABLES:
        environment.pop(name, None)
    environment["LC_ALL"] = "C"  # failure_of reads the messages
    return environment


def git_command(*words: str) -> tuple[str, ...]:
    """Return the words that run a git command."""
    # fsmonitor is a setting of the repository that runs a program.
    return ("git", "-c", "core.fsmonitor=false", *words)


def run_git(folder: str, *words: str) -> CompletedProcess[bytes]:
    """Run a git command in a folder; raise GitError if it cannot be started."""
    import subprocess  # late: not needed outside of a work tree

    try:
        return subprocess.run(
            git_command(*words),
            cwd=folder,
            env=git_environment(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )
    except FileNotFoundError as error:
        if os.path.isdir(folder):
            raise GitMissingError from error
        raise GitError(f"the folder {folder!r} does not exist") from error
    except OSError as error:
        raise GitError(f"git failed: {error.strerror or error}") from error


def ask_git(folder: str, *words: str) -> bytes:
    """Return the output of a git command; raise GitError if it fails."""
    answer = run_git(folder, *words)
    if answer.returncode:
        raise GitError(f"git failed: {failure_of(answer)}")
    return answer.stdout


def failure_of(answer: CompletedProcess[bytes]) -> str:
    """Return why a command failed: its fatal error, or else the last line of its messages."""
    lines = answer.stderr.decode(errors="replace").strip().splitlines()
    for line in lines:
        if line.startswith(("fatal: ", "error: ")):
            return line.partition(": ")[2]
    return lines[-1] if lines else f"exit code {answer.returncode}"


def ignored_below(folder: str) -> frozenset[str]:
    """Return the paths below a folder of a work tree that git ignores.

    Nothing is ignored in a folder that is ignored itself: whoever names it wants its content. Git
    lists such a folder as "./", and fails in its subfolders. Raise GitError if git fails otherwise.
    """
    answer = run_git(folder, *_LIST_IGNORED)
    if answer.returncode == 0:
        return frozenset(map(os.fsdecode, answer.stdout.split(b"\0")))
    if run_git(folder, "check-ignore", "--quiet", ".").returncode == 0:
        return frozenset()
    raise GitError(f"git failed: {failure_of(answer)}")
